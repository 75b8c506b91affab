"""A worker: a thread that says that it lives, keeps the queue filled, and takes over from workers that died."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from timeline.errors import StoreError, TimelineError
from timeline.jobs.pace import Pace
from timeline.jobs.steps import Steps
from timeline.store.job_values import Outcome
from timeline.store.jobs import JobRecords
from timeline.store.workers import WorkerRecords

if TYPE_CHECKING:
    from timeline.jobs.queue import ArticleQueue

_LOG = logging.getLogger(__name__)
_AHEAD = 200
"""So many articles for an engine wait in the queue; the others wait in the store's tables."""
_TICK = 0.2
_TICK_WHEN_IDLE = 1.0
_TICK_IN_TROUBLE = 3.0
_BEATS = 5
"""A worker says so many times that it lives before it would count as dead."""
_KEPT = timedelta(minutes=2)
"""So long the queue remembers what is done with: longer than the minute in which it counts what it began."""
_DEADLY = Outcome(error_kind="deadly", error="each worker that began this article ended before it was done")
_BROKEN = Outcome(error_kind="internal", error="the store failed while a worker was at the article; retry it")


class WorkerOptions(NamedTuple):
    """How a worker works.

    `pace` holds over all workers. A worker that is silent for `patience` seconds counts as
    dead. One that `is_alone` knows that there is no other, and takes over what it finds begun at once.
    """

    pace: Pace = Pace()
    patience: float = 15.0
    is_alone: bool = False


class Worker:
    """Takes articles from the queue once there are any, until it is stopped. `now` is wall time in UTC."""

    def __init__(
        self,
        *,
        records: JobRecords,
        workers: WorkerRecords,
        steps: Steps,
        address: str,
        now: Callable[[], datetime],
        options: WorkerOptions,
    ) -> None:
        self.id = uuid4().hex
        self.trouble: str | None = None
        """Why the last round failed; None where it went well."""
        self._records = records
        self._workers = workers
        self._steps = steps
        self._now = now
        self._options = options
        self._address = address
        self._queue: ArticleQueue | None = None
        """None until there is something to do."""
        self._is_leaving = False
        self._turn = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="timeline-worker", daemon=True)
        self._next_beat = self._next_care = 0.0

    def start(self) -> None:
        """Begin to look for work."""
        self._thread.start()

    def stop(self, *, grace: float) -> None:
        """Begin no further article, give those under way so many seconds to end, and hand the others back."""
        with self._turn:
            self._is_leaving = True
            if self._queue is not None:
                self._queue.pause()
        self._steps.close(grace=grace)
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._queue is not None:
            self._queue.close()
            self._queue = None
            self._say_goodbye()

    def _say_goodbye(self) -> None:
        try:
            self._workers.forget(self.id)
        except StoreError as error:
            _LOG.warning("worker leaves without a word, and will count as dead error=%s", error)

    def _run(self) -> None:
        pause = 0.0
        while not self._stop.wait(pause):
            try:
                with self._turn:
                    pause = _TICK if self._round() else _TICK_WHEN_IDLE
                self.trouble = None
            except Exception as error:  # noqa: BLE001 - a worker outlives a store that is away
                self.trouble = _words_of(error)
                _LOG.warning("worker cannot work error=%s", self.trouble, exc_info=not isinstance(error, TimelineError))
                pause = _TICK_IN_TROUBLE

    def _round(self) -> bool:
        """Do what is due; say whether there is work."""
        if self._is_leaving:
            if self._queue is not None:
                self._beat()
            return self._queue is not None
        has_work = self._records.has_open()
        if self._queue is not None or has_work:
            self._beat()
            queue = self._joined()
            self._feed(queue)
            self._care(queue)
            queue.be_busy(is_busy=has_work)
        return has_work

    def _joined(self) -> "ArticleQueue":
        if self._queue is None:
            from timeline.jobs.queue import ArticleQueue  # noqa: PLC0415 - DBOS is loaded for the first article

            queue = ArticleQueue(self._steps, address=self._address, worker=self.id, pace=self._options.pace)
            queue.open()
            self._queue = queue
        return self._queue

    def _beat(self) -> None:
        if time.monotonic() >= self._next_beat:
            self._workers.beat(self.id, at=self._now())
            self._next_beat = time.monotonic() + self._options.patience / _BEATS

    def _feed(self, queue: "ArticleQueue") -> None:
        for engine in queue.engines:
            room = _AHEAD - len(self._records.queued(_AHEAD, engine=engine))
            if room < _AHEAD // 4:
                continue
            waiting = self._records.waiting(room, engine=engine)
            if waiting:
                queue.put(waiting, engine=engine)
                self._records.mark_queued(waiting)

    def _care(self, queue: "ArticleQueue") -> None:
        """Take over from the dead, and find articles that the queue has lost or given up."""
        if time.monotonic() < self._next_care:
            return
        since = self._now() - timedelta(seconds=self._options.patience)
        alive = {self.id} if self._options.is_alone else {self.id, *self._workers.alive(since=since)}
        taken = queue.take_over(alive)
        if taken:
            _LOG.info("took over articles of dead workers count=%d", taken)
        self._workers.forget_silent(since=since)
        self._mend(queue)
        queue.tidy(before=self._now() - _KEPT)
        self._next_care = time.monotonic() + self._options.patience / 2

    def _mend(self, queue: "ArticleQueue") -> None:
        tickets = [one for engine in queue.engines for one in self._records.queued(2 * _AHEAD, engine=engine)]
        fates = queue.fates(tickets)
        if fates.lost:
            self._records.mark_queued(fates.lost, is_queued=False)
        for ticket in fates.deadly:
            self._records.end(ticket, _DEADLY, at=self._now())
        for ticket in fates.broken:
            self._records.end(ticket, _BROKEN, at=self._now())


def _words_of(error: Exception) -> str:
    """Tell an error; of one that nobody expected only the class, since its message may quote an article."""
    return str(error) if isinstance(error, TimelineError) else f"the program failed: {type(error).__qualname__}"
