"""Jobs are done by a worker whatever becomes of single articles."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.jobs.working import HeldEngine, StuckEngine, ended, found, jobs_of, record, working
from tests.waiting import wait_until
from timeline.domain.annotated import AnnotatedArticle
from timeline.errors import ConfigurationError, InputError, ModelError, StoreError
from timeline.jobs import JobPlan
from timeline.store import Store
from timeline.store.job_values import InputForm, ItemState, JobCounts, NewItem
from timeline.store.queue_address import queue_address

_RULES = JobPlan("rules")


def _fails_on(word: str, error: Exception) -> Callable[[AnnotatedArticle], None]:
    def behave(article: AnnotatedArticle) -> None:
        if word in article.article.text:
            raise error

    return behave


def _fails_once(error: Exception) -> Callable[[AnnotatedArticle], None]:
    errors = [error]

    def behave(_: AnnotatedArticle) -> None:
        if errors:
            raise errors.pop()

    return behave


def test_every_article_is_stored(store: Store) -> None:
    """Each is found in the store under the id and version that its job tells."""
    with working(store) as jobs:
        job = ended(jobs, jobs.submit([record(1), record(2)], _RULES).id)
        assert job.counts == JobCounts(done=2)
        assert job.totals.events == 4
        for item in jobs.articles(job.id):
            assert item.article is not None
            stored = store.timeline(item.article, version=item.version)
            assert stored is not None
            assert stored.article.id == item.article


def test_the_same_article_twice_in_a_job_is_stored_once(sqlite_store: Store) -> None:
    """Both of its places in the job lead to the one version."""
    with working(sqlite_store) as jobs:
        job = ended(jobs, jobs.submit([record(1), record(1)], _RULES).id)
        assert [one.version for one in jobs.articles(job.id)] == [1, 1]
    assert len(sqlite_store.articles().articles) == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("{", "no JSON", id="no JSON"),
        pytest.param(json.dumps({"text": "Nobody knows when."}), "publication date", id="no date"),
        pytest.param(json.dumps({"text": " ", "published": "2024-10-12"}), "empty", id="no text"),
    ],
)
def test_an_article_that_cannot_be_read_fails_alone(sqlite_store: Store, line: str, reason: str) -> None:
    """The others are done, and the failure says what is wrong."""
    with working(sqlite_store) as jobs:
        job = ended(jobs, jobs.submit([NewItem("bad", InputForm.RECORD, line), record(1)], _RULES).id)
        assert job.counts == JobCounts(done=1, failed=1)
        bad = jobs.articles(job.id)[0]
    assert (bad.state, bad.error_kind) == (ItemState.FAILED, "input")
    assert reason in (bad.error or "")


def test_an_article_is_tried_again_when_the_store_was_away_for_its_requests(sqlite_store: Store) -> None:
    """It is neither lost nor failed."""
    engine = HeldEngine(_fails_once(StoreError("the store is away")))
    with working(sqlite_store, engine) as jobs:
        job = ended(jobs, jobs.submit([record(1)], _RULES).id)
    assert job.counts == JobCounts(done=1)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        pytest.param(ModelError("the model is gone"), "model", id="model"),
        pytest.param(ConfigurationError("no such engine"), "configuration", id="configuration"),
        pytest.param(RuntimeError("text of the article"), "internal", id="fault of ours"),
    ],
)
def test_an_article_that_fails_ends_no_job(sqlite_store: Store, error: Exception, kind: str) -> None:
    """It is told which kind of error it was; a retry tries it alone."""
    engine = HeldEngine(_fails_on("Lagos", error))
    with working(sqlite_store, engine) as jobs:
        job = ended(jobs, jobs.submit([record(1), record(2)], _RULES).id)
        failed = jobs.articles(job.id, states=(ItemState.FAILED,))
        assert [(one.number, one.error_kind) for one in failed] == [(1, kind)]
        assert "text of the article" not in (failed[0].error or "")
        engine.before = _fails_on("Quito", RuntimeError("was not to be asked again"))
        assert jobs.retry(job.id) == 1
        assert ended(jobs, job.id).counts == JobCounts(done=2)


def test_a_cancelled_job_ends_what_is_under_way(sqlite_store: Store) -> None:
    """Nothing further begins."""
    go_on = threading.Event()
    engine = HeldEngine(lambda _: (go_on.wait(30), None)[1])
    with working(sqlite_store, engine) as jobs:
        job = jobs.submit([record(number) for number in range(1, 31)], _RULES)
        wait_until(lambda: found(jobs, job.id).counts.running > 0)
        cancelled = jobs.cancel(job.id)
        go_on.set()
        assert cancelled is not None
        counts = ended(jobs, job.id).counts
    assert counts.done + counts.cancelled == 30
    assert 1 <= counts.done <= 4


def test_what_a_stopped_worker_had_begun_is_done_by_the_next(sqlite_store: Store) -> None:
    """It is handed back: broken off without an outcome, and taken up by a worker that starts later."""
    stuck = StuckEngine()
    with working(sqlite_store, stuck, grace=0.1) as jobs:
        job = jobs.submit([record(1), record(2)], _RULES)
        assert stuck.is_reached.wait(30)
    left = found(jobs_of(sqlite_store), job.id).counts
    assert left.open == 2
    assert left.running > 0
    with working(sqlite_store) as jobs:
        assert ended(jobs, job.id).counts == JobCounts(done=2)


def test_a_lost_queue_is_made_anew(sqlite_store: Store) -> None:
    """The store's tables are the truth: a queue without its file knows what is to be done."""
    with working(sqlite_store, HeldEngine(_fails_on("", ModelError("gone")))) as jobs:
        job = ended(jobs, jobs.submit([record(1)], _RULES).id)
    jobs.retry(job.id)
    queue = Path(queue_address(sqlite_store.database.url).removeprefix("sqlite:///"))
    queue.unlink()
    with working(sqlite_store) as jobs:
        assert ended(jobs, job.id).counts == JobCounts(done=1)


def test_a_job_without_an_article_is_refused(sqlite_store: Store) -> None:
    """And leaves nothing behind."""
    jobs = jobs_of(sqlite_store)
    with pytest.raises(InputError, match="at least one"):
        jobs.submit([], _RULES)
    assert jobs.latest() == ()


def test_a_worker_without_work_opens_no_queue(sqlite_store: Store) -> None:
    """The queue's file is made with the first article."""
    with working(sqlite_store):
        pass
    assert not Path(queue_address(sqlite_store.database.url).removeprefix("sqlite:///")).exists()


def test_articles_that_ask_a_model_are_begun_no_faster_than_set(sqlite_store: Store) -> None:
    """Those by the rules do not wait for them."""
    with working(sqlite_store, model_articles_per_minute=2) as jobs:
        asking = jobs.submit([record(number) for number in range(1, 6)], JobPlan("llm", "scripted"))
        wait_until(lambda: found(jobs, asking.id).counts.done == 2)
        ruled = jobs.submit([record(number) for number in range(1, 6)], _RULES)
        assert ended(jobs, ruled.id).counts == JobCounts(done=5)
        assert found(jobs, asking.id).counts == JobCounts(done=2, queued=3)
