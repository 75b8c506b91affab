"""What becomes of requests that a server has no time left for when it is told to stop."""

import asyncio
from typing import Final

from fastapi.sse import format_sse_event
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.service.media_types import EVENT_STREAM
from timeline.service.problems import ProblemError, kinds

_RETRY_AFTER: Final = "1"


class HandBack:
    """Middleware: a request that the server cancels is handed back to its client as a problem.

    A server cancels what is under way when its time of grace is over. An answer that has not begun becomes the problem;
    a stream of events ends with it; any other answer is cut off, which its client can tell by the length.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer for it if it is cancelled."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        media_type: str | None = None

        async def send_noted(message: Message) -> None:
            nonlocal media_type
            if message["type"] == "http.response.start":
                media_type = Headers(raw=message["headers"]).get("Content-Type", "")
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        except asyncio.CancelledError:
            error = ProblemError(
                kinds.STOPPING, "the service stopped before this was done", headers={"Retry-After": _RETRY_AFTER}
            )
            if media_type is None:
                await error.response()(scope, receive, send)
            elif media_type.startswith(EVENT_STREAM):
                problem = error.problem().model_dump_json(exclude_none=True)
                last = format_sse_event(event="problem", data_str=problem)
                await send({"type": "http.response.body", "body": last, "more_body": False})
            else:
                raise
