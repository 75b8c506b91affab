"""Whether the service is open to everyone who reaches it, and for which names of it that holds."""

import asyncio
from collections.abc import Callable
from typing import Final, Protocol

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from timeline.service.guard.binding import is_loopback
from timeline.service.problems import ProblemError, kinds
from timeline.store import KeyRing

REMEMBERED: Final = 1.0
"""Seconds after which the first key closes the service at the latest."""
_UNGUARDED: Final = frozenset({"/healthz", "/readyz", "/metrics"})
"""What watches the service tells nothing of what is stored, and is asked by many names."""


class Openness:
    """The service is open while no key was ever made.

    A store whose last key is revoked stays closed: whoever made a key did not mean to open the service to all. Closed
    once is closed for good. That it is open is remembered for `REMEMBERED` seconds: however many ask, the store is
    asked no more often.

    Args:
        keys: The API keys of the store.
        clock: Seconds, monotonic.
    """

    def __init__(self, keys: KeyRing, *, clock: Callable[[], float]) -> None:
        self._keys = keys
        self._clock = clock
        self._is_closed = False
        self._open_until = clock()
        self._looking: asyncio.Task[None] | None = None

    async def holds(self) -> bool:
        """Say whether the service is open.

        Raises:
            StoreError: The store cannot be had.
        """
        if not self._is_closed and self._clock() >= self._open_until:
            await self._looked()
        return not self._is_closed

    async def _looked(self) -> None:
        """Look for a key, together with all who ask meanwhile; one of them that goes away does not end it."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        looking = self._looking
        await asyncio.wait({looking})
        looking.result()

    async def _look(self) -> None:
        began = self._clock()
        self._is_closed = bool(await asyncio.to_thread(self._keys.list))
        self._open_until = began + REMEMBERED


class Counter(Protocol):
    """Counts requests by where they come from."""

    def count(self, scope: Scope) -> None:
        """Count a request for its address.

        Raises:
            ProblemError: It is one too many.
        """
        ...


class OwnNames:
    """Middleware: an open service answers to names of this machine's loopback alone.

    A page of another site can make a browser on this machine ask it under that site's name, by letting the name
    resolve to 127.0.0.1 ("DNS rebinding"); the header `Host` then holds the other name. What is refused counts like
    any request.
    """

    def __init__(self, app: ASGIApp, *, openness: Openness, counter: Counter) -> None:
        self._app = app
        self._openness = openness
        self._counter = counter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that came under a name of our own."""
        if scope["type"] == "http" and scope["path"] not in _UNGUARDED:
            host = Headers(scope=scope).get("host", "")
            if not is_loopback(_without_port(host)) and await self._openness.holds():
                self._counter.count(scope)
                detail = f"without an API key this server answers to 'localhost' and 127.0.0.1 alone, not to {host!r}"
                raise ProblemError(kinds.MISDIRECTED, f"{detail}; make a key with 'timeline keys create NAME'")
        await self._app(scope, receive, send)


def _without_port(host: str) -> str:
    """Return the name of a `Host` header (RFC 9110, section 7.2), whose port follows the last colon."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() and not (":" in name and not name.endswith("]")) else host
