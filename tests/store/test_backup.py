"""A store is written to a file and comes back from it."""

import os
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.postgres import program
from tests.store.samples import NOON, article, event, timeline
from timeline.errors import InputError, StoreError
from timeline.store import EventQuery, KeyRing, Store, open_store
from timeline.store.address import read_address
from timeline.store.backup.postgresql import connection_option
from timeline.store.database import Database


@pytest.fixture(autouse=True)
def _programs_on_path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pg_dump and the server be of one release."""
    if "postgres" in request.node.name:
        monkeypatch.setenv("PATH", str(program("pg_dump").parent), prepend=os.pathsep)


def fill(store: Store, *numbers: int) -> None:
    """Save some articles."""
    for number in numbers:
        of = article(f"Edition {number}.")
        store.save(of, timeline(of, event(f"evt_{number}")), at=NOON)


def found(store: Store) -> list[str]:
    """Return the ids of the events that a query for their word finds."""
    return sorted(one.id for one in store.search(EventQuery(text="leaders", about="Maren")).events)


def test_a_backup_brings_everything_back(store: Store, tmp_path: Path) -> None:
    """Articles, events, their words and the keys; what came later is gone, and the store goes on."""
    file = tmp_path / "kept"
    secret = KeyRing(store).create("desk", at=NOON).secret
    fill(store, 1, 2)
    store.backup(file)
    fill(store, 3)
    store.restore(file, force=True)
    assert found(store) == ["evt_1", "evt_2"]
    assert KeyRing(store).check(secret)
    fill(store, 2, 4)
    assert found(store) == ["evt_1", "evt_2", "evt_4"]


def test_articles_are_not_lost_by_accident(store: Store, tmp_path: Path) -> None:
    """Restoring needs force where there are some."""
    file = tmp_path / "kept"
    store.backup(file)
    fill(store, 1)
    with pytest.raises(InputError, match=r"1 articles.*--force"):
        store.restore(file)
    assert found(store) == ["evt_1"]


def test_a_file_that_is_no_backup_is_refused(store: Store, tmp_path: Path) -> None:
    """And what the store holds stays."""
    fill(store, 1)
    file = tmp_path / "notes"
    for content in (b"", b"Dear diary", b"SQLite format 3\x00" + b"\x01" * 4096, b"PGDMP" + b"\x01" * 4096):
        file.write_bytes(content)
        with pytest.raises((InputError, StoreError), match=r"notes|pg_restore"):
            store.restore(file, force=True)
    with pytest.raises(InputError, match="no file"):
        store.restore(tmp_path / "nowhere")
    assert found(store) == ["evt_1"]


def test_a_backup_replaces_a_file_as_a_whole(store: Store, tmp_path: Path) -> None:
    """Nothing else is left in the folder; one that is not there is named."""
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "kept").write_text("old")
    fill(store, 1)
    store.backup(folder / "kept")
    assert [file.name for file in folder.iterdir()] == ["kept"]
    store.restore(folder / "kept", force=True)
    with pytest.raises(InputError, match="no such folder"):
        store.backup(tmp_path / "nowhere" / "kept")


def test_a_backup_is_restored_elsewhere(tmp_path: Path) -> None:
    """Into a store that is not there yet, or is read by someone at the moment."""
    first = open_store(f"sqlite:///{tmp_path / 'first.db'}")
    first.migrate()
    fill(first, 1)
    first.backup(tmp_path / "kept.db")
    second = open_store(f"sqlite:///{tmp_path / 'second.db'}")
    second.restore(tmp_path / "kept.db")
    assert found(second) == ["evt_1"]
    with second.database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM articles")
        second.restore(tmp_path / "kept.db", force=True)
    first.close()
    second.close()


def test_a_password_is_not_among_the_arguments_of_a_program() -> None:
    """Whoever lists processes sees those; it is in a file that only its owner reads, and that goes again."""
    database = Database(read_address("postgresql://me:se%3Acr%5Cet@127.0.0.1/x?sslmode=prefer"))
    with connection_option(database) as option:
        address = make_url(option.removeprefix("--dbname="))
        file = Path(str(address.query["passfile"]))
        assert (address.password, address.query["sslmode"]) == (None, "prefer")
        assert file.read_text() == "*:*:*:*:se\\:cr\\\\et\n"
        assert file.stat().st_mode & 0o077 == 0
    assert not file.exists()


@pytest.mark.postgres
def test_missing_programs_are_named(postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs them."""
    store = open_store(postgres_url)
    store.migrate()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"pg_dump.*postgresql-client"):
        store.backup(tmp_path / "kept")
    store.close()
