"""Several processes write to one store, and one of them dies."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select, table

from tests.store.saver import EVENTS, numbered
from timeline.store import EventQuery, Store, open_store
from timeline.store.tables import articles, events, listed, versions

_ROOT = Path(__file__).parents[2]
_SECONDS = 120


@contextmanager
def saving(url: str, first: int, end: int) -> Iterator[subprocess.Popen[str]]:
    """Start a process that saves the articles from `first` up to `end`."""
    command = [sys.executable, "-m", "tests.store.saver", url, str(first), str(end)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def counts(store: Store) -> list[int]:
    """Return how many articles, versions, events, listed events and rows of words there are."""
    tables = [articles, versions, events, listed, table("listed_words")]
    with store.database.reading() as connection:
        return [connection.execute(select(func.count()).select_from(one)).scalar_one() for one in tables]


def test_two_processes_make_the_tables_and_save_the_same_articles(database_url: str) -> None:
    """Both start from nothing; nothing is stored twice, and nobody fails."""
    with saving(database_url, 0, 25) as one, saving(database_url, 0, 25) as other:
        assert [process.wait(_SECONDS) for process in (one, other)] == [0, 0]
    store = open_store(database_url)
    assert counts(store) == [25, 25, 25 * EVENTS, 25 * EVENTS, 25 * EVENTS]
    assert len(store.search(EventQuery(), limit=1000).events) == 25 * EVENTS
    store.close()


@pytest.mark.parametrize("after", [1, 8])
def test_a_process_killed_while_it_saves_leaves_whole_versions(database_url: str, after: int) -> None:
    """What it had said to be saved is there, nothing is there in half, and the store goes on."""
    with saving(database_url, 0, 100_000) as process:
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(after)]
        process.kill()
        said += [int(line) for line in process.stdout if line.endswith("\n")]
    store = open_store(database_url)
    kept, *others = counts(store)
    assert kept in {len(said), len(said) + 1}
    assert [kept, kept * EVENTS, kept * EVENTS, kept * EVENTS] == others
    assert all(store.timeline(numbered(number)[0].id) == numbered(number)[1] for number in said)
    store.save(*numbered(kept), at=store.articles().articles[0].first_stored)
    assert counts(store)[0] == kept + 1
    store.close()
