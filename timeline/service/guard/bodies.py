"""How large a request may be: refused by what it declares, or as soon as more arrives."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """Middleware: a body of more than `most` bytes is refused, without reading all of it."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared) > self._most:
            raise self._too_large(f"{declared} bytes")
        arrived = 0

        async def receive_counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self._most:
                raise self._too_large("more")
            return message

        await self._app(scope, receive_counted, send)

    def _too_large(self, size: str) -> HTTPException:
        """Return the refusal in the one class that the framework lets through while it reads a body."""
        return HTTPException(413, f"the body has {size}; at most {self._most} bytes are taken")
