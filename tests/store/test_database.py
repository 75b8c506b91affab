"""What happens where the database cannot be had, or is not as it should be."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert

from tests.store.samples import NOON, article, timeline
from timeline.errors import StoreError
from timeline.store import EventQuery, Store, open_store
from timeline.store.address import read_address
from timeline.store.database import Database
from timeline.store.jobs_tables import jobs
from timeline.store.tables import articles


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "sqlite:///FILE"),
        ("store.db", "sqlite:///FILE"),
        ("mysql://localhost/x", "'mysql'"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://host:port/x", "sqlite:///FILE"),
        ("sqlite:////tmp/what?.db", "%3F"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, message: str) -> None:
    """The message says what one looks like."""
    with pytest.raises(StoreError, match=message):
        open_store(url)


@pytest.mark.parametrize("kind", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_password_is_never_told(kind: str) -> None:
    """Neither in the store's name nor in an error."""
    store = open_store(f"{kind}://me:sesame@127.0.0.1:1/x")
    with pytest.raises(StoreError, match="TIMELINE_DATABASE_URL") as caught:
        store.is_current()
    assert "sesame" not in store.name + str(caught.value)
    assert store.name == "postgresql://me:***@127.0.0.1:1/x"


def test_a_store_without_tables_says_what_makes_them(database_url: str) -> None:
    """It can be reached, and is not current."""
    store = open_store(database_url)
    assert not store.is_current()
    with pytest.raises(StoreError, match="timeline store migrate"):
        store.search(EventQuery())
    store.migrate()
    assert store.is_current()
    store.close()


def test_migrating_again_changes_nothing(store: Store) -> None:
    """What is stored stays."""
    of = article()
    store.save(of, timeline(of), at=NOON)
    store.migrate()
    assert store.is_current()
    assert store.timeline(of.id) == timeline(of)


def test_the_migrations_make_the_tables_that_queries_see(store: Store) -> None:
    """Every table, column and index; the full text is of another kind on each database."""

    def is_ours(_object: object, name: str | None, _kind: str, _reflected: bool, _other: object) -> bool:
        return not str(name).startswith("listed_words")

    with store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours, "compare_type": False})
        assert compare_metadata(context, jobs.metadata) == []


def test_a_store_of_a_newer_version_is_left_alone(store: Store) -> None:
    """Nobody writes into tables that nobody knows."""
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert not store.is_current()
    with pytest.raises(StoreError, match="newer version"):
        store.migrate()


def test_another_kind_of_file_is_not_written_to(tmp_path: Path) -> None:
    """The message tells what it is not."""
    file = tmp_path / "notes.txt"
    file.write_text("Dear diary, " * 1000)
    with pytest.raises(StoreError, match="another kind of file"):
        open_store(f"sqlite:///{file}").migrate()
    assert file.read_text().startswith("Dear diary")


def test_the_folder_of_a_store_is_made(tmp_path: Path) -> None:
    """With those above it; where a file is in the way, the message says so."""
    open_store(f"sqlite:///{tmp_path / 'a' / 'b' / 'store.db'}")
    assert (tmp_path / "a" / "b").is_dir()
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    (tmp_path / "c").touch()
    with pytest.raises(StoreError, match="cannot make the folder"):
        open_store(f"sqlite:///{tmp_path / 'c' / 'store.db'}")


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    """Who made it has decided who may read in it."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)
    open_store(f"sqlite:///{tmp_path / 'shared' / 'store.db'}").migrate()
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o755


def test_a_store_that_is_locked_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while, and not as a traceback."""
    monkeypatch.setattr("timeline.store.database.PATIENCE", 0.1)
    file = tmp_path / "store.db"
    store = open_store(f"sqlite:///{file}")
    store.migrate()
    of = article()
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="others kept writing"):
            store.save(of, timeline(of), at=NOON)
    store.close()


def test_an_error_of_the_database_quotes_no_article(store: Store, database_url: str) -> None:
    """PostgreSQL tells the failing row in the details of its message, and SQLAlchemy the parameters."""
    database = Database(read_address(database_url))
    row = {"id": "x", "text": b"sesame", "first_stored": NOON, "last_stored": NOON, "current": 1}
    with pytest.raises(StoreError, match="language") as caught, database.writing() as connection:
        connection.execute(insert(articles).values(**row))
    database.close()
    assert "sesame" not in str(caught.value)
    assert b"sesame".hex() not in str(caught.value)
