"""How many requests and tokens go out at a time and in a minute: as set, and as the provider's headers say."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import Field

from timeline.domain.value import Value
from timeline.llm.account import Account, Clock
from timeline.llm.errors import DeadlineError
from timeline.llm.headers import Headers, RateLimit, rate_limit
from timeline.llm.retry import Sleep

_WINDOW = 60.0
_LONGEST_HOLD = 60.0


class Limits(Value):
    """Requests under way at once, and requests and tokens a minute; None where there is no limit."""

    concurrency: int = Field(default=8, ge=1)
    requests_per_minute: int | None = Field(default=None, ge=1)
    tokens_per_minute: int | None = Field(default=None, ge=1)


class Passage:
    """A request that was let through. `tokens` is an estimate until the reply says what it took."""

    def __init__(self, time: float, tokens: int) -> None:
        self.time = time
        self.tokens = tokens


class Limiter:
    """Lets requests through in the order in which they come. One instance belongs to one event loop."""

    def __init__(self, limits: Limits, *, clock: Clock, sleep: Sleep) -> None:
        self._requests_per_minute = limits.requests_per_minute
        self._tokens_per_minute = limits.tokens_per_minute
        self._clock = clock
        self._sleep = sleep
        self._slots = asyncio.Semaphore(limits.concurrency)
        self._gate = asyncio.Lock()
        self._passed: deque[Passage] = deque()
        self._held_until = clock()

    @asynccontextmanager
    async def passage(self, tokens: int, account: Account) -> AsyncIterator[Passage]:
        """Wait for a place and for the limits of the minute; the place is held while the block runs.

        Raises:
            DeadlineError: The wait would last past the deadline of the account.
        """
        async with self._slots:
            async with self._gate:
                while (wait := self._wait_for(tokens)) > 0:
                    left = account.seconds_left
                    if left is not None and wait >= left:
                        raise DeadlineError("the limits of requests and tokens a minute leave no time for the article")
                    await self._sleep(wait)
                passage = Passage(self._clock(), tokens)
                self._passed.append(passage)
            yield passage

    def hold(self, seconds: float) -> None:
        """Let nothing through for that long: the provider asked for it."""
        self._held_until = max(self._held_until, self._clock() + min(seconds, _LONGEST_HOLD))

    def learn(self, headers: Headers) -> None:
        """Take over what the provider says of its limits where it is stricter than what was set."""
        requests, tokens = rate_limit(headers, "requests"), rate_limit(headers, "tokens")
        self._requests_per_minute = _stricter(self._requests_per_minute, requests)
        self._tokens_per_minute = _stricter(self._tokens_per_minute, tokens)
        for limit in (requests, tokens):
            if limit.remaining == 0 and limit.reset_seconds is not None:
                self.hold(limit.reset_seconds)

    def _wait_for(self, tokens: int) -> float:
        now = self._clock()
        while self._passed and self._passed[0].time <= now - _WINDOW:
            self._passed.popleft()
        waits = [self._held_until - now]
        if self._requests_per_minute is not None and len(self._passed) >= self._requests_per_minute:
            waits.append(self._passed[-self._requests_per_minute].time + _WINDOW - now)
        if self._tokens_per_minute is not None:
            waits.append(self._wait_for_tokens(self._tokens_per_minute - tokens, now))
        return max(waits)

    def _wait_for_tokens(self, room: int, now: float) -> float:
        """Return how long until the window holds at most `room` tokens; a request larger than all waits for none."""
        used = sum(passage.tokens for passage in self._passed)
        for passage in self._passed:
            if used <= max(room, 0):
                break
            used -= passage.tokens
            wait = passage.time + _WINDOW - now
            if used <= max(room, 0):
                return wait
        return 0.0


def _stricter(known: int | None, told: RateLimit) -> int | None:
    """Return the smaller limit. One whose window is longer than a minute is a limit of another kind."""
    if told.limit is None or told.limit < 1 or (told.reset_seconds or 0) > _WINDOW:
        return known
    return int(told.limit) if known is None else min(known, int(told.limit))
