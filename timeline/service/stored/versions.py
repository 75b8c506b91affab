"""`GET /v1/articles/{id}/timeline`: the timeline of one article, in any of its versions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from timeline.domain.timeline import Timeline
from timeline.render import Format, Rendered
from timeline.service.models.stored import VersionQuery
from timeline.service.problems import ProblemError, kinds, problem_responses
from timeline.service.services import Services
from timeline.service.stored.articles import not_stored
from timeline.service.stored.exports import respond, write
from timeline.service.stored.ids import ArticleId
from timeline.service.stored.parameters import each_once
from timeline.service.stored.shown import NOT_MODIFIED, listed_in
from timeline.store import Store

_TIMELINE = listed_in(Timeline, "The timeline, as it was extracted.")
_PROBLEMS = problem_responses(kinds.NOT_FOUND, kinds.NOT_ACCEPTABLE, kinds.STORE_UNAVAILABLE)


def router(services: Services) -> APIRouter:
    """Return the route of an article's timeline."""
    routes = APIRouter(prefix="/v1", tags=["articles"], dependencies=[Depends(each_once)])

    @routes.get(
        "/articles/{article_id}/timeline",
        operation_id="get_article_timeline",
        response_model=None,
        responses={200: _TIMELINE, 304: NOT_MODIFIED, **_PROBLEMS},
    )
    def get_article_timeline(
        request: Request, article_id: ArticleId, query: Annotated[VersionQuery, Query()]
    ) -> Response:
        """Give the timeline of an article: of its current version, or of another one."""
        found = _find(services.store, article_id, query.version)
        if query.format is Format.JSON:
            return respond(request, found.timeline.model_dump_json(by_alias=True), Format.JSON)
        return respond(request, write([found], query.format), query.format)

    return routes


def _find(store: Store, article_id: str, version: int | None) -> Rendered:
    with store.snapshot() as seen:
        article = seen.article(article_id)
        timeline = seen.timeline(article_id, version=version)
    if article is None:
        raise not_stored(article_id)
    if timeline is None:
        raise ProblemError(kinds.NOT_FOUND, f"{article_id!r} has no version {version}; its article lists those it has")
    return Rendered(timeline, article.text)
