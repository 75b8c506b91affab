"""Who may use the service, and how often: each request counts before the store is asked for its key."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

import anyio.to_thread
from starlette.types import Scope

from timeline.service.guard.clients import network_of, shown_key
from timeline.service.guard.openness import Openness
from timeline.service.guard.rates import RateLimit
from timeline.service.problems import ProblemError, kinds
from timeline.store import ApiKey, KeyRing

_MOST_SEEN: Final = 10_000


class Admission:
    """Lets in who shows a valid key, or everyone while the service is open, within the rate.

    A key that was valid before counts for itself. Any other counts for the address it comes from until the store has
    told that it is valid, so that guesses at keys reach the store no more often than the rate of their address. Whether
    there are keys at all is asked of the store for all requests together, however many there are.

    Args:
        keys: The API keys of the store.
        openness: Whether everyone is let in.
        per_minute: Requests a minute of one key, or of one address without a valid key.
        clock: Seconds, monotonic.
    """

    def __init__(self, keys: KeyRing, openness: Openness, *, per_minute: int, clock: Callable[[], float]) -> None:
        self._keys = keys
        self._openness = openness
        self._rates = RateLimit(per_minute, clock=clock)
        self._seen = _SeenKeys()

    async def admits(self, scope: Scope) -> bool:
        """Count a request, and say whether it may come in; the id of its key is noted for the log.

        Raises:
            ProblemError: It is one too many.
            StoreError: The store cannot be had.
        """
        secret = shown_key(scope)
        if secret is None:
            self.count(scope)
        elif key := await self._valid(secret, network_of(scope)):
            scope.setdefault("state", {})["key"] = key.id
            return True
        return await self._openness.holds()

    def count(self, scope: Scope) -> None:
        """Count a request for the address it comes from.

        Raises:
            ProblemError: It is one too many.
        """
        self._count(network_of(scope))

    async def _valid(self, secret: str, network: str) -> ApiKey | None:
        seen = self._seen.id_of(secret)
        self._count(_client(seen) if seen else network)
        key = await anyio.to_thread.run_sync(self._keys.check, secret)
        if key is None:
            self._seen.forget(secret)
        elif seen is None:
            self._rates.give_back(network)
            self._count(_client(key.id))
            self._seen.note(secret, key.id)
        return key

    def _count(self, client: str) -> None:
        if seconds := self._rates.wait(client):
            detail = f"more than {self._rates.per_minute} requests a minute; wait {seconds} s"
            raise ProblemError(kinds.TOO_MANY_REQUESTS, detail, headers={"Retry-After": str(seconds)})


def _client(key: str) -> str:
    return f"key {key}"


class _SeenKeys:
    """The ids of keys that were valid when they were last shown, by the hash of their secret."""

    def __init__(self) -> None:
        self._ids: OrderedDict[bytes, str] = OrderedDict()

    def id_of(self, secret: str) -> str | None:
        """Return the id, or None of a key that was not shown yet."""
        return self._ids.get(_hash(secret))

    def note(self, secret: str, key: str) -> None:
        """Remember a key; of too many, the one that was noted first is forgotten."""
        self._ids[_hash(secret)] = key
        if len(self._ids) > _MOST_SEEN:
            self._ids.popitem(last=False)

    def forget(self, secret: str) -> None:
        """Forget a key that is valid no more."""
        self._ids.pop(_hash(secret), None)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
