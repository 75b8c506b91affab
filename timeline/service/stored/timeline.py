"""`GET /v1/timeline`: the events of all stored articles in order."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from timeline.errors import InputError
from timeline.service.models.stored import StoredTimeline, TimelineQuery
from timeline.service.problems import Fault, ProblemError, kinds, problem_responses
from timeline.service.services import Services
from timeline.service.stored.exports import respond, timelines_of, write_page
from timeline.service.stored.parameters import each_once
from timeline.service.stored.shown import NOT_MODIFIED, listed_in
from timeline.store import EventPage, Snapshot

_LISTED: dict[str, Any] = listed_in(StoredTimeline, "The events, in order of time.")
_PROBLEMS = problem_responses(kinds.NOT_ACCEPTABLE, kinds.STORE_UNAVAILABLE)


def router(services: Services) -> APIRouter:
    """Return the route that lists events."""
    routes = APIRouter(prefix="/v1", tags=["timeline"], dependencies=[Depends(each_once)])

    @routes.get(
        "/timeline",
        operation_id="list_events",
        response_model=None,
        responses={200: _LISTED, 304: NOT_MODIFIED, **_PROBLEMS},
    )
    def list_events(request: Request, query: Annotated[TimelineQuery, Query()]) -> Response:
        """List the events of the stored articles.

        Those of each article's current version, in order of the earliest day, the latest day, the article and the
        position in it; events without a date come last. Every condition that is given has to hold.
        """
        with services.store.snapshot() as seen:
            page = _search(seen, query)
            timelines = timelines_of(page, query.format, seen)
        return respond(request, write_page(page, timelines, query.format), query.format, headers=_link(request, page))

    return routes


def _search(seen: Snapshot, query: TimelineQuery) -> EventPage:
    try:
        return seen.search(query.as_event_query(), limit=query.limit, cursor=query.cursor)
    except InputError as error:
        raise bad_cursor(error) from error


def bad_cursor(error: InputError) -> ProblemError:
    """Return the problem of a cursor that belongs to no page."""
    fault = Fault(detail=str(error), parameter="cursor")
    return ProblemError(kinds.INVALID_REQUEST, f"cursor: {error}", errors=[fault])


def _link(request: Request, page: EventPage) -> dict[str, str]:
    """Point at the next page (RFC 8288), for formats that have no place for its cursor."""
    if page.next is None:
        return {}
    url = request.url.include_query_params(cursor=page.next)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}
