"""What everyone shares who asks one endpoint, whichever model, engine or thread it is for."""

import asyncio
import time
from typing import NamedTuple

from timeline.llm.budget import Budget
from timeline.llm.ledger import Ledger
from timeline.llm.limits import Limiter, Limits


class Allowance(NamedTuple):
    """The limits, and the money."""

    limiter: Limiter
    budget: Budget


def open_allowance(limits: Limits, *, max_cost_usd: float | None = None, ledger: Ledger | None = None) -> Allowance:
    """Return an allowance. `ledger` is where several processes share the limits; the money is this process's."""
    limiter = Limiter(limits, clock=time.monotonic, sleep=asyncio.sleep, ledger=ledger)
    return Allowance(limiter, Budget(max_cost_usd))
