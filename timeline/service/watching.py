"""Every request as a span and in the metrics, under the pattern of its route."""

import time
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.service.metrics import Metrics
from timeline.telemetry.spans import Kind, fail_span, rename_span, span

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_NO_ROUTE: Final = "(none)"
_GONE: Final = 499
"""The status of a request whose client, or server, went away before there was an answer, as nginx counts it."""


class Watching:
    """Middleware: counts a request, and opens a span around it, below the caller's where it names one."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count it when it has ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        began = time.monotonic()
        status = _GONE

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
            await send(message)

        about = {"http.request.method": method, "url.scheme": scope["scheme"]}
        with (
            self._metrics.in_flight.track_inprogress(),
            span(method, about, kind=Kind.SERVER, headers=Headers(scope=scope)) as tell,
        ):
            try:
                await self._app(scope, receive, send_noted)
            finally:
                route = _pattern(scope)
                rename_span(f"{method} {route}")
                tell({"http.route": route, "http.response.status_code": status})
                if status >= 500:
                    fail_span(str(status))
                self._metrics.count_request(method=method, route=route, status=status, seconds=time.monotonic() - began)


def _pattern(scope: Scope) -> str:
    """Return the path of the route that answered, with names in the place of ids."""
    return getattr(scope.get("route"), "path", None) or _NO_ROUTE
