"""A batch whose process is killed at any moment ends as one that nobody disturbed."""

import json
import sqlite3
import time
from pathlib import Path

import pytest

from tests.jobs.archives import batch_arguments, count_results, finish, kill_when, results_in, started, write_archive

_RULES = ("--engine", "rules")


def _kill_repeatedly(arguments: list[str], out: Path, *, at: list[int]) -> int:
    """Run the command anew each time, and kill it once so many results are there; return how often that was."""
    kills = 0
    for enough in at:
        with started(arguments) as process:
            kills += kill_when(process, lambda: count_results(out) >= enough)  # noqa: B023 - called at once
    return kills


def _attempts(out: Path) -> list[int]:
    with sqlite3.connect(out / ".batch" / "batch.db") as connection:
        return [row[0] for row in connection.execute("SELECT attempts FROM job_items ORDER BY number")]


def test_a_batch_that_is_killed_three_times_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    """Of 500 articles none is lost, none is stored twice, and every result has the same bytes."""
    archive = write_archive(tmp_path / "archive.jsonl", 500)
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    arguments = batch_arguments(archive, killed, *_RULES)

    assert finish(batch_arguments(archive, calm, *_RULES))[0] == 0
    assert _kill_repeatedly(arguments, killed, at=[60, 190, 330]) == 3
    code, said = finish(arguments)

    assert code == 0, said
    assert "500 of 500 articles done" in said
    assert results_in(killed) == results_in(calm)
    assert sum(_attempts(killed)) <= 500 + 3 * 8


@pytest.mark.soak
def test_ten_thousand_articles_killed_five_times(tmp_path: Path) -> None:
    """The same for a large archive; the figures are printed."""
    count = 10_000
    archive = write_archive(tmp_path / "archive.jsonl", count)
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    arguments = batch_arguments(archive, killed, *_RULES)

    began = time.monotonic()
    assert finish(batch_arguments(archive, calm, *_RULES))[0] == 0
    undisturbed = time.monotonic() - began
    began = time.monotonic()
    assert _kill_repeatedly(arguments, killed, at=[900, 2_500, 4_700, 7_200, 9_100]) == 5
    code, said = finish(arguments)
    disturbed = time.monotonic() - began

    assert code == 0, said
    assert results_in(killed) == results_in(calm)
    again = sum(_attempts(killed)) - count
    assert again <= 5 * 8
    print(  # noqa: T201 - the figures are what this test is run for
        json.dumps(
            {
                "articles": count,
                "undisturbed_seconds": round(undisturbed),
                "articles_per_second": round(count / undisturbed, 1),
                "killed_five_times_seconds": round(disturbed),
                "begun_again": again,
            }
        )
    )
