"""Every query goes through an index, from where it starts to where its page is full."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from timeline.domain.vocabulary import EventStatus, EventType
from timeline.store import EventQuery, Store, open_store
from timeline.store.archive import ask
from timeline.store.cursor import write_cursor
from timeline.store.plans import plan

DAY = date(2025, 5, 16)


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty SQLite store."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    yield store
    store.close()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (EventQuery(), "ix_listed_reach (reach=? AND place>? AND place<?)"),
        (EventQuery(start=DAY), "ix_listed_reach (reach=? AND place>? AND place<?)"),
        (EventQuery(start=DAY, end=DAY, undated=True), "ix_listed_reach (reach=? AND place>? AND place<?)"),
        (EventQuery(type=EventType.VISIT), "ix_listed_type (type=? AND reach=? AND place>? AND place<?)"),
        (EventQuery(status=EventStatus.DENIED), "ix_listed_status (status=? AND reach=? AND place>? AND place<?)"),
        (
            EventQuery(type=EventType.VISIT, status=EventStatus.DENIED, end=DAY),
            "ix_listed_type_status (type=? AND status=? AND reach=? AND place>? AND place<?)",
        ),
        (EventQuery(about="Maren"), "VIRTUAL TABLE INDEX 64:M3><"),
        (EventQuery(text="treaty", start=DAY, type=EventType.VISIT), "VIRTUAL TABLE INDEX 64:M3><"),
    ],
    ids=["all", "start", "period", "type", "status", "type and status", "about", "text"],
)
def test_a_query_walks_an_index_in_order(sqlite_store: Store, query: EventQuery, index: str) -> None:
    """Only the few places that the walks end with are sorted; `M` and `><` are FTS5's match and its range of places."""
    steps = plan(sqlite_store, query, limit=50)
    walks = [step for step in steps if " listed" in step]
    assert walks
    assert all(step.endswith(index) for step in walks)
    assert all(step.startswith("SCAN anon") for step in steps if "SCAN" in step and step not in walks)


@pytest.mark.parametrize(
    ("cursor", "walk"),
    [
        (None, "SCAN articles USING INDEX ix_articles_last_stored"),
        (write_cursor(1, 1), "SEARCH articles USING INDEX ix_articles_last_stored ("),
    ],
    ids=["first page", "next page"],
)
def test_the_list_of_articles_walks_an_index_in_order(sqlite_store: Store, cursor: str | None, walk: str) -> None:
    """Nothing is sorted; every other step is of one article."""
    compiled = ask(limit=51, cursor=cursor).compile(dialect=sqlite.dialect(paramstyle="qmark"))
    values = tuple(compiled.construct_params()[name] for name in compiled.positiontup or ())
    with sqlite_store.database.reading() as connection:
        steps = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)]
    assert steps[0].startswith(walk)
    assert not [step for step in steps[1:] if "SCAN" in step or "B-TREE" in step]


def test_a_query_without_a_word_is_not_asked(sqlite_store: Store) -> None:
    """Nothing can have what it asks for."""
    assert plan(sqlite_store, EventQuery(text="("), limit=50) == []
