"""The application: `POST /v1/extract` and `GET /healthz`."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field, model_validator

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.engines.engine import Engine, close_engine
from timeline.pipeline import extract_timeline
from timeline.reading.documents import DocumentKind, read_document
from timeline.service.problems import MEDIA_TYPE, Problem, add_problem_handlers
from timeline.settings import Settings, read_settings
from timeline.version import __version__
from timeline.wiring import EngineName, choose_engine, resolve_engine_name

_LONGEST = 5_000_000

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": description, "content": {MEDIA_TYPE: {}}}
    for status, description in {
        422: "The input cannot be used: no text, no date, an unknown engine",
        502: "The model cannot be had",
    }.items()
}


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


def application() -> FastAPI:
    """Return the application by the settings of the environment."""
    return create_app(read_settings())


def create_app(settings: Settings) -> FastAPI:
    """Return the application, with the engines that `settings` allow."""
    engines = _Engines(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        yield
        await engines.aclose()

    description = "News text to proved, dated event records."
    app = FastAPI(title="Timeline", version=__version__, description=description, lifespan=lifespan)
    add_problem_handlers(app)

    @app.post("/v1/extract", responses=_PROBLEMS)
    async def extract(request: ExtractRequest) -> Timeline:
        """Extract the timeline of an article."""
        return await extract_timeline(_article(request), engines.get(request.engine))

    @app.get("/healthz")
    async def health() -> dict[str, str]:
        """Say that the process is alive."""
        return {"status": "ok", "version": __version__}

    return app


class _Engines:
    """The engines in use: each is opened when it is first asked for, and serves all requests."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: dict[EngineName, Engine] = {}

    def get(self, asked: EngineName) -> Engine:
        name = resolve_engine_name(asked, self._settings)
        if name not in self._open:
            self._open[name] = choose_engine(name, self._settings)
        return self._open[name]

    async def aclose(self) -> None:
        for engine in self._open.values():
            await close_engine(engine)


def _article(request: ExtractRequest) -> Article:
    return read_document(
        request.text or request.html or "",
        published=request.published,
        title=request.title,
        source=request.source,
        kind=DocumentKind.TEXT if request.html is None else DocumentKind.HTML,
    )
