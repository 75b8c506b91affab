"""Whether the service is open to everyone who reaches it, and for which names of it that holds."""

from typing import Final

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from timeline.service.guard.binding import is_loopback
from timeline.service.problems import ProblemError, kinds
from timeline.store import ApiKey, KeyRing

_UNGUARDED: Final = frozenset({"/healthz", "/readyz", "/metrics"})
"""What watches the service tells nothing of what is stored, and is asked by many names."""


class Openness:
    """The service is open while no key was ever made.

    A store whose last key is revoked stays closed: whoever made a key did not mean to open the service to all.
    """

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._is_closed = False

    async def holds(self) -> bool:
        """Say whether the service is open."""
        if not self._is_closed:
            keys: tuple[ApiKey, ...] = await anyio.to_thread.run_sync(self._keys.list)
            self._is_closed = bool(keys)
        return not self._is_closed


class OwnNames:
    """Middleware: an open service answers to names of this machine's loopback alone.

    A page of another site can make a browser on this machine ask it under that site's name, by letting the name
    resolve to 127.0.0.1 ("DNS rebinding"); the header `Host` then holds the other name.
    """

    def __init__(self, app: ASGIApp, *, openness: Openness) -> None:
        self._app = app
        self._openness = openness

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that came under a name of our own."""
        if scope["type"] == "http" and scope["path"] not in _UNGUARDED:
            host = Headers(scope=scope).get("host", "")
            if not is_loopback(_without_port(host)) and await self._openness.holds():
                detail = f"without an API key this server answers to 'localhost' and 127.0.0.1 alone, not to {host!r}"
                raise ProblemError(kinds.MISDIRECTED, f"{detail}; make a key with 'timeline keys create NAME'")
        await self._app(scope, receive, send)


def _without_port(host: str) -> str:
    """Return the name of a `Host` header (RFC 9110, section 7.2), whose port follows the last colon."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() and not (":" in name and not name.endswith("]")) else host
