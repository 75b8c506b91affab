"""What a worker had begun when it died is taken over by another one."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from tests.jobs.archives import batch_arguments, count_results, finish, kill_when, started, text_of, write_archive
from tests.jobs.models import asked_about, model_env, slow_provider
from tests.waiting import wait_until
from timeline.store import open_store
from timeline.store.job_values import InputForm, JobCounts, NewItem, NewJob
from timeline.store.jobs import JobRecords

_AT = datetime(2024, 11, 2, 8, tzinfo=UTC)
_WIDTH = 4
_WORKER = [sys.executable, "-m", "tests.jobs.worker_process"]


def _submit(records: JobRecords, count: int) -> None:
    lines = (json.dumps({"text": text_of(number), "published": "2024-10-12"}) for number in range(1, count + 1))
    records.open(
        NewJob(id="job_1", engine="llm", model="scripted"),
        (NewItem(None, InputForm.RECORD, line) for line in lines),
        at=_AT,
    )


def _counts(records: JobRecords) -> JobCounts:
    job = records.find("job_1")
    assert job is not None
    return job.counts


@pytest.mark.postgres
def test_a_second_worker_takes_over_from_one_that_was_killed(postgres_url: str, tmp_path: Path) -> None:
    """Every article is done and stored once; the model is asked again only for those that were under way."""
    count = 60
    store = open_store(postgres_url)
    store.migrate()
    records = JobRecords(store.database)
    _submit(records, count)
    with slow_provider(0.25) as provider:

        def env(name: str) -> Mapping[str, str]:
            return model_env(provider, tmp_path / name)

        with started([*_WORKER, postgres_url], env("first")) as first:
            wait_until(lambda: _counts(records).done >= 8)
            with started([*_WORKER, postgres_url], env("second")):
                assert kill_when(first, lambda: _counts(records).done >= 16)
                wait_until(lambda: not _counts(records).open)
        asked = asked_about(provider)

    assert _counts(records) == JobCounts(done=count)
    assert sum(asked.values()) <= count + _WIDTH
    assert max(asked.values()) <= 2
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT article) FROM versions").fetchone() == (count, count)
        assert connection.execute("SELECT count(*) FROM workers").fetchone() == (1,)
    store.close()


def test_the_model_is_asked_again_only_for_what_was_under_way(tmp_path: Path) -> None:
    """A batch that is killed twice asks about no article twice whose timeline was written."""
    count = 40
    archive = write_archive(tmp_path / "archive.jsonl", count)
    out = tmp_path / "out"
    arguments = batch_arguments(archive, out, "--engine", "llm")
    with slow_provider(0.2) as provider:
        env = model_env(provider, tmp_path / "cache")
        for enough in (6, 20):
            with started(arguments, env) as process:
                assert kill_when(process, lambda: count_results(out) >= enough)  # noqa: B023 - called at once
        code, said = finish(arguments, env)
        asked = asked_about(provider)

    assert code == 0, said
    assert count_results(out) == count
    assert set(asked) == set(range(1, count + 1))
    assert sum(asked.values()) <= count + 2 * _WIDTH
