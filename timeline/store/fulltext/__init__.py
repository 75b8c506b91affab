"""The words of listed events, in the full-text table of each kind of database."""

from timeline.store.database import Database
from timeline.store.fulltext.full_text import FullText
from timeline.store.fulltext.postgresql import PostgresqlFullText
from timeline.store.fulltext.sqlite import SqliteFullText


def full_text_of(database: Database) -> FullText:
    """Return the full text of this kind of database."""
    return SqliteFullText() if database.is_sqlite else PostgresqlFullText()
