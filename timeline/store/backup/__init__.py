"""A whole store in one file, and back."""

from pathlib import Path

from sqlalchemy import func, inspect, select

from timeline.errors import InputError
from timeline.store.backup import postgresql, sqlite
from timeline.store.database import Database
from timeline.store.migrating import migrate
from timeline.store.tables import articles


def back_up(database: Database, file: Path) -> None:
    """Write everything to `file`, which is whole or as it was before; others may read and write meanwhile.

    Raises:
        InputError: The file cannot be written.
        StoreError: The store cannot be had, or PostgreSQL's programs are missing.
    """
    if not file.parent.is_dir():
        raise InputError(f"cannot write {str(file)!r}: there is no such folder; make it first")
    if database.is_sqlite:
        sqlite.back_up(database, file)
    else:
        postgresql.back_up(database, file)


def restore(database: Database, file: Path, *, force: bool) -> None:
    """Put a backup in the place of what the store holds, as a whole or not at all, and migrate it.

    Raises:
        InputError: The file is no backup of this kind of store, or the store holds articles and `force` is not set.
        StoreError: The store cannot be had, or PostgreSQL's programs are missing.
    """
    if not file.is_file():
        raise InputError(f"no file {str(file)!r} to restore from")
    held = count_articles(database)
    if held and not force:
        raise InputError(
            f"the store {database.name} holds {held} articles, which would be lost; add --force to lose them"
        )
    if database.is_sqlite:
        sqlite.restore(database, file)
    else:
        postgresql.restore(database, file)
    migrate(database)


def count_articles(database: Database) -> int:
    """Return how many articles there are; none where there is no table of them yet."""
    with database.reading() as connection:
        if not inspect(connection).has_table(articles.name):
            return 0
        return connection.scalar(select(func.count()).select_from(articles)) or 0
