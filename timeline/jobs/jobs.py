"""Jobs: many articles handed in at once, extracted by whichever workers share the store."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import uuid4

from timeline.errors import InputError
from timeline.jobs.outage import Outage
from timeline.jobs.worker import Worker
from timeline.store.job_values import ItemState, JobCounts, JobListing, NewItem, NewJob, StoredItem, StoredJob
from timeline.store.jobs import JobRecords


class JobPlan(NamedTuple):
    """How the articles of a job are extracted. `engine` is `rules` or `llm`, `published` for those without a date."""

    engine: str
    model: str | None = None
    published: date | None = None
    note: str = ""


class Jobs:
    """The jobs of a store, and this process's part in their work. `now` is wall time in UTC."""

    def __init__(self, *, records: JobRecords, worker: Worker, outage: Outage, now: Callable[[], datetime]) -> None:
        self._records = records
        self._worker = worker
        self._now = now
        self.outage = outage

    @property
    def trouble(self) -> str | None:
        """Why the worker cannot work, or None where it can."""
        return self._worker.trouble

    def start(self) -> None:
        """Begin to work on what is open, now and from now on."""
        self._worker.start()

    def stop(self, *, grace: float = 20.0) -> None:
        """Begin no further article, give those under way so many seconds to end, and hand the others back."""
        self._worker.stop(grace=grace)

    def submit(self, articles: Iterable[NewItem], plan: JobPlan) -> StoredJob:
        """Take in a job, as a whole or not at all. Articles that cannot be read will be failures of their own.

        Raises:
            InputError: There is no article.
            StoreError: The store cannot be had.
        """
        job = NewJob(id=f"job_{uuid4().hex}", **plan._asdict())
        if not self._records.open(job, articles, at=self._now()):
            self._records.remove(job.id)
            raise InputError("the job has no article; give at least one")
        return self._found(job.id)

    def find(self, job: str) -> StoredJob | None:
        """Return a job, or None where there is none."""
        return self._records.find(job)

    def latest(self, limit: int = 1) -> tuple[StoredJob, ...]:
        """Return the last jobs that were handed in, newest first."""
        return self._records.latest(limit)

    def articles(
        self, job: str, *, after: int = 0, limit: int = 100, states: Sequence[ItemState] = ()
    ) -> tuple[StoredItem, ...]:
        """Return the articles of a job behind number `after`, in order."""
        return self._records.articles(job, after=after, limit=limit, states=states)

    def listing(
        self, job: str, *, after: int = 0, limit: int = 100, states: Sequence[ItemState] = ()
    ) -> JobListing | None:
        """Return a job with articles of it as `articles` has them, at one moment; None where there is none."""
        return self._records.listing(job, after=after, limit=limit, states=states)

    def cancel(self, job: str) -> StoredJob | None:
        """Cancel the articles that are not begun; those under way end. None where there is no such job."""
        return self._records.find(job) if self._records.cancel(job, at=self._now()) else None

    def retry(self, job: str, *, error_kinds: Sequence[str] = ()) -> int:
        """Queue the failed articles of a job again; return how many they are."""
        return self._records.retry(job, error_kinds=error_kinds)

    def redo(self, job: str, numbers: Sequence[int]) -> int:
        """Queue done articles again whose results are lost; return how many could be."""
        return self._records.redo(job, numbers)

    def remove(self, job: str) -> bool:
        """Forget a job that is at its end, for good; say whether there was one."""
        return self._records.remove(job)

    def depth(self) -> JobCounts:
        """Count the articles of all jobs by state."""
        return self._records.depth()

    def _found(self, job: str) -> StoredJob:
        found = self._records.find(job)
        if found is None:
            raise InputError(f"no job {job!r}; it was removed")
        return found
