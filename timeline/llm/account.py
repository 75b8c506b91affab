"""What one piece of work may still ask of a model, and what it has used: requests, retries, tokens, time."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.domain.timeline import Usage, total_usage
from timeline.llm.errors import DeadlineError, RequestsSpentError

Clock = Callable[[], float]
"""Seconds of a monotonic clock."""


class Spent(NamedTuple):
    """What requests took."""

    requests: int
    retries: int
    usage: Usage


class Account:
    """Counts what goes out for one chunk of an article, and stops it at its limits.

    `deadline` is a reading of `clock`, or None where there is none.
    """

    def __init__(self, *, max_requests: int, clock: Clock, deadline: float | None = None) -> None:
        self.max_requests = max_requests
        self.requests = 0
        self.clock = clock
        self._deadline = deadline
        self._untold_requests = self._untold_retries = 0
        self._untold_usages: list[Usage] = []

    @property
    def seconds_left(self) -> float | None:
        """Time until the deadline, or None where there is none."""
        return None if self._deadline is None else self._deadline - self.clock()

    @property
    def is_spent(self) -> bool:
        """Say whether no request is left."""
        return self.requests >= self.max_requests

    def allow_requests(self, limit: int) -> None:
        """Raise the number of requests allowed to `limit`, where it is lower."""
        self.max_requests = max(self.max_requests, limit)

    def open_request(self, *, is_retry: bool) -> None:
        """Count a request that is about to go out.

        Raises:
            RequestsSpentError: It would be one more than allowed.
            DeadlineError: The time is over.
        """
        if self.is_spent:
            raise RequestsSpentError(f"all {self.max_requests} requests allowed for this part of the article are used")
        left = self.seconds_left
        if left is not None and left <= 0:
            raise DeadlineError("the time for the article was over; raise TIMELINE_DEADLINE")
        self.requests += 1
        self._untold_requests += 1
        self._untold_retries += is_retry

    def add(self, usage: Usage) -> None:
        """Add the tokens of a reply, or of a request that failed."""
        self._untold_usages.append(usage)

    def take_spent(self) -> Spent:
        """Return what was spent since it was last taken."""
        spent = Spent(self._untold_requests, self._untold_retries, total_usage(self._untold_usages))
        self._untold_requests = self._untold_retries = 0
        self._untold_usages = []
        return spent
