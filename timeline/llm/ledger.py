"""Where the requests of a minute are noted, so that no more go out than may: for one process, or for several."""

import threading
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

WINDOW = 60.5
"""Seconds in which requests and tokens are counted: a minute, and by how much later than noted one may leave."""


class Rates(NamedTuple):
    """The most requests and tokens that any window may hold; None where there is no limit."""

    requests: int | None = None
    tokens: int | None = None


class Noted(NamedTuple):
    """A request of the window: when it goes or went, and the tokens it takes."""

    time: float
    tokens: int


class Reservation(NamedTuple):
    """What a request was told: it may go in `wait` seconds, or, where it `is_granted` nothing, ask again then."""

    wait: float
    is_granted: bool = True


class Ledger(Protocol):
    """Notes requests under tickets, strings that are each used once. Any thread and event loop may use it."""

    async def reserve(self, ticket: str, tokens: int, rates: Rates) -> Reservation:
        """Find the earliest moment for a request, behind all that were noted before, and note it for then.

        Raises:
            TimelineError: The ledger cannot be had; the request must not go.
        """
        ...

    async def end(self, ticket: str, tokens: int) -> None:
        """Note that a request is not under way any more, and what it took."""
        ...

    async def give_back(self, ticket: str) -> None:
        """Strike a request that will not go."""
        ...


class MemoryLedger:
    """Keeps the requests of one process. `clock` is monotonic."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._noted: dict[str, Noted] = {}
        """In the order of time."""
        self._lock = threading.Lock()

    async def reserve(self, ticket: str, tokens: int, rates: Rates) -> Reservation:
        """Find the earliest moment for a request, and note it for then."""
        with self._lock:
            now = self._clock()
            self._forget(before=now - WINDOW)
            time = max(now, self._earliest(tokens, rates))
            self._noted[ticket] = Noted(time, tokens)
            return Reservation(time - now)

    async def end(self, ticket: str, tokens: int) -> None:
        """Note what a request took."""
        with self._lock:
            if ticket in self._noted:
                self._noted[ticket] = self._noted[ticket]._replace(tokens=tokens)

    async def give_back(self, ticket: str) -> None:
        """Strike a request that will not go."""
        with self._lock:
            self._noted.pop(ticket, None)

    def _forget(self, *, before: float) -> None:
        while self._noted and self._noted[first := next(iter(self._noted))].time <= before:
            del self._noted[first]

    def _earliest(self, tokens: int, rates: Rates) -> float:
        newest_first = reversed(self._noted.values())
        last = next(iter(newest_first), None)
        if last is None:
            return 0.0
        times = [last.time]
        if rates.requests is not None and len(self._noted) >= rates.requests:
            one = next(islice(reversed(self._noted.values()), rates.requests - 1, None))
            times.append(one.time + WINDOW)
        if rates.tokens is not None:
            times.append(room_at(tuple(self._noted.values()), rates.tokens - tokens, window=WINDOW))
        return max(times)


def room_at(noted: Sequence[Noted], room: int, *, window: float) -> float:
    """Return when the window holds at most `room` tokens, 0 where it does: a request larger than all waits for none.

    Args:
        noted: The requests of the window, in order of time.
        room: Tokens that those still in it may take.
        window: Seconds.
    """
    used, time = sum(one.tokens for one in noted), 0.0
    for one in noted:
        if used <= max(room, 0):
            break
        used -= one.tokens
        time = one.time + window
    return time
