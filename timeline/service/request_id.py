"""The id of the request at work: taken from `X-Request-ID` where a proxy gives one, else made, and sent back."""

import re
import uuid
from contextvars import ContextVar

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"

_PLAIN = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_CURRENT: ContextVar[str | None] = ContextVar("request_id", default=None)


def current_request_id() -> str | None:
    """Return the id of the request that this code works for, or None outside of one."""
    return _CURRENT.get()


class RequestIds:
    """Middleware: every request has an id, which the response, its problem and every log line carry."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Name the request, and pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = _given(scope) or uuid.uuid4().hex

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = name
            await send(message)

        token = _CURRENT.set(name)
        try:
            await self._app(scope, receive, send_named)
        finally:
            _CURRENT.reset(token)


def _given(scope: Scope) -> str | None:
    """Return the id that the request came with, unless it could not stand in a log line as it is."""
    given = Headers(scope=scope).get(HEADER, "")
    return given if _PLAIN.fullmatch(given) else None
