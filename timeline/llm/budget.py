"""A spending cap that is never passed: what a request may cost at most is set aside before it goes out."""

import asyncio
import threading

from timeline.llm.account import Account
from timeline.llm.errors import BudgetError, DeadlineError
from timeline.llm.waiting import Line, Turn

_ROUNDING = 1e-12


class Budget:
    """Keeps count of money spent and set aside, over all articles, retries, models and threads that share it."""

    def __init__(self, cap_usd: float | None) -> None:
        self._cap = cap_usd
        self._set_aside = 0.0
        self._line = Line()
        self._lock = threading.Lock()
        self.spent_usd = 0.0

    @property
    def is_capped(self) -> bool:
        """Say whether there is a cap."""
        return self._cap is not None

    async def set_aside(self, most_usd: float, account: Account) -> None:
        """Set aside the most that a request may cost, waiting for those under way where they may leave enough.

        Raises:
            BudgetError: What is left of the cap is less than that.
            DeadlineError: Those under way still held it at the deadline of the account.
        """
        while (turn := self._taken_or_turn(most_usd)) is not None:
            try:
                async with asyncio.timeout(account.seconds_left):
                    await asyncio.wrap_future(turn)
            except TimeoutError:
                raise DeadlineError(
                    f"the ${most_usd:.4f} that the next request may cost was set aside for others until the time for "
                    "the article was over; raise TIMELINE_MAX_COST or TIMELINE_DEADLINE"
                ) from None

    def settle(self, most_usd: float, cost_usd: float) -> None:
        """Give back what was set aside and count what the request did cost."""
        with self._lock:
            self.spent_usd += cost_usd
            if self._cap is not None:
                self._set_aside -= most_usd
                self._line.call_all()

    def _taken_or_turn(self, most_usd: float) -> Turn | None:
        """Set the money aside, or stand in line where it is held by others."""
        with self._lock:
            if self._cap is None or self.spent_usd + self._set_aside + most_usd <= self._cap + _ROUNDING:
                self._set_aside += most_usd if self._cap is not None else 0.0
                return None
            if self.spent_usd + most_usd > self._cap + _ROUNDING:
                raise BudgetError(
                    f"the next request could cost up to ${most_usd:.4f} and pass the cap of ${self._cap:.4f}, "
                    f"of which ${self.spent_usd:.4f} is spent; raise TIMELINE_MAX_COST"
                )
            return self._line.join()
