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
        self._untold = Spent(0, 0, Usage())
        self._deadline = deadline

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
        requests, retries, usage = self._untold
        self._untold = Spent(requests + 1, retries + is_retry, usage)

    def add(self, usage: Usage) -> None:
        """Add the tokens of a reply, or of a request that failed."""
        self._untold = self._untold._replace(usage=total_usage((self._untold.usage, usage)))

    def take_spent(self) -> Spent:
        """Return what was spent since it was last taken."""
        spent, self._untold = self._untold, Spent(0, 0, Usage())
        return spent
