"""The last resort: an error that no handler knows becomes a problem, with the headers of every other response."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.service.problems import problem_of


class Failures:
    """Middleware: answers any error as a problem, unless the response has begun already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        has_begun = False

        async def send_noted(message: Message) -> None:
            nonlocal has_begun
            has_begun = has_begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        except Exception as error:
            if has_begun or scope["type"] != "http":
                raise
            await problem_of(error).response()(scope, receive, send)
