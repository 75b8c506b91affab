"""Waiting and giving up, on simulated time."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.llm.simulation import SimulatedTime, account_of
from timeline.llm.errors import AccessError, CallError, TransientError, UnreadableBodyError
from timeline.llm.retry import Retrier, RetryPolicy


def _failing(errors: list[CallError]) -> Callable[[bool], Awaitable[str]]:
    async def attempt(_: bool) -> str:
        if errors:
            raise errors.pop(0)
        return "reply"

    return attempt


def _retrier(time: SimulatedTime, policy: RetryPolicy | None = None, seed: int = 7) -> Retrier:
    return Retrier(policy or RetryPolicy(), sleep=time.sleep, random=Random(seed))  # noqa: S311 - jitter is no secret


async def test_attempts_after_the_first_are_told_that_they_are() -> None:
    """They count as retries."""
    told: list[bool] = []

    async def attempt(is_retry: bool) -> str:
        told.append(is_retry)
        if len(told) < 3:
            raise TransientError("busy", status=503)
        return "reply"

    time = SimulatedTime()
    assert await _retrier(time).run(attempt, account_of(time)) == "reply"
    assert told == [False, True, True]


async def test_an_error_that_will_not_pass_is_raised_at_once() -> None:
    """No wait, no second attempt."""
    time = SimulatedTime()
    with pytest.raises(AccessError):
        await _retrier(time).run(_failing([AccessError("no"), AccessError("no")]), account_of(time))
    assert time.waits == []


@given(seed=st.integers(0, 10_000))
async def test_waits_have_full_jitter_under_a_doubling_bound(seed: int) -> None:
    """Each lies between nothing and the bound."""
    time = SimulatedTime()
    errors: list[CallError] = [TransientError("busy", status=503) for _ in range(5)]
    await _retrier(time, seed=seed).run(_failing(errors), account_of(time))
    assert all(0 <= wait <= bound for wait, bound in zip(time.waits, [1, 2, 4, 8, 15], strict=True))


@pytest.mark.parametrize(
    ("error", "attempts"),
    [
        pytest.param(TransientError("busy", status=503, retry_after=0), 8, id="answered with an error"),
        pytest.param(TransientError("silent", was_sent=True), 3, id="not answered"),
        pytest.param(UnreadableBodyError("odd"), 2, id="not readable"),
    ],
)
async def test_how_often_depends_on_what_an_attempt_costs(error: CallError, attempts: int) -> None:
    """The number of attempts is bounded by the kind of error."""
    made = 0

    async def attempt(_: bool) -> str:
        nonlocal made
        made += 1
        raise error

    time = SimulatedTime()
    with pytest.raises(type(error)):
        await _retrier(time).run(attempt, account_of(time))
    assert made == attempts


async def test_a_setting_of_one_attempt_means_one() -> None:
    """The number of attempts is the user's."""
    time = SimulatedTime()
    with pytest.raises(TransientError):
        await _retrier(time, RetryPolicy(attempts=1)).run(_failing([TransientError("a")] * 3), account_of(time))
    assert time.waits == []


async def test_a_provider_that_fails_for_all_is_given_up_for_all() -> None:
    """Each further request then costs one attempt, not another 45 seconds."""
    time = SimulatedTime()
    retrier = _retrier(time)
    busy = TransientError("busy", status=429, retry_after=20)
    with pytest.raises(TransientError):
        await retrier.run(_failing([busy] * 9), account_of(time))
    assert time.waits == [20, 20]
    with pytest.raises(TransientError):
        await retrier.run(_failing([busy] * 9), account_of(time))
    assert time.waits == [20, 20]


@pytest.mark.parametrize("pause", [0, 3600], ids=["after a reply", "after a pause"])
async def test_a_provider_that_works_again_is_tried_again(pause: float) -> None:
    """What was is forgotten."""
    time = SimulatedTime()
    retrier = _retrier(time)
    busy = TransientError("busy", status=429, retry_after=20)
    with pytest.raises(TransientError):
        await retrier.run(_failing([busy] * 9), account_of(time))
    if pause:
        time.now += pause
    else:
        await retrier.run(_failing([]), account_of(time))
    assert await retrier.run(_failing([busy]), account_of(time)) == "reply"


async def test_time_spent_before_the_first_error_does_not_count() -> None:
    """A request may have waited long for its turn."""
    time = SimulatedTime()
    errors: list[CallError] = [TransientError("busy", status=503, retry_after=1)]

    async def attempt(is_retry: bool) -> str:
        if not is_retry:
            time.now += 600
            raise errors.pop()
        return "reply"

    assert await _retrier(time).run(attempt, account_of(time)) == "reply"
