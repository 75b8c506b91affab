"""The one place that tries again: which errors, how often, and how long it waits.

The wait before attempt n + 1 is what the provider asked for (`Retry-After`), else a random time between
nothing and min(longest_wait, first_wait * 2 ** (n - 1)): "full jitter", which keeps many clients apart.
"""

import math
from collections.abc import Awaitable, Callable
from random import Random
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from timeline.domain.value import Value
from timeline.llm.account import Account
from timeline.llm.errors import DeadlineError, TransientError, UnreadableBodyError
from timeline.llm.outage import Outage

Sleep = Callable[[float], Awaitable[None]]
"""Waits that many seconds."""

Reply = TypeVar("Reply")

_PASSING = (TransientError, UnreadableBodyError)
"""What another attempt may get past."""


class RetryPolicy(Value):
    """How often a request is tried, and for how long.

    A request that gets no answer costs its whole timeout, so it is tried less often. A body that is no
    chat completion is tried once more. A provider that answers with nothing but 408, 409, 429 or 5xx, to this
    request or to all of them, is given up when the next attempt would come `give_up_after` seconds after the first.
    """

    attempts: int = 8
    attempts_unanswered: int = 3
    attempts_unreadable: int = 2
    first_wait: float = 1.0
    longest_wait: float = 15.0
    give_up_after: float = 45.0


class Retrier:
    """Runs requests to one provider, each until it has a reply or is given up."""

    def __init__(self, policy: RetryPolicy, *, sleep: Sleep, random: Random) -> None:
        self._policy = policy
        self._sleep = sleep
        self._random = random
        self._outage = Outage(forgotten_after=policy.give_up_after)

    async def run(self, attempt: Callable[[bool], Awaitable[Reply]], account: Account) -> Reply:
        """Call `attempt` until it returns; it is told whether it is a repetition.

        Raises:
            CallError: What the last attempt raised, or a DeadlineError where the next wait would pass the deadline.
        """
        attempts = 0
        own = Outage(forgotten_after=math.inf)

        async def once() -> Reply:
            nonlocal attempts
            attempts += 1
            try:
                reply = await attempt(attempts > 1)
            except TransientError as error:
                if error.status is not None:
                    own.note_error(account.clock())
                    self._outage.note_error(account.clock())
                raise
            self._outage.note_reply()
            return reply

        try:
            return await once()
        except _PASSING as error:
            failed = [error]

        async def again() -> Reply:
            if failed:
                raise failed.pop()
            return await once()

        # Made only now, and given the first error: few requests are ever tried again.
        retrying = AsyncRetrying(
            sleep=self._sleep,
            wait=self._wait,
            stop=lambda state: self._is_over(state, account, own),
            retry=retry_if_exception_type(_PASSING),
            reraise=True,
        )
        return await retrying(again)

    def _wait(self, state: RetryCallState) -> float:
        error = _error_of(state)
        if isinstance(error, TransientError) and error.retry_after is not None:
            return error.retry_after
        exponent = min(state.attempt_number - 1, 30)
        return self._random.uniform(0, min(self._policy.longest_wait, self._policy.first_wait * 2**exponent))

    def _is_over(self, state: RetryCallState, account: Account, own: Outage) -> bool:
        error = _error_of(state)
        if account.is_spent or state.attempt_number >= self._attempts_for(error):
            return True
        was_answered = isinstance(error, TransientError) and error.status is not None
        failing = max(own.seconds(account.clock()), self._outage.seconds(account.clock()))
        if was_answered and failing + state.upcoming_sleep > self._policy.give_up_after:
            return True
        left = account.seconds_left
        if left is not None and state.upcoming_sleep >= left:
            raise DeadlineError("the time for the article would be over before the next attempt") from error
        return False

    def _attempts_for(self, error: BaseException | None) -> int:
        match error:
            case UnreadableBodyError():
                return min(self._policy.attempts, self._policy.attempts_unreadable)
            case TransientError(status=None):
                return min(self._policy.attempts, self._policy.attempts_unanswered)
            case _:
                return self._policy.attempts


def _error_of(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome is not None else None
