"""Who may use the API, and how often: looked at before the body of a request is read."""

from collections.abc import Callable
from typing import Final

import anyio.to_thread
from starlette.types import ASGIApp, Receive, Scope, Send

from timeline.service.guard.clients import network_of, shown_key
from timeline.service.guard.openness import Openness
from timeline.service.guard.rates import RateLimit
from timeline.service.problems import ProblemError, kinds
from timeline.store import KeyRing

API: Final = "/v1/"
"""Everything below is guarded; what watches the service, its page and its documentation are not."""


class Access:
    """Middleware: lets through who shows a valid key, or everyone while the service is open, within the rate."""

    def __init__(
        self, app: ASGIApp, *, keys: KeyRing, openness: Openness, per_minute: int, clock: Callable[[], float]
    ) -> None:
        self._app = app
        self._keys = keys
        self._openness = openness
        self._rates = RateLimit(per_minute, clock=clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that may come in."""
        if scope["type"] == "http" and scope["path"].startswith(API):
            secret = shown_key(scope)
            key = await anyio.to_thread.run_sync(self._keys.check, secret) if secret else None
            self._count(f"key {key.id}" if key else network_of(scope))
            if key is None and not await self._openness.holds():
                raise _refusal(secret)
            if key is not None:
                scope.setdefault("state", {})["key"] = key.id  # for the log
        await self._app(scope, receive, send)

    def _count(self, client: str) -> None:
        if seconds := self._rates.wait(client):
            detail = f"more than {self._rates.per_minute} requests a minute; wait {seconds} s"
            raise ProblemError(kinds.TOO_MANY_REQUESTS, detail, headers={"Retry-After": str(seconds)})


def _refusal(secret: str | None) -> ProblemError:
    detail = "the API key is not valid" if secret else "no API key was sent"
    headers = {"WWW-Authenticate": "Bearer" if secret is None else 'Bearer error="invalid_token"'}
    return ProblemError(kinds.KEY_REQUIRED, f"{detail}; send it as 'Authorization: Bearer KEY'", headers=headers)
