"""How long a request may take until its answer begins."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.service.problems import ProblemError, kinds


class TimeLimit:
    """Middleware: a request whose answer has not begun after `seconds` is ended; an answer that streams may go on."""

    def __init__(self, app: ASGIApp, *, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and watch the clock."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._seconds) as limit:

                async def send_in_time(message: Message) -> None:
                    if message["type"] == "http.response.start":
                        limit.reschedule(None)
                    await send(message)

                await self._app(scope, receive, send_in_time)
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise ProblemError(kinds.TOO_SLOW, f"the request took more than {self._seconds:g} s") from error
