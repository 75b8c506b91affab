"""Jobs in the store: every change of an article's state is made once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from tests.jobs.working import record
from timeline.store import Store
from timeline.store.database import Database
from timeline.store.job_values import (
    BegunItem,
    InputForm,
    ItemState,
    JobCounts,
    JobListing,
    NewItem,
    NewJob,
    Outcome,
    StoredJob,
    Ticket,
)
from timeline.store.jobs import JobRecords
from timeline.store.jobs_tables import jobs
from timeline.store.workers import WorkerRecords

_AT = datetime(2024, 11, 2, 8, tzinfo=UTC)
_LATER = _AT + timedelta(minutes=5)
_FIRST = Ticket("job_1", 1, 1)
_DONE = Outcome(article="sha256:1", version=1, events=2, requests=1, cost_usd=0.25)
_FAILED = Outcome(error_kind="input", error="the document is empty")


@pytest.fixture
def records(store: Store) -> JobRecords:
    """Return the jobs of a store: one of three articles."""
    opened = JobRecords(store.database)
    job = NewJob(id="job_1", engine="rules", published=date(2024, 10, 12), note="mine")
    opened.open(job, [record(1), record(2), record(3)], at=_AT)
    return opened


def _found(records: JobRecords) -> StoredJob:
    job = records.find("job_1")
    assert job is not None
    return job


def test_a_job_is_found_with_its_counts(records: JobRecords) -> None:
    """It tells what it was handed in with, and how far it is."""
    job = _found(records)
    assert (job.created, job.engine, job.published, job.note) == (_AT, "rules", date(2024, 10, 12), "mine")
    assert job.counts == JobCounts(queued=3)
    assert records.find("job_2") is None


def test_a_job_is_taken_in_as_a_whole_or_not_at_all(records: JobRecords) -> None:
    """An archive that breaks off in the middle leaves nothing behind."""

    def broken() -> Iterator[NewItem]:
        yield record(1)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        records.open(NewJob(id="job_2", engine="rules"), broken(), at=_AT)
    assert records.find("job_2") is None


def test_many_articles_are_numbered_in_order(records: JobRecords) -> None:
    """More than one statement takes keep their order."""
    assert records.open(NewJob(id="job_2", engine="rules"), (record(n) for n in range(1, 1201)), at=_LATER) == 1200
    page = records.articles("job_2", after=1198, limit=5)
    assert [(one.number, one.name) for one in page] == [(1199, "article 1199"), (1200, "article 1200")]
    assert [job.id for job in records.latest(2)] == ["job_2", "job_1"]


def test_an_article_begins_and_ends(records: JobRecords) -> None:
    """Who begins it is told what to do; its outcome is kept, and its input is not."""
    begun = records.begin(_FIRST)
    assert begun == BegunItem(*record(1), "rules", None, date(2024, 10, 12))
    assert _found(records).counts == JobCounts(queued=2, running=1)
    assert records.end(_FIRST, _DONE, at=_LATER)
    job = _found(records)
    assert job.counts == JobCounts(queued=2, done=1)
    assert (job.totals.events, job.totals.requests, job.totals.cost_usd) == (2, 1, 0.25)
    item = records.articles("job_1")[0]
    assert (item.state, item.article, item.version, item.ended) == (ItemState.DONE, "sha256:1", 1, _LATER)
    assert records.redo("job_1", [1]) == 0


def test_an_article_ends_once(records: JobRecords) -> None:
    """What a second worker says of it comes too late, and it begins no more."""
    assert records.end(_FIRST, _DONE, at=_AT)
    assert not records.end(_FIRST, _FAILED, at=_LATER)
    assert records.begin(_FIRST) is None
    assert records.articles("job_1")[0].state is ItemState.DONE


def test_an_article_that_a_dead_worker_began_begins_again(records: JobRecords) -> None:
    """It is counted how often."""
    assert records.begin(_FIRST)
    assert records.begin(_FIRST)
    assert records.articles("job_1")[0].attempts == 2


def test_cancelling_leaves_what_is_under_way(records: JobRecords) -> None:
    """Only articles that nobody has begun are cancelled."""
    records.begin(_FIRST)
    assert records.cancel("job_1", at=_LATER)
    assert _found(records).counts == JobCounts(running=1, cancelled=2)
    assert _found(records).cancelled == _LATER
    assert records.begin(Ticket("job_1", 2, 1)) is None
    assert records.end(_FIRST, _DONE, at=_LATER)
    assert not records.cancel("job_2", at=_LATER)


def test_only_failed_articles_are_retried(records: JobRecords) -> None:
    """They come in their next turn, which a late word about the last one does not touch."""
    records.end(_FIRST, _DONE, at=_AT)
    records.end(Ticket("job_1", 2, 1), _FAILED, at=_AT)
    assert records.retry("job_1", error_kinds=("model",)) == 0
    assert records.retry("job_1") == 1
    assert _found(records).counts == JobCounts(queued=2, done=1)
    assert records.articles("job_1")[1].error is None
    assert not records.end(Ticket("job_1", 2, 1), _FAILED, at=_LATER)
    assert records.begin(Ticket("job_1", 2, 2))


def test_a_kept_input_can_be_done_again(records: JobRecords) -> None:
    """Where results may be lost, their articles can be redone."""
    records.end(_FIRST, _DONE, at=_AT, keeps_input=True)
    assert records.redo("job_1", [1, 2]) == 1
    begun = records.begin(Ticket("job_1", 1, 2))
    assert begun is not None
    assert begun.input == record(1).input


def test_articles_wait_until_they_are_queued(records: JobRecords) -> None:
    """Those of several jobs come by turns; what the queue has lost waits again."""
    records.open(NewJob(id="job_0", engine="rules"), [record(1)], at=_LATER)
    waiting = records.waiting(10, engine="rules")
    assert sorted(waiting[:2]) == [("job_0", 1, 1), ("job_1", 1, 1)]
    records.mark_queued(waiting[:2])
    assert sorted(records.queued(10, engine="rules")) == sorted(waiting[:2])
    assert records.waiting(10, engine="rules") == waiting[2:]
    records.begin(_FIRST)
    records.mark_queued([_FIRST], is_queued=False)
    assert _FIRST in records.waiting(10, engine="rules")
    assert records.waiting(10, engine="llm") == ()
    assert records.depth() == JobCounts(queued=4)


def test_a_listing_is_of_one_moment(records: JobRecords, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ends while a job is told of is told of the next time."""
    reading = Database.reading

    @contextmanager
    def reading_while_one_ends(database: Database) -> Iterator[Connection]:
        with reading(database) as connection:
            connection.execute(select(jobs.c.id)).all()
            records.end(_FIRST, _DONE, at=_LATER)
            yield connection

    with monkeypatch.context() as patched:
        patched.setattr(Database, "reading", reading_while_one_ends)
        listing = records.listing("job_1", limit=2, states=(ItemState.QUEUED,))
    assert listing is not None
    assert listing.job.counts == JobCounts(queued=3)
    assert [one.number for one in listing.items] == [1, 2]
    again = records.listing("job_1", after=1)
    assert again == JobListing(_found(records), records.articles("job_1", after=1))
    assert records.listing("job_2") is None


def test_a_cost_that_is_not_known_makes_the_sum_unknown(records: JobRecords) -> None:
    """A sum that leaves something out would be too low."""
    records.end(_FIRST, _DONE, at=_AT)
    assert _found(records).totals.cost_usd == 0.25
    records.end(Ticket("job_1", 2, 1), Outcome(article="sha256:2", requests=1), at=_AT)
    assert _found(records).totals.cost_usd is None


def test_a_removed_job_is_gone(records: JobRecords) -> None:
    """Nothing is kept of its articles either; one that has something to do stays."""
    assert not records.remove("job_1")
    records.begin(_FIRST)
    records.cancel("job_1", at=_LATER)
    assert not records.remove("job_1")
    assert _found(records).counts == JobCounts(running=1, cancelled=2)
    records.end(_FIRST, _DONE, at=_LATER)
    assert records.remove("job_1")
    assert records.find("job_1") is None
    assert records.articles("job_1") == ()
    assert not records.remove("job_1")


def test_a_job_is_retried_or_removed(records: JobRecords) -> None:
    """Whoever comes first, where both are asked for at once: nothing that was queued again is lost."""
    for number in range(2, 10):
        job = f"job_{number}"
        records.open(NewJob(id=job, engine="rules"), [record(1)], at=_AT)
        records.end(Ticket(job, 1, 1), _FAILED, at=_AT)
        with ThreadPoolExecutor(2) as pool:
            retried, removed = pool.submit(records.retry, job), pool.submit(records.remove, job)
        assert (retried.result(), removed.result(), records.find(job) is None) in {(1, False, False), (0, True, True)}


def test_a_text_that_was_deleted_is_not_retried(records: JobRecords, store: Store) -> None:
    """Whether its id was known when it was handed in, or noted by who read it; one that was not deleted is."""
    known = record(4)._replace(text_id="sha256:4")
    records.open(NewJob(id="job_4", engine="rules"), [known, record(5), record(6)], at=_AT)
    records.note_text(Ticket("job_4", 2, 1), "sha256:5")
    assert not store.delete_article("sha256:4")
    for number in (1, 2, 3):
        records.end(Ticket("job_4", number, 1), _FAILED, at=_AT)
    assert [store.delete_article(f"sha256:{number}") for number in (4, 5, 5, 6)] == [True, True, False, False]
    assert [one.error for one in records.articles("job_4")] == ["its text was deleted"] * 2 + [_FAILED.error]
    assert records.retry("job_4") == 1
    assert [one.state for one in records.articles("job_4")] == [ItemState.FAILED, ItemState.FAILED, ItemState.QUEUED]


def test_a_retry_takes_the_cancelling_back(records: JobRecords) -> None:
    """One that finds nothing to do does not."""
    records.end(_FIRST, _FAILED, at=_AT)
    records.cancel("job_1", at=_LATER)
    assert records.retry("job_1", error_kinds=("model",)) == 0
    assert _found(records).cancelled == _LATER
    assert records.retry("job_1") == 1
    assert _found(records).cancelled is None


def test_an_address_keeps_what_is_known(records: JobRecords) -> None:
    """An input of another form comes back in that form."""
    records.open(NewJob(id="job_2", engine="llm", model="m"), [NewItem(None, InputForm.ADDRESS, "{}")], at=_AT)
    begun = records.begin(Ticket("job_2", 1, 1))
    assert begun is not None
    assert (begun.form, begun.engine, begun.model) == (InputForm.ADDRESS, "llm", "m")


def test_a_silent_worker_counts_as_dead(store: Store) -> None:
    """Until it is heard again."""
    workers = WorkerRecords(store.database)
    workers.beat("a", at=_AT)
    workers.beat("b", at=_AT)
    workers.beat("b", at=_LATER)
    assert workers.alive(since=_AT) == {"a", "b"}
    assert workers.alive(since=_LATER) == {"b"}
    workers.forget_silent(since=_LATER)
    assert workers.alive(since=_AT) == {"b"}
    workers.forget("b")
    assert workers.alive(since=_AT) == frozenset()
