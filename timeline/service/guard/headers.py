"""What a browser may do with an answer of the service: headers that every response carries."""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""For the service's own pages. A response that brings a policy of its own keeps it."""

_HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_TRANSPORT_SECURITY: Final = ("Strict-Transport-Security", "max-age=31536000")


class SecureHeaders:
    """Middleware: sets the headers that a response does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its response with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                _secure(MutableHeaders(scope=message), scope["scheme"])
            await send(message)

        await self._app(scope, receive, send_secured)


def _secure(headers: MutableHeaders, scheme: str) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    if scheme == "https":
        headers.setdefault(*_TRANSPORT_SECURITY)
