"""The service's log: one line for each request, all lines of a request under its id.

A line has the method, the route, the path and the status; neither the query, which may hold names, nor a body.
"""

import logging
import time
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.logs import Fields, configure_log
from timeline.service.request_id import current_request_id
from timeline.settings import Settings
from timeline.telemetry.spans import trace_id

_LOG = logging.getLogger(__name__)
_LONGEST_PATH: Final = 200
_UNTOLD: Final = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked every few seconds by whoever watches: told only where they fail."""


def configure_service_log(settings: Settings) -> None:
    """Log to standard error in the form that was set, each line with the id of its request."""
    configure_log(settings.log, level=logging.INFO, context=_context)


class AccessLog:
    """Middleware: tells every request when it has ended."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        status: int | None = None

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        finally:
            _tell(scope, status, time.monotonic() - began)


def _tell(scope: Scope, status: int | None, seconds: float) -> None:
    if scope["path"] in _UNTOLD and status is not None and status < 400:
        return
    fields = {
        "method": scope["method"],
        "path": scope["path"][:_LONGEST_PATH],
        "status": status,
        "ms": round(seconds * 1000, 1),
        "key": scope.get("state", {}).get("key"),
    }
    level = logging.ERROR if status is None or status >= 500 else logging.INFO
    _LOG.log(level, "request", extra={"fields": fields})


def _context() -> Fields:
    return {"request_id": current_request_id(), "trace_id": trace_id()}
