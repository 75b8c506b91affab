"""Jobs in this process, whose engine the test holds in its hands."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tests.jobs.archives import text_of
from tests.waiting import wait_until
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft
from timeline.engines.engine import Engine
from timeline.engines.rules.engine import RulesEngine
from timeline.jobs import Jobs, Pace, Tools, WorkerOptions, open_jobs
from timeline.store import Store
from timeline.store.job_values import InputForm, NewItem, StoredJob

Behaviour = Callable[[AnnotatedArticle], None]


class Clock:
    """Wall time that moves on with each look."""

    def __init__(self) -> None:
        self._now = datetime(2024, 11, 2, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time."""
        self._now += timedelta(milliseconds=10)
        return self._now


class HeldEngine:
    """The rules, after what the test has them do first: raise an error, wait."""

    name = "rules"

    def __init__(self, before: Behaviour | None = None) -> None:
        self.before = before
        self._rules = RulesEngine()

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Do what the test wants, then propose."""
        if self.before is not None:
            self.before(article)
        return await self._rules.draft(article)


class StuckEngine:
    """An engine that never comes to an end."""

    name = "stuck"

    def __init__(self) -> None:
        self.is_reached = threading.Event()

    async def draft(self, _article: AnnotatedArticle) -> Draft:
        """Wait for ever."""
        self.is_reached.set()
        await asyncio.Event().wait()
        raise AssertionError("it was set")


def jobs_of(store: Store, engine: Engine | None = None, *, model_articles_per_minute: int | None = None) -> Jobs:
    """Return the jobs of a store, with a worker that is not started."""
    chosen = engine or HeldEngine()
    tools = Tools(open_engine=lambda _name, _model: chosen, now=Clock())
    return open_jobs(store, tools, WorkerOptions(Pace(4, model_articles_per_minute), patience=2.0))


@contextmanager
def working(
    store: Store, engine: Engine | None = None, *, grace: float = 10.0, model_articles_per_minute: int | None = None
) -> Iterator[Jobs]:
    """Open the jobs of a store with a worker at work, which is stopped at the end."""
    jobs = jobs_of(store, engine, model_articles_per_minute=model_articles_per_minute)
    jobs.start()
    try:
        yield jobs
    finally:
        jobs.stop(grace=grace)


def record(number: int) -> NewItem:
    """Return an article to hand in."""
    line = json.dumps({"text": text_of(number), "published": "2024-10-12"})
    return NewItem(f"article {number}", InputForm.RECORD, line)


def found(jobs: Jobs, job: str) -> StoredJob:
    """Return a job that there is."""
    stored = jobs.find(job)
    assert stored is not None
    return stored


def ended(jobs: Jobs, job: str) -> StoredJob:
    """Wait until every article of a job is at its end; return the job."""
    wait_until(lambda: not found(jobs, job).counts.open)
    return found(jobs, job)
