"""How often one client may ask: a bucket for each, which a request takes a token from and time fills again."""

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

_MOST_CLIENTS = 10_000


class _Bucket(NamedTuple):
    """So many tokens were there at a reading of the clock."""

    tokens: float
    at: float


class RateLimit:
    """Counts requests by client, in this process alone.

    Args:
        per_minute: Requests a minute; so many may also come at once after a quiet minute.
        clock: Seconds, monotonic.
    """

    def __init__(self, per_minute: int, *, clock: Callable[[], float]) -> None:
        self.per_minute = per_minute
        self._most = float(per_minute)
        self._per_second = per_minute / 60
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, client: str) -> int:
        """Count a request, and return 0; or, where it is one too many, the seconds until the next may come."""
        now = self._clock()
        tokens = self._tokens(client, now)
        if tokens < 1:
            return math.ceil((1 - tokens) / self._per_second)
        self._buckets[client] = _Bucket(tokens - 1, now)
        self._buckets.move_to_end(client)
        if len(self._buckets) > _MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0

    def give_back(self, client: str) -> None:
        """Take back the last request of a client, which turned out to be another one's."""
        bucket = self._buckets.get(client)
        if bucket is not None:
            self._buckets[client] = bucket._replace(tokens=min(self._most, bucket.tokens + 1))

    def _tokens(self, client: str, now: float) -> float:
        bucket = self._buckets.get(client)
        if bucket is None:
            return self._most
        return min(self._most, bucket.tokens + (now - bucket.at) * self._per_second)
