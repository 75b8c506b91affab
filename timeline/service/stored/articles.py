"""`/v1/articles`: what is stored, with its text and its versions, and how to remove it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from timeline.errors import InputError
from timeline.service.answers import answer
from timeline.service.media_types import JSON
from timeline.service.models.stored import ArticleAnswer, ArticleList, ArticleListing, ArticlesQuery
from timeline.service.problems import ProblemError, kinds, problem_responses
from timeline.service.services import Services
from timeline.service.stored.ids import ArticleId
from timeline.service.stored.parameters import each_once
from timeline.service.stored.shown import ETAG, NOT_MODIFIED
from timeline.service.stored.timeline import bad_cursor
from timeline.store import Store

_LISTED = {
    "model": ArticleList,
    "description": "The articles.",
    "headers": ETAG,
}
_FOUND = {
    "model": ArticleAnswer,
    "description": "The article.",
    "headers": ETAG,
}
_PROBLEMS = problem_responses(kinds.NOT_FOUND, kinds.STORE_UNAVAILABLE)


def router(services: Services) -> APIRouter:
    """Return the routes of the articles."""
    routes = APIRouter(prefix="/v1", tags=["articles"], dependencies=[Depends(each_once)])
    store = services.store

    @routes.get(
        "/articles",
        operation_id="list_articles",
        response_model=None,
        responses={200: _LISTED, 304: NOT_MODIFIED, **problem_responses(kinds.STORE_UNAVAILABLE)},
    )
    def list_articles(request: Request, query: Annotated[ArticlesQuery, Query()]) -> Response:
        """List the stored articles, the one stored last first."""
        return answer(request, _listed(store, query).model_dump_json(by_alias=True), media_type=JSON)

    @routes.get(
        "/articles/{article_id}",
        operation_id="get_article",
        response_model=None,
        responses={200: _FOUND, 304: NOT_MODIFIED, **_PROBLEMS},
    )
    def get_article(request: Request, article_id: ArticleId) -> Response:
        """Give an article with its text and the versions of its timeline."""
        found = store.article(article_id)
        if found is None:
            raise not_stored(article_id)
        return answer(request, ArticleAnswer.of(found).model_dump_json(by_alias=True), media_type=JSON)

    @routes.delete(
        "/articles/{article_id}",
        operation_id="delete_article",
        status_code=204,
        response_class=Response,
        responses={204: {"description": "It is gone."}, **_PROBLEMS},
    )
    def delete_article(article_id: ArticleId) -> Response:
        """Remove an article for good, with its text, its events and every version of its timeline.

        What was handed in for it to jobs goes too, unless it is still to be done; also where it failed, and so was
        never stored.
        """
        if not store.delete_article(article_id):
            raise not_stored(article_id)
        return Response(status_code=204)

    return routes


def _listed(store: Store, query: ArticlesQuery) -> ArticleList:
    try:
        page = store.articles(limit=query.limit, cursor=query.cursor)
    except InputError as error:
        raise bad_cursor(error) from error
    return ArticleList(articles=tuple(ArticleListing.of(one) for one in page.articles), next=page.next)


def not_stored(article_id: str) -> ProblemError:
    """Return the problem of an article that is not there."""
    return ProblemError(kinds.NOT_FOUND, f"no article {article_id!r} is stored")
