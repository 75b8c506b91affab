"""Jobs in the store: handed in as a whole, counted, and every change of an article's state made once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    case,
    delete,
    exists,
    func,
    insert,
    select,
    true,
    tuple_,
    update,
)

from timeline.store.database import Database
from timeline.store.job_values import (
    OPEN,
    BegunItem,
    InputForm,
    ItemState,
    JobCounts,
    JobListing,
    JobTotals,
    NewItem,
    NewJob,
    Outcome,
    StoredItem,
    StoredJob,
    Ticket,
)
from timeline.store.jobs_tables import job_items as items
from timeline.store.jobs_tables import jobs

_AT_ONCE = 500
"""Rows in one statement."""
_DELETED = "its text was deleted"
_SHOWN = (
    items.c.number,
    items.c.name,
    items.c.state,
    items.c.attempts,
    items.c.article,
    items.c.version,
    items.c.error_kind,
    items.c.error,
    items.c.failures,
    items.c.ended,
)


class JobRecords:
    """The jobs of a store. Wall time comes in as `at`, in UTC."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, job: NewJob, articles: Iterable[NewItem], *, at: datetime) -> int:
        """Take in a job with all its articles, or nothing of it; return how many there are.

        Raises:
            StoreError: The store cannot be had.
        """
        count = 0
        remaining = iter(articles)
        with self._database.writing() as connection:
            connection.execute(insert(jobs).values(**job.model_dump(), created=at))
            while some := tuple(islice(remaining, _AT_ONCE)):
                rows = [_row(job.id, number, one) for number, one in enumerate(some, count + 1)]
                connection.execute(insert(items), rows)
                count += len(rows)
        return count

    def find(self, job: str) -> StoredJob | None:
        """Return a job and how far it is, or None where there is none."""
        with self._database.reading() as connection:
            return _found(connection, job)

    def latest(self, limit: int = 1) -> tuple[StoredJob, ...]:
        """Return the last jobs that were handed in, newest first."""
        with self._database.reading() as connection:
            newest = select(jobs).order_by(jobs.c.created.desc(), jobs.c.id).limit(limit)
            rows = connection.execute(newest).mappings().all()
            return tuple(_stored_job(connection, row) for row in rows)

    def articles(
        self, job: str, *, after: int = 0, limit: int = 100, states: Sequence[ItemState] = ()
    ) -> tuple[StoredItem, ...]:
        """Return the articles of a job that follow number `after`, in order: all, or those in `states`."""
        with self._database.reading() as connection:
            return _listed(connection, _following(job, after, limit, states))

    def listing(
        self, job: str, *, after: int = 0, limit: int = 100, states: Sequence[ItemState] = ()
    ) -> JobListing | None:
        """Return a job with its articles as `articles` has them; None where there is none."""
        with self._database.reading() as connection:
            found = _found(connection, job)
            if found is None:
                return None
            return JobListing(found, _listed(connection, _following(job, after, limit, states)))

    def depth(self) -> JobCounts:
        """Count the articles of all jobs by state."""
        with self._database.reading() as connection:
            return _counts(connection, true())

    def has_open(self) -> bool:
        """Say whether an article of any job is not at its end."""
        with self._database.reading() as connection:
            return connection.execute(select(items.c.job).where(items.c.state.in_(OPEN)).limit(1)).first() is not None

    def begin(self, ticket: Ticket) -> BegunItem | None:
        """Note that a worker begins an article; None where it is at its end, or at another turn."""
        with self._database.writing() as connection:
            begun = connection.execute(
                update(items)
                .where(*_at(ticket), items.c.state.in_(OPEN))
                .values(state=ItemState.RUNNING, attempts=items.c.attempts + 1)
                .returning(items.c.name, items.c.form, items.c.input, items.c.text_id)
            ).one_or_none()
            if begun is None:
                return None
            job = connection.execute(
                select(jobs.c.engine, jobs.c.model, jobs.c.published).where(jobs.c.id == ticket.job)
            )
            return BegunItem(begun.name, InputForm(begun.form), begun.input or "", begun.text_id, *job.one())

    def note_text(self, ticket: Ticket, text_id: str) -> None:
        """Note whose text the input of an article holds, so that it can be forgotten whatever becomes of it."""
        with self._database.writing() as connection:
            connection.execute(update(items).where(*_at(ticket)).values(text_id=text_id))

    def end(self, ticket: Ticket, outcome: Outcome, *, at: datetime, keeps_input: bool = False) -> bool:
        """Note what became of an article; say whether it was open at this turn.

        The input of an article that is done is forgotten, unless `keeps_input`.
        """
        values: dict[str, object] = {**outcome.model_dump(), "state": outcome.state, "ended": at}
        if outcome.state is ItemState.DONE and not keeps_input:
            values["input"] = None
        if outcome.article is not None:
            values["text_id"] = outcome.article
        with self._database.writing() as connection:
            done = connection.execute(update(items).where(*_at(ticket), items.c.state.in_(OPEN)).values(**values))
            return done.rowcount > 0

    def cancel(self, job: str, *, at: datetime) -> bool:
        """Cancel the articles that no worker has begun, for good; say whether there is such a job."""
        with self._database.writing() as connection:
            found = connection.execute(
                update(jobs).where(jobs.c.id == job).values(cancelled=func.coalesce(jobs.c.cancelled, at))
            )
            cancelled = connection.execute(
                update(items)
                .where(items.c.job == job, items.c.state == ItemState.QUEUED)
                .values(state=ItemState.CANCELLED, input=None, ended=at)
            )
        if cancelled.rowcount:
            self._database.forget()
        return found.rowcount > 0

    def retry(self, job: str, *, error_kinds: Sequence[str] = ()) -> int:
        """Queue the failed articles again, only those of `error_kinds` where some are named; return how many.

        One whose text was deleted stays as it is.
        """
        chosen = [items.c.state == ItemState.FAILED, items.c.input.is_not(None)]
        if error_kinds:
            chosen.append(items.c.error_kind.in_(error_kinds))
        return self._queue_again(job, chosen)

    def redo(self, job: str, numbers: Sequence[int]) -> int:
        """Queue articles again that are done, whose results are lost; return how many."""
        parts = [numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE)]
        done = [items.c.state == ItemState.DONE, items.c.input.is_not(None)]
        return sum(self._queue_again(job, [*done, items.c.number.in_(part)]) for part in parts)

    def remove(self, job: str) -> bool:
        """Remove a job that is at its end and all that is kept of it, for good; say whether there was one."""
        is_open = exists().where(items.c.job == jobs.c.id, items.c.state.in_(OPEN))
        with self._database.writing() as connection:
            removed = connection.execute(delete(jobs).where(jobs.c.id == job, ~is_open))
        if removed.rowcount:
            self._database.forget()
        return removed.rowcount > 0

    def waiting(self, limit: int, *, engine: str) -> tuple[Ticket, ...]:
        """Return articles for an engine that are to be put in the workers' queue, those of all jobs by turns."""
        return self._tickets([items.c.state == ItemState.QUEUED, items.c.is_queued.is_(False), _by(engine)], limit)

    def queued(self, limit: int, *, engine: str) -> tuple[Ticket, ...]:
        """Return open articles for an engine that were put in the workers' queue."""
        return self._tickets([items.c.state.in_(OPEN), items.c.is_queued.is_(True), _by(engine)], limit)

    def mark_queued(self, tickets: Sequence[Ticket], *, is_queued: bool = True) -> None:
        """Note that articles were put in the workers' queue, or that it has lost them."""
        values: dict[str, object] = {"is_queued": is_queued}
        if not is_queued:
            values["state"] = ItemState.QUEUED
        with self._database.writing() as connection:
            for start in range(0, len(tickets), _AT_ONCE):
                part = tickets[start : start + _AT_ONCE]
                connection.execute(
                    update(items)
                    .where(tuple_(items.c.job, items.c.number, items.c.turn).in_(part), items.c.state.in_(OPEN))
                    .values(**values)
                )

    def _tickets(self, chosen: list[ColumnElement[bool]], limit: int) -> tuple[Ticket, ...]:
        ordered = select(items.c.job, items.c.number, items.c.turn).where(*chosen).order_by(items.c.number).limit(limit)
        with self._database.reading() as connection:
            return tuple(Ticket(*row) for row in connection.execute(ordered))

    def _queue_again(self, job: str, chosen: list[ColumnElement[bool]]) -> int:
        again = {"state": ItemState.QUEUED, "is_queued": False, "turn": items.c.turn + 1}
        cleared = dict.fromkeys(("article", "version", "error_kind", "error", "ended", "cost_usd"))
        zero = dict.fromkeys(("events", "failures", "requests"), 0)
        with self._database.writing() as connection:
            queued = connection.execute(
                update(items).where(items.c.job == job, *chosen).values(**again, **cleared, **zero)
            )
            if queued.rowcount:
                connection.execute(update(jobs).where(jobs.c.id == job).values(cancelled=None))
            return queued.rowcount


def forget_inputs(connection: Connection, article: str) -> bool:
    """Forget what was handed in for an article, unless a worker is still to read it; say whether there was any.

    So is what was said of one that failed, since that may quote it.
    """
    held = (items.c.text_id == article, items.c.input.is_not(None), items.c.state.not_in(OPEN))
    error = case((items.c.state == ItemState.FAILED, _DELETED), else_=items.c.error)
    return connection.execute(update(items).where(*held).values(input=None, error=error)).rowcount > 0


def _row(job: str, number: int, article: NewItem) -> dict[str, object]:
    start = {"state": ItemState.QUEUED, "turn": 1, "attempts": 0, "is_queued": False}
    return {"job": job, "number": number, **article._asdict(), **start, "events": 0, "failures": 0, "requests": 0}


def _at(ticket: Ticket) -> tuple[ColumnElement[bool], ...]:
    return items.c.job == ticket.job, items.c.number == ticket.number, items.c.turn == ticket.turn


def _by(engine: str) -> ColumnElement[bool]:
    return items.c.job.in_(select(jobs.c.id).where(jobs.c.engine == engine))


def _found(connection: Connection, job: str) -> StoredJob | None:
    row = connection.execute(select(jobs).where(jobs.c.id == job)).mappings().one_or_none()
    return None if row is None else _stored_job(connection, row)


def _following(job: str, after: int, limit: int, states: Sequence[ItemState]) -> Select[Any]:
    chosen = select(*_SHOWN).where(items.c.job == job, items.c.number > after).order_by(items.c.number).limit(limit)
    return chosen.where(items.c.state.in_(states)) if states else chosen


def _listed(connection: Connection, chosen: Select[Any]) -> tuple[StoredItem, ...]:
    return tuple(StoredItem.model_validate(dict(row)) for row in connection.execute(chosen).mappings())


def _stored_job(connection: Connection, row: RowMapping) -> StoredJob:
    of_job = items.c.job == row["id"]
    return StoredJob(**dict(row), counts=_counts(connection, of_job), totals=_totals(connection, of_job))


def _counts(connection: Connection, chosen: ColumnElement[bool]) -> JobCounts:
    rows = connection.execute(select(items.c.state, func.count()).where(chosen).group_by(items.c.state))
    return JobCounts(**{str(state): count for state, count in rows})


def _totals(connection: Connection, chosen: ColumnElement[bool]) -> JobTotals:
    priceless = func.sum(case(((items.c.requests > 0) & items.c.cost_usd.is_(None), 1), else_=0))
    events, requests, in_part, cost, unknown = connection.execute(
        select(
            func.sum(items.c.events),
            func.sum(items.c.requests),
            func.sum(case((items.c.failures > 0, 1), else_=0)),
            func.sum(items.c.cost_usd),
            priceless,
        ).where(chosen)
    ).one()
    return JobTotals(
        events=events or 0, requests=requests or 0, in_part=in_part or 0, cost_usd=None if unknown else cost
    )
