"""The two steps of an article that the queue calls for, those under way in this process, and how they are ended."""

import asyncio
import logging
import threading
from collections.abc import Callable
from datetime import datetime

from timeline.jobs.extraction import Extraction
from timeline.store.job_values import BegunItem, Outcome, Ticket
from timeline.store.jobs import JobRecords

_LOG = logging.getLogger(__name__)
_CLOSING = 5.0
"""Seconds for connections to a model to be closed."""


class Steps:
    """Extracts an article, then settles what became of it. `keeps_input` is for whoever may want one done again."""

    def __init__(
        self,
        extraction: Extraction,
        records: JobRecords,
        *,
        now: Callable[[], datetime],
        keeps_input: bool = False,
    ) -> None:
        self._extraction = extraction
        self._records = records
        self._now = now
        self._keeps_input = keeps_input
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[Outcome]] = set()
        self._under_way: set[Ticket] = set()
        self._is_closing = False
        self._changed = threading.Condition()

    async def extract(self, ticket: Ticket) -> Outcome | None:
        """Extract an article that is open; None where it is not."""
        self._loop = asyncio.get_running_loop()
        if self._is_closing:
            await _until_the_queue_closes()
        self._note(ticket, is_under_way=True)
        try:
            item = await asyncio.to_thread(self._records.begin, ticket)
            outcome = None if item is None else await self._run(ticket, item)
        except BaseException:
            self._note(ticket, is_under_way=False)
            raise
        if outcome is None:
            self._note(ticket, is_under_way=False)
        return outcome

    async def settle(self, ticket: Ticket, outcome: Outcome) -> None:
        """Note the outcome."""
        await asyncio.to_thread(self._records.end, ticket, outcome, at=self._now(), keeps_input=self._keeps_input)
        self._note(ticket, is_under_way=False)

    def close(self, *, grace: float) -> None:
        """Let no article begin, give those under way so many seconds, break off the others, and close the engines."""
        self._is_closing = True
        with self._changed:
            self._changed.wait_for(lambda: not self._under_way, timeout=grace)
        loop = self._loop
        if loop is None or not loop.is_running():
            return
        try:
            asyncio.run_coroutine_threadsafe(self._shut(), loop).result(timeout=_CLOSING)
        except TimeoutError:
            _LOG.warning("engines did not close in time seconds=%s", _CLOSING)

    async def _run(self, ticket: Ticket, item: BegunItem) -> Outcome:
        """Extract in a task of its own, so that it can be broken off without an outcome."""
        task = asyncio.create_task(self._extraction.run(ticket, item))
        self._tasks.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            if self._is_closing:
                await _until_the_queue_closes()
            raise
        finally:
            self._tasks.discard(task)

    async def _shut(self) -> None:
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._extraction.aclose()

    def _note(self, ticket: Ticket, *, is_under_way: bool) -> None:
        with self._changed:
            (self._under_way.add if is_under_way else self._under_way.discard)(ticket)
            self._changed.notify_all()


async def _until_the_queue_closes() -> None:
    """Wait to be cancelled: the article stays begun, and another worker takes it over."""
    await asyncio.Event().wait()
