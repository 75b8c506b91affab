"""`POST /v1/extract`: an article to its timeline."""

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.pipeline import extract_timeline
from timeline.reading.documents import DocumentKind, read_document
from timeline.service.problems import kinds, problem_responses
from timeline.service.services import Services
from timeline.wiring import EngineName

_LONGEST = 5_000_000


class ExtractRequest(BaseModel):
    """An article as text or as a page of HTML, and what is known about it."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(default=None, max_length=_LONGEST)
    html: str | None = Field(default=None, max_length=_LONGEST)
    published: date | None = Field(default=None, description="needed where the document carries no date")
    title: str | None = None
    source: str | None = None
    engine: EngineName = EngineName.AUTO

    @model_validator(mode="after")
    def _one_document(self) -> "ExtractRequest":
        if (self.text is None) == (self.html is None):
            raise ValueError("give either text or html")
        return self


def router(services: Services) -> APIRouter:
    """Return the routes that extract."""
    routes = APIRouter(prefix="/v1", tags=["extraction"])

    @routes.post("/extract", responses=problem_responses(kinds.MALFORMED_JSON, kinds.MODEL_FAILED))
    async def extract(request: ExtractRequest) -> Timeline:
        """Extract the timeline of an article."""
        article = _article(request)
        return await extract_timeline(article, services.engines.get(request.engine))

    return routes


def _article(request: ExtractRequest) -> Article:
    return read_document(
        request.text or request.html or "",
        published=request.published,
        title=request.title,
        source=request.source,
        kind=DocumentKind.TEXT if request.html is None else DocumentKind.HTML,
    )
