"""The ledger of requests that the processes of a store share."""

import asyncio
import logging
from collections.abc import Callable

from timeline.errors import StoreError
from timeline.llm.ledger import Rates, Reservation
from timeline.store.requests import LEASE, RequestRecords

_LOG = logging.getLogger(__name__)
_RENEW_EVERY = LEASE / 3


class StoreLedger:
    """Notes requests in the store, in threads of the event loop that asks.

    Without the store no request goes out. One that has gone is not spoilt by a store that is away when it ends: it then
    counts as under way until its lease is over.
    """

    def __init__(self, records: RequestRecords) -> None:
        self._records = records
        self._renewals: dict[str, asyncio.TimerHandle] = {}

    async def reserve(self, ticket: str, tokens: int, rates: Rates) -> Reservation:
        """Find the earliest moment for a request, and note it for then.

        Raises:
            StoreError: The store cannot be had; the request must not go.
        """
        asking = asyncio.ensure_future(asyncio.to_thread(self._records.reserve, ticket, tokens, rates))
        try:
            reservation = await asyncio.shield(asking)
        except asyncio.CancelledError:
            asking.add_done_callback(lambda _: self._in_background(lambda: self._records.give_back(ticket)))
            raise
        if reservation.is_granted:
            self._renew_later(ticket, reservation.wait + _RENEW_EVERY)
        return reservation

    async def end(self, ticket: str, tokens: int) -> None:
        """Note that a request is not under way any more, and what it took."""
        self._stop_renewing(ticket)
        await asyncio.to_thread(_told, lambda: self._records.end(ticket, tokens))

    async def give_back(self, ticket: str) -> None:
        """Strike a request that will not go."""
        self._stop_renewing(ticket)
        await asyncio.to_thread(_told, lambda: self._records.give_back(ticket))

    def _renew_later(self, ticket: str, seconds: float) -> None:
        self._renewals[ticket] = asyncio.get_running_loop().call_later(seconds, self._renew, ticket)

    def _renew(self, ticket: str) -> None:
        self._in_background(lambda: self._records.renew(ticket))
        self._renew_later(ticket, _RENEW_EVERY)

    def _stop_renewing(self, ticket: str) -> None:
        renewal = self._renewals.pop(ticket, None)
        if renewal is not None:
            renewal.cancel()

    def _in_background(self, work: Callable[[], None]) -> None:
        asyncio.get_running_loop().run_in_executor(None, _told, work)


def _told(work: Callable[[], None]) -> None:
    """Do what changes no more than how long others wait; where the store is away, say so in the log."""
    try:
        work()
    except StoreError as error:
        _LOG.warning("request cannot be noted error=%s", error)
