"""Limits of a minute, on simulated time."""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import monotonic

import pytest

from tests.llm.simulation import SimulatedTime, account_of
from timeline.llm.errors import DeadlineError
from timeline.llm.ledger import WINDOW, MemoryLedger, Rates, Reservation
from timeline.llm.limits import Limiter, Limits


async def _pass(limiter: Limiter, time: SimulatedTime, tokens: int = 1) -> float:
    async with limiter.passage(tokens, account_of(time)):
        return time.now - 1000.0


async def test_no_more_requests_a_minute_than_set() -> None:
    """The third waits until the first is a minute old."""
    time = SimulatedTime()
    limiter = Limiter(Limits(requests_per_minute=2), clock=time.clock, sleep=time.sleep)
    assert [await _pass(limiter, time) for _ in range(5)] == [0, 0, WINDOW, WINDOW, 2 * WINDOW]


async def test_no_more_tokens_a_minute_than_set() -> None:
    """A request larger than the limit goes alone."""
    time = SimulatedTime()
    limiter = Limiter(Limits(tokens_per_minute=100), clock=time.clock, sleep=time.sleep)
    waits = [await _pass(limiter, time, tokens) for tokens in (60, 40, 1, 500, 1)]
    assert waits == [
        0,
        0,
        WINDOW,
        2 * WINDOW,
        3 * WINDOW,
    ]


async def test_tokens_are_corrected_by_what_the_reply_took() -> None:
    """An estimate that was too high does not hold the next back."""
    time = SimulatedTime()
    limiter = Limiter(Limits(tokens_per_minute=100), clock=time.clock, sleep=time.sleep)
    async with limiter.passage(90, account_of(time)) as passage:
        passage.tokens = 10
    assert await _pass(limiter, time, 90) == 0


async def test_no_more_requests_at_once_than_set() -> None:
    """The others wait for a place."""
    time = SimulatedTime()
    limiter = Limiter(Limits(concurrency=3), clock=time.clock, sleep=time.sleep)
    under_way = most = 0

    async def work() -> None:
        nonlocal under_way, most
        async with limiter.passage(1, account_of(time)):
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0)
            under_way -= 1

    await asyncio.gather(*(work() for _ in range(20)))
    assert most == 3


async def test_limits_are_learned_from_headers() -> None:
    """The provider's limit counts where it is stricter."""
    time = SimulatedTime()
    limiter = Limiter(Limits(requests_per_minute=50), clock=time.clock, sleep=time.sleep)
    limiter.learn({"x-ratelimit-limit-requests": "1", "x-ratelimit-reset-requests": "1s"})
    assert [await _pass(limiter, time) for _ in range(2)] == [0, WINDOW]


async def test_a_limit_that_is_used_up_holds_all_requests_until_its_reset() -> None:
    """Nothing is sent that could only fail."""
    time = SimulatedTime()
    limiter = Limiter(Limits(), clock=time.clock, sleep=time.sleep)
    limiter.learn({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "12s"})
    assert await _pass(limiter, time) == 12


async def test_a_limit_of_a_day_is_not_taken_for_one_of_a_minute() -> None:
    """Its reset is too far away."""
    time = SimulatedTime()
    limiter = Limiter(Limits(), clock=time.clock, sleep=time.sleep)
    limiter.learn({"x-ratelimit-limit-requests": "1", "x-ratelimit-reset-requests": "7h"})
    assert [await _pass(limiter, time) for _ in range(3)] == [0, 0, 0]


async def test_a_wait_past_the_deadline_is_not_begun() -> None:
    """The article's time would be over."""
    time = SimulatedTime()
    limiter = Limiter(Limits(requests_per_minute=1), clock=time.clock, sleep=time.sleep)
    await _pass(limiter, time)
    with pytest.raises(DeadlineError):
        async with limiter.passage(1, account_of(time, deadline=time.now + 30)):
            pytest.fail("let through")
    assert time.waits == []


async def test_a_wait_that_was_broken_off_takes_no_share_of_the_minute() -> None:
    """Whoever comes next goes when the other would have gone."""
    time = SimulatedTime()

    async def never(_: float) -> None:
        await asyncio.Event().wait()

    ledger = MemoryLedger(time.clock)
    limits = Limits(requests_per_minute=1)
    patient, other = (Limiter(limits, clock=time.clock, sleep=sleep, ledger=ledger) for sleep in (time.sleep, never))
    await _pass(patient, time)
    waiting = asyncio.create_task(_pass(other, time))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert await _pass(patient, time) == WINDOW


async def test_a_hold_that_comes_while_a_request_waits_is_kept() -> None:
    """It then waits for the end of the hold, and is counted from there."""
    time = SimulatedTime()
    held = False

    async def sleep(seconds: float) -> None:
        nonlocal held
        await time.sleep(seconds)
        if not held:
            held = True
            limiter.hold(30)

    limiter = Limiter(Limits(requests_per_minute=1), clock=time.clock, sleep=sleep)
    assert [await _pass(limiter, time) for _ in range(3)] == [0, WINDOW + 30, 2 * WINDOW + 30]


async def test_limiters_that_share_a_ledger_share_the_minute() -> None:
    """They take turns: each has one request in it that waits."""
    time = SimulatedTime()
    ledger = MemoryLedger(time.clock)
    limits = Limits(requests_per_minute=2)
    first, second = (Limiter(limits, clock=time.clock, sleep=time.sleep, ledger=ledger) for _ in range(2))
    waits = [await _pass(one, time) for one in (first, second, first, second, second)]
    assert waits == [
        0,
        0,
        WINDOW,
        WINDOW,
        2 * WINDOW,
    ]


def test_a_limiter_serves_several_event_loops() -> None:
    """No more are under way at once than set, whichever thread they come from."""
    limiter = Limiter(Limits(concurrency=2), clock=monotonic, sleep=asyncio.sleep)
    under_way, lock = Counter[str](), Lock()

    async def take() -> None:
        async with limiter.passage(1, account_of()):
            with lock:
                under_way["now"] += 1
                under_way["most"] = max(under_way["most"], under_way["now"])
            await asyncio.sleep(0.002)
            with lock:
                under_way["now"] -= 1

    async def work() -> None:
        await asyncio.gather(*(take() for _ in range(10)))

    with ThreadPoolExecutor(3) as threads:
        for one in [threads.submit(asyncio.run, work()) for _ in range(3)]:
            one.result(timeout=30)
    assert under_way == {"now": 0, "most": 2}


class _FullLedger:
    """Grants nothing, and remembers who stands in line."""

    def __init__(self) -> None:
        self.line: set[str] = set()

    async def reserve(self, ticket: str, tokens: int, rates: Rates) -> Reservation:  # noqa: ARG002 - the seam has them
        self.line.add(ticket)
        return Reservation(1.0, is_granted=False)

    async def end(self, ticket: str, tokens: int) -> None:  # noqa: ARG002 - the seam has it
        self.line.discard(ticket)

    async def give_back(self, ticket: str) -> None:
        self.line.discard(ticket)


async def test_who_leaves_the_line_for_want_of_time_stands_in_it_no_more() -> None:
    """The provider asks for a wait while a request stands in line, and it is longer than the article has."""
    time, ledger = SimulatedTime(), _FullLedger()

    async def sleep(seconds: float) -> None:
        await time.sleep(seconds)
        limiter.hold(30)

    limiter = Limiter(Limits(), clock=time.clock, sleep=sleep, ledger=ledger)
    with pytest.raises(DeadlineError):
        async with limiter.passage(1, account_of(time, deadline=time.now + 10)):
            pytest.fail("let through")
    assert time.waits == [1.0]
    assert ledger.line == set()
