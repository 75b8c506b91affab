"""The workers' queue: DBOS hands an article to one worker at a time, and keeps what was done before a worker died.

The queue has a database of its own: for SQLite a file beside the store, since DBOS polls and writes in short
transactions that would take turns with the store's writer; for PostgreSQL the schema `dbos` of the same database. It
holds numbers of articles, never their text, and nothing that the store's tables do not know: where it is lost, it is
made anew from them.
"""

import logging
import sqlite3
import threading
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol

from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions, WorkflowStatusString

from timeline.errors import ConfigurationError, StoreError
from timeline.jobs.pace import Pace
from timeline.store.address import file_of, read_address
from timeline.store.job_values import Outcome, Ticket

_LOG = logging.getLogger(__name__)
_APPLICATION = "timeline"
_QUEUES = {"rules": "articles", "llm": "model-articles"}
"""A queue for each engine, so that those who wait for a model hold up no one else."""
_WORKFLOW = "article"
_VERSION = "1"
"""Of the steps below, not of the package: articles begun before an upgrade go on after it."""
_MOST_ATTEMPTS = 10
"""So often an article may see its worker die before it counts as the cause."""
_POLL_WHEN_BUSY = 0.05
_POLL_WHEN_IDLE = 1.0
_CONNECTIONS = 12
_TAKERS = "queue-worker-"
"""How DBOS names the threads that take from its queues."""
_LONGEST_CLAIM = 10.0

_only_one = threading.Lock()
"""DBOS is one for a process."""


class Work(Protocol):
    """What a worker does with an article."""

    async def extract(self, ticket: Ticket) -> Outcome | None:
        """Return what became of the article; None where there is nothing left to do."""
        ...

    async def settle(self, ticket: Ticket, outcome: Outcome) -> None:
        """Note the outcome; a repeated call changes nothing."""
        ...


class Fates:
    """Articles of the queue that no worker will take up again."""

    def __init__(self, statuses: dict[str, str], tickets: Sequence[Ticket]) -> None:
        self.lost = tuple(one for one in tickets if _workflow_id(one) not in statuses)
        """The queue knows nothing of them."""
        found = {one: statuses.get(_workflow_id(one)) for one in tickets}
        self.deadly = tuple(one for one, status in found.items() if status == _DEADLY)
        """Too many workers died while at work on them."""
        self.broken = tuple(one for one, status in found.items() if status in _BROKEN)
        """They ended without an outcome."""


_DEADLY = WorkflowStatusString.MAX_RECOVERY_ATTEMPTS_EXCEEDED.value
_BROKEN = (WorkflowStatusString.ERROR.value, WorkflowStatusString.CANCELLED.value)


class ArticleQueue:
    """The queue, and the part of this process in it. `pace` holds over all workers."""

    engines = tuple(_QUEUES)

    def __init__(self, work: Work, *, address: str, worker: str, pace: Pace) -> None:
        self._work = work
        self._address = address
        self._worker = worker
        self._pace = pace
        self._is_busy = True
        self._dbos: DBOS | None = None

    def open(self) -> None:
        """Join the queue: from now on this process takes articles from it.

        Raises:
            ConfigurationError: A queue is open in this process.
            StoreError: The queue's database cannot be had.
        """
        if not _only_one.acquire(blocking=False):
            raise ConfigurationError("jobs are open in this process already; close them first, or use another process")
        try:
            self._launch()
        except Exception as error:  # of whatever kind the database has
            self.close()
            raise StoreError(f"the queue of jobs cannot be opened: {error}; check TIMELINE_DATABASE_URL") from error

    def put(self, tickets: Sequence[Ticket], *, engine: str) -> None:
        """Put articles for an engine in the queue; one that is in it stays as it is."""
        for ticket in tickets:
            with SetWorkflowID(_workflow_id(ticket)):
                DBOS.enqueue_workflow(_QUEUES[engine], self._article, *ticket)

    def take_over(self, alive: Collection[str]) -> int:
        """Put the articles back in the queue that dead workers have begun; of several that do so at once, one does."""
        pending = _listed(status=WorkflowStatusString.PENDING.value)
        dead = sorted({one.executor_id for one in pending if one.executor_id} - set(alive))
        # The public calls to resume cannot say whose articles they mean, so two workers could both resume one.
        return len(DBOS._recover_pending_workflows(dead)) if dead else 0  # noqa: SLF001 - see above

    def fates(self, tickets: Sequence[Ticket]) -> Fates:
        """Tell which of these articles no worker will take up again."""
        if not tickets:
            return Fates({}, ())
        known = _listed(workflow_ids=[_workflow_id(one) for one in tickets])
        return Fates({one.workflow_id: one.status for one in known}, tickets)

    def tidy(self, *, before: datetime) -> None:
        """Forget what was done with before that time."""
        done = _listed(status=WorkflowStatusString.SUCCESS.value, completed_before=before.isoformat(), limit=1000)
        if done:
            DBOS.delete_workflows([one.workflow_id for one in done])

    def be_busy(self, *, is_busy: bool) -> None:
        """Look for articles often, or seldom: all workers do what the last one said."""
        if is_busy == self._is_busy:
            return
        for name in _QUEUES.values():
            queue = DBOS.retrieve_queue(name)
            if queue is not None:
                queue.set_polling_interval_sec(_POLL_WHEN_BUSY if is_busy else _POLL_WHEN_IDLE)
        self._is_busy = is_busy

    def pause(self) -> None:
        """Take no further article from the queue."""
        if self._dbos is None:
            return
        for stopped in self._dbos.background_thread_stop_events:
            stopped.set()
        for thread in threading.enumerate():
            if thread.name.startswith(_TAKERS):
                thread.join(timeout=_LONGEST_CLAIM)

    def close(self) -> None:
        """Leave the queue. What this worker has begun and not ended stays begun, for others to take over."""
        self.pause()
        DBOS.destroy(destroy_registry=True)
        self._dbos = None
        if _only_one.locked():
            _only_one.release()

    def _launch(self) -> None:
        _quieten()
        if self._address.startswith("sqlite"):
            _make_file(self._address)
        self._article = DBOS.workflow(name=_WORKFLOW, max_recovery_attempts=_MOST_ATTEMPTS)(self._workflow())
        self._dbos = DBOS(config=self._config())
        DBOS.launch()
        most = self._pace.model_articles_per_minute
        for engine, name in _QUEUES.items():
            DBOS.register_queue(
                name,
                global_concurrency=self._pace.width,
                limiter={"limit": most, "period": 60.0} if most and engine == "llm" else None,
                polling_interval_sec=_POLL_WHEN_BUSY,
                on_conflict="always_update",
            )

    def _workflow(self) -> Any:  # noqa: ANN401 - DBOS types what it makes of it
        async def article(job: str, number: int, turn: int) -> None:
            ticket = Ticket(job, number, turn)
            outcome = await DBOS.run_step_async(_step("extract"), extract, ticket)
            if outcome is not None:
                await DBOS.run_step_async(_step("settle"), settle, ticket, outcome)

        async def extract(ticket: Ticket) -> str | None:
            outcome = await self._work.extract(ticket)
            return None if outcome is None else outcome.model_dump_json()

        async def settle(ticket: Ticket, outcome: str) -> None:
            await self._work.settle(ticket, Outcome.model_validate_json(outcome))

        return article

    def _config(self) -> DBOSConfig:
        config: DBOSConfig = {
            "name": _APPLICATION,
            "system_database_url": self._address,
            "sys_db_pool_size": _CONNECTIONS,
            "application_version": _VERSION,
            "executor_id": self._worker,
            "log_level": "ERROR",  # of what it only warns, the worker tells what matters
            "enable_otlp": False,
            "notification_listener_polling_interval_sec": 0.2,  # how long closing waits; nothing here listens
            "scheduler_polling_interval_sec": 3600.0,  # nothing is scheduled
        }
        if self._address.startswith("sqlite"):
            config["db_engine_kwargs"] = {"connect_args": {"factory": _QueueConnection}}
        return config


class _QueueConnection(sqlite3.Connection):
    """A connection that does not wait for the disk: what a power cut takes from the queue is put in it again."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - whatever sqlite3 takes
        super().__init__(*arguments, **options)
        self.execute("PRAGMA synchronous = NORMAL")


def _make_file(address: str) -> None:
    """Set the file to a write-ahead log, which stays set: readers and the writer do not wait for each other."""
    connection = sqlite3.connect(file_of(read_address(address)))
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _quieten() -> None:
    """Let DBOS write to the log of the program, instead of a console of its own."""
    log = logging.getLogger("dbos")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _step(name: str) -> StepOptions:
    return {
        "name": name,
        "retries_allowed": True,
        "max_attempts": 6,
        "interval_seconds": 1.0,
        "backoff_rate": 2.0,
        "should_retry": _is_worth_retrying,
    }


def _is_worth_retrying(error: BaseException) -> bool:
    return isinstance(error, StoreError)


def _workflow_id(ticket: Ticket) -> str:
    return f"{ticket.job}:{ticket.number}:{ticket.turn}"


def _listed(**conditions: Any) -> list[Any]:  # noqa: ANN401 - the conditions are those of DBOS
    return DBOS.list_workflows(name=_WORKFLOW, load_input=False, load_output=False, **conditions)
