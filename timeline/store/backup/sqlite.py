"""SQLite copies a database that is in use by its online backup (https://www.sqlite.org/backup.html)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.errors import InputError, StoreError
from timeline.store.address import file_of
from timeline.store.database import PATIENCE, Database


def back_up(database: Database, file: Path) -> None:
    """Write the database to `file`."""
    with _told(f"cannot back up {database.name} to {str(file)!r}"), TemporaryDirectory(dir=file.parent) as folder:
        copy = Path(folder) / file.name
        with closing(_opened(file_of(database.url), "ro")) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, not one with a log beside it
        copy.replace(file)


def restore(database: Database, file: Path) -> None:
    """Put `file` in the place of the database; who has it open goes on with what was restored."""
    target = file_of(database.url)
    with _told(f"cannot restore {database.name} from {str(file)!r}"), closing(_opened(file, "ro")) as source:
        _check(source, file)
        with closing(_opened(target, "rwc")) as kept:
            source.backup(kept)


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode={mode}", uri=True, timeout=PATIENCE)


def _check(source: sqlite3.Connection, file: Path) -> None:
    """Refuse a file that is damaged, or another database's.

    Raises:
        InputError: It is.
    """
    try:
        tables = {name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        state = "no store" if "alembic_version" not in tables or "articles" not in tables else _damage(source)
    except sqlite3.DatabaseError as error:
        state = str(error)
    if state:
        raise InputError(
            f"{str(file)!r} is no backup of a store: {state}; name a file that `timeline store backup` wrote"
        )


def _damage(source: sqlite3.Connection) -> str:
    (state,) = source.execute("PRAGMA quick_check(1)").fetchone()
    return "" if state == "ok" else str(state)


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{what}: {error}; check the folders and the space left") from error
