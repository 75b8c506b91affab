"""How many requests and tokens go out at a time and in a minute: as set, and as the provider's headers say."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from secrets import token_hex

from pydantic import Field

from timeline.domain.value import Value
from timeline.llm.account import Account, Clock
from timeline.llm.errors import DeadlineError
from timeline.llm.headers import Headers, RateLimit, rate_limit
from timeline.llm.ledger import WINDOW, Ledger, MemoryLedger, Rates
from timeline.llm.retry import Sleep
from timeline.llm.waiting import Places

_LONGEST_HOLD = 60.0


class Limits(Value):
    """Requests under way at once, and requests and tokens a minute; None where there is no limit."""

    concurrency: int = Field(default=8, ge=1)
    requests_per_minute: int | None = Field(default=None, ge=1)
    tokens_per_minute: int | None = Field(default=None, ge=1)


class Passage:
    """A request that was let through. `tokens` is an estimate until the reply says what it took."""

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens


class Limiter:
    """Lets requests through in the order in which they come, from whichever event loops and threads.

    The ledger is this process's own where none is given. What the provider's headers say is known to the limiter that
    read them.
    """

    def __init__(self, limits: Limits, *, clock: Clock, sleep: Sleep, ledger: Ledger | None = None) -> None:
        self._rates = Rates(limits.requests_per_minute, limits.tokens_per_minute)
        self._clock = clock
        self._sleep = sleep
        self._ledger: Ledger = ledger or MemoryLedger(clock)
        self._places = Places(limits.concurrency)
        self._gate = Places(1)
        self._held_until = clock()
        self._lock = threading.Lock()

    @asynccontextmanager
    async def passage(self, tokens: int, account: Account) -> AsyncIterator[Passage]:
        """Wait for a place and for the limits of the minute; the place is held while the block runs.

        Raises:
            DeadlineError: The wait would last past the deadline of the account.
            TimelineError: The ledger cannot be had.
        """
        async with self._places:
            async with self._gate:
                ticket = await self._granted(tokens, account)
            passage = Passage(tokens)
            try:
                yield passage
            finally:
                await self._ledger.end(ticket, passage.tokens)

    def hold(self, seconds: float) -> None:
        """Let nothing through for that long: the provider asked for it."""
        with self._lock:
            self._held_until = max(self._held_until, self._clock() + min(seconds, _LONGEST_HOLD))

    def learn(self, headers: Headers) -> None:
        """Take over what the provider says of its limits where it is stricter than what was set."""
        requests, tokens = rate_limit(headers, "requests"), rate_limit(headers, "tokens")
        with self._lock:
            known = self._rates
            self._rates = Rates(_stricter(known.requests, requests), _stricter(known.tokens, tokens))
        for limit in (requests, tokens):
            if limit.remaining == 0 and limit.reset_seconds is not None:
                self.hold(limit.reset_seconds)

    async def _granted(self, tokens: int, account: Account) -> str:
        """Return the ticket under which a request may go now."""
        ticket = token_hex(16)
        while True:
            await self._wait_in_line(ticket, self._held_until - self._clock(), account)
            reservation = await self._ledger.reserve(ticket, tokens, self._rates)
            await self._wait_in_line(ticket, reservation.wait, account)
            if reservation.is_granted:
                if self._clock() >= self._held_until:
                    return ticket
                await self._ledger.give_back(ticket)

    async def _wait_in_line(self, ticket: str, seconds: float, account: Account) -> None:
        """Wait; a ticket for which that cannot be stands in line no more, where it would hold up others."""
        try:
            await self._wait(seconds, account)
        except BaseException:
            await self._ledger.give_back(ticket)
            raise

    async def _wait(self, seconds: float, account: Account) -> None:
        if seconds <= 0:
            return
        left = account.seconds_left
        if left is not None and seconds >= left:
            raise DeadlineError("the limits of requests and tokens a minute leave no time for the article")
        await self._sleep(seconds)


def _stricter(known: int | None, told: RateLimit) -> int | None:
    """Return the smaller limit. One whose window is longer than a minute is a limit of another kind."""
    if told.limit is None or told.limit < 1 or (told.reset_seconds or 0) > WINDOW:
        return known
    return int(told.limit) if known is None else min(known, int(told.limit))
