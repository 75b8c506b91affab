"""`GET /v1/events/{id}`: one event."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from timeline.service.answers import answer
from timeline.service.media_types import JSON
from timeline.service.models.stored import EventAnswer
from timeline.service.problems import ProblemError, kinds, problem_responses
from timeline.service.services import Services
from timeline.service.stored.ids import EventId
from timeline.service.stored.shown import ETAG, NOT_MODIFIED

_FOUND = {
    "model": EventAnswer,
    "description": "The event.",
    "headers": ETAG,
}
_PROBLEMS = problem_responses(kinds.NOT_FOUND, kinds.STORE_UNAVAILABLE)


def router(services: Services) -> APIRouter:
    """Return the route of an event."""
    routes = APIRouter(prefix="/v1", tags=["timeline"])

    @routes.get(
        "/events/{event_id}",
        operation_id="get_event",
        response_model=None,
        responses={200: _FOUND, 304: NOT_MODIFIED, **_PROBLEMS},
    )
    def get_event(request: Request, event_id: EventId) -> Response:
        """Give one event, with its article and the links that touch it.

        It is given as the current version has it, or else as the newest version that does.
        """
        found = services.store.event(event_id)
        if found is None:
            raise ProblemError(kinds.NOT_FOUND, f"no event {event_id!r} is stored")
        return answer(request, EventAnswer.of(found).model_dump_json(by_alias=True), media_type=JSON)

    return routes
