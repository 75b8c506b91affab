"""A route that takes JSON alone, and says so where something else is sent."""

from collections.abc import Callable, Coroutine
from email.message import Message
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from timeline.service.problems import ProblemError, kinds


class JsonRoute(APIRoute):
    """A route whose body, if it has one, is to be declared as JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, behind a look at the media type."""
        handle = super().get_route_handler()
        if self.body_field is None:
            return handle

        async def handle_json(request: Request) -> Response:
            _check(request.headers.get("content-type"))
            return await handle(request)

        return handle_json


def _check(content_type: str | None) -> None:
    parsed = Message()
    parsed["Content-Type"] = content_type or "application/octet-stream"
    if parsed.get_content_maintype() == "application":
        subtype = parsed.get_content_subtype()
        if subtype == "json" or subtype.endswith("+json"):
            return
    given = "none" if content_type is None else repr(content_type)
    raise ProblemError(kinds.UNSUPPORTED_MEDIA_TYPE, f"the body has to be declared as 'application/json', not {given}")
