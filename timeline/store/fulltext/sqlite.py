"""FTS5: rows come out of the index in the order of their places, so that a page ends where it is full.

Reach, type and status are words of a column of their own, each combination of them one word, so that one walk through
the index checks every condition.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import BigInteger, Connection, Select, String, bindparam, column, select, table, text

from timeline.domain.vocabulary import EventStatus, EventType
from timeline.store.database import Database
from timeline.store.fulltext.full_text import Findable, Wanted
from timeline.store.places import Reach, Stretch, last_day
from timeline.store.shape import Part, Shape

_BREAK = " / "
"""Stands between two names, so that no phrase goes across; no word has it."""
_INSERT = text("INSERT INTO listed_words (rowid, facets, names, words) VALUES (:place, :facets, :names, :words)")
_REMOVE = text("DELETE FROM listed_words WHERE rowid IN (SELECT place FROM listed WHERE version = :version)")
_ERASES_AT_ONCE = text("SELECT v FROM listed_words_config WHERE k = 'secure-delete'")
"""Set when the tables were made, where FTS5 knew it: from SQLite 3.42 on."""
_MERGE = text("INSERT INTO listed_words (listed_words, rank) VALUES ('merge', :pages)")
_CHANGES = text("SELECT total_changes()")
_PAGES = 1_000
_LEAST_CHANGES = 2
"""Fewer rows than this are changed by a merge that had nothing to do (https://www.sqlite.org/fts5.html)."""

_words = table("listed_words", column("rowid", BigInteger), column("listed_words"))


@dataclass(frozen=True)
class SqliteFullText:
    """The table `listed_words`, whose row ids are places."""

    def add(self, connection: Connection, rows: Sequence[Findable]) -> None:
        """Make listed events findable."""
        connection.execute(_INSERT, [as_row(one) for one in rows])

    def remove(self, connection: Connection, version: int) -> None:
        """Forget the words of a version's listed events."""
        connection.execute(_REMOVE, {"version": version})

    def owe(self, connection: Connection) -> None:
        """Count one more deletion whose words are to be taken out of the index."""
        _count_owed(connection, _owed(connection) + 1)

    def purge(self, database: Database) -> bool:
        """Rewrite the index where the table does not erase at once, in steps between which others can write."""
        with database.reading() as connection:
            owed, is_erased = _owed(connection), connection.scalar(_ERASES_AT_ONCE)
        if not owed:
            return False
        pages = -_PAGES  # merge everything; the steps behind the first go on with that
        while not is_erased and _merge(database, pages):
            pages = _PAGES
        with database.writing() as connection:
            if _owed(connection) == owed:  # or else whoever deleted meanwhile goes on
                _count_owed(connection, 0)
        return True

    def places(self, part: Part, _shape: Shape) -> Select[int]:
        """Return the query for the places of the events wanted."""
        place = _words.c.rowid
        matches = _words.c.listed_words.op("MATCH")(bindparam(part.key("match"), type_=String))
        return select(place.label("place")).where(matches, *part.holds(place, last_day(place)))

    def parameters(self, part: Part, stretch: Stretch, wanted: Wanted) -> dict[str, object]:
        """Return the expression that the index has to match."""
        return {part.key("match"): _expression(stretch, wanted)}


def _owed(connection: Connection) -> int:
    """Return how many deletions have left words in the index: SQLite keeps one number for whoever uses a file."""
    owed: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return owed


def _count_owed(connection: Connection, owed: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {owed:d}")


def _merge(database: Database, pages: int) -> bool:
    """Write about so many pages of the merged index, and say whether there was something to write."""
    with database.writing() as connection:
        before: int = connection.execute(_CHANGES).scalar_one()
        connection.execute(_MERGE, {"pages": pages})
        after: int = connection.execute(_CHANGES).scalar_one()
    return after - before >= _LEAST_CHANGES


def as_row(one: Findable) -> dict[str, object]:
    """Return the columns of a row."""
    return {
        "place": one.place,
        "facets": " ".join(
            _facet(*chosen) for chosen in product((None, one.reach), (None, one.type), (None, one.status))
        ),
        "names": _BREAK.join(" ".join(name) for name in one.names),
        "words": " ".join(one.words),
    }


def _facet(reach: Reach | None, kind: EventType | None, status: EventStatus | None) -> str:
    """Return the word for a reach, a type and a status; None stands for any, and three of them for no word."""
    chosen = ("" if reach is None else f"r{reach:d}", f"t{kind}" if kind else "", f"s{status}" if status else "")
    return "".join(chosen)


def _expression(stretch: Stretch, wanted: Wanted) -> str:
    """Return the match expression; every word in it is quoted, and none holds a quote."""
    parts = []
    if facet := _facet(stretch.reach, wanted.type, wanted.status):
        parts.append(f'facets : "{facet}"')
    if wanted.name:
        parts.append(f'names : "{" ".join(wanted.name)}"')
    if wanted.words:
        parts.append(f"words : ({_all(wanted.words)})")
    return " AND ".join(parts)


def _all(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words)
