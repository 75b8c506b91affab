"""What is deleted is gone."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, table

from tests.store.samples import NOON, article, event, on, timeline
from tests.waiting import wait_until
from timeline.domain.timeline import Relation
from timeline.domain.vocabulary import RelationKind
from timeline.store import EventQuery, Store, open_store
from timeline.store.database import PATIENCE, Database
from timeline.store.job_values import InputForm, NewItem, NewJob, Outcome, Ticket
from timeline.store.jobs import JobRecords
from timeline.store.jobs_tables import job_items
from timeline.store.tables import metadata

WORD = "quagmirefield"


def fill(store: Store) -> str:
    """Save an article that has a word of its own in every place, in two versions, and one beside it; return its id."""
    of = article(f"Maren met {WORD}.", title=WORD, source=WORD, url=f"https://{WORD}.example")
    relations = [Relation(kind=RelationKind.ABOUT, source="evt_1", target="evt_2")]
    for engine in ("rules", "llm"):
        told = [
            event("evt_1", when=on(date(2025, 5, 1)), names=(WORD,), title=WORD, place=WORD, sources=[WORD]),
            event("evt_2", evidence=f"Maren met {WORD}."),
        ]
        store.save(of, timeline(of, *told, engine=engine, model=WORD, relations=relations), at=NOON)
    other = article("Another article.")
    store.save(other, timeline(other, event("evt_other")), at=NOON)
    return of.id


def test_a_deleted_article_is_found_no_more(store: Store) -> None:
    """Not by its id, nor by its events, nor by a query; others stay."""
    article_id = fill(store)
    assert store.delete_article(article_id)
    assert (
        store.article(article_id),
        store.timeline(article_id),
        store.timeline(article_id, version=1),
        store.event("evt_1"),
    ) == (None, None, None, None)
    assert store.search(EventQuery(text=WORD)).events + store.search(EventQuery(about=WORD)).events == ()
    assert [one.id for one in store.search(EventQuery()).events] == ["evt_other"]
    assert not store.delete_article(article_id)


def test_a_deleted_article_leaves_no_row(store: Store) -> None:
    """One row of everything is left, the other article's."""
    store.delete_article(fill(store))
    with store.database.reading() as connection:
        names = [*metadata.tables, "listed_words"]
        counted = [select(func.count()).select_from(table(name)) for name in names]
        counts = dict(zip(names, map(connection.scalar, counted), strict=True))
    kept = {name: count for name, count in counts.items() if count}
    assert kept == {"articles": 1, "versions": 1, "events": 1, "listed": 1, "listed_words": 1}


def test_a_deleted_article_leaves_no_byte_in_the_file(tmp_path: Path) -> None:
    """Neither in SQLite's file nor in its log, nor in the full-text index."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    article_id = fill(store)
    assert WORD.encode() in content(tmp_path)
    store.delete_article(article_id)
    assert WORD[:7].encode() not in content(tmp_path)
    store.close()


def test_a_deletion_cut_short_is_finished_when_the_store_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is rewritten after the deletion, and a process may die in between."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    article_id = fill(store)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "_purge", lambda _: None)
        store.delete_article(article_id)
        assert WORD[:7].encode() in content(tmp_path)
    store.migrate()
    assert WORD[:7].encode() not in content(tmp_path)
    store.close()


def test_a_deletion_waits_for_no_reader(tmp_path: Path) -> None:
    """Nobody could write until the reader ends: the log is emptied with the next deletion."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    article_id = fill(store)
    with store.snapshot() as seen:
        assert len(seen.articles().articles) == 2
        started = time.monotonic()
        store.delete_article(article_id)
        assert time.monotonic() - started < PATIENCE / 2
        assert WORD[:7].encode() in content(tmp_path)
    store.delete_article(article("Another article.").id)
    assert WORD[:7].encode() not in content(tmp_path)
    store.close()


def test_those_who_delete_at_once_share_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One takes the traces away, then another one does so for all who waited meanwhile."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    kept = [article(f"Edition {number} of {WORD}.") for number in range(6)]
    for of in kept:
        store.save(of, timeline(of, event(f"evt_{of.id[-8:]}", title=WORD)), at=NOON)
    forget, times = Database.forget, []

    def wait_and_forget(database: Database) -> None:
        times.append(database)
        wait_until(lambda: store.holdings().articles == 0)
        forget(database)

    monkeypatch.setattr(Database, "forget", wait_and_forget)
    with ThreadPoolExecutor(len(kept)) as pool:
        assert all(pool.map(store.delete_article, [of.id for of in kept]))
    assert len(times) in {1, 2}
    assert WORD[:7].encode() not in content(tmp_path)
    store.close()


def test_a_deleted_article_leaves_no_input_of_a_job(store: Store) -> None:
    """Even where that was kept, to do the article again; those of others stay."""
    of, records = article(), JobRecords(store.database)
    store.save(of, timeline(of), at=NOON)
    records.open(NewJob(id="job", engine="rules"), [NewItem(None, InputForm.RECORD, text) for text in "ab"], at=NOON)
    for number, saved in ((1, of.id), (2, "sha256:other")):
        records.end(Ticket("job", number, 1), Outcome(article=saved, version=1), at=NOON, keeps_input=True)
    store.delete_article(of.id)
    with store.database.reading() as connection:
        assert list(connection.scalars(select(job_items.c.input).order_by(job_items.c.number))) == [None, "b"]


@pytest.mark.parametrize("is_cancelled", [True, False], ids=["cancelled", "removed"])
def test_a_job_leaves_no_byte_in_the_file(tmp_path: Path, is_cancelled: bool) -> None:
    """What was handed in is gone with the job, however long it was: from SQLite's file and from its log."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    records = JobRecords(store.database)
    handed_in = [NewItem(None, InputForm.RECORD, f"{WORD} {number} " * 2_000) for number in range(3)]
    records.open(NewJob(id="job", engine="rules"), handed_in, at=NOON)
    assert WORD.encode() in content(tmp_path)
    if is_cancelled:
        records.cancel("job", at=NOON)
    else:
        for number in (1, 2, 3):
            records.end(Ticket("job", number, 1), Outcome(error_kind="model", error="gone"), at=NOON)
        assert records.remove("job")
    assert WORD.encode() not in content(tmp_path)
    store.close()


def content(folder: Path) -> bytes:
    """Return all that is in the files of a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_a_deleted_article_can_be_saved_anew(store: Store) -> None:
    """Its versions count from one again."""
    of = article()
    for number in (1, 1):
        assert number == store.save(of, timeline(of, event("evt_1")), at=NOON).number
        assert store.delete_article(of.id)


@pytest.mark.parametrize("unknown", ["", "sha256:0", "x\x00y", "é"], ids=ascii)
def test_what_is_not_there_is_not_found(store: Store, unknown: str) -> None:
    """An id of any form is no error."""
    assert (store.article(unknown), store.timeline(unknown), store.event(unknown)) == (None, None, None)
    assert not store.delete_article(unknown)
