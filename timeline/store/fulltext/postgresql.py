"""tsvector with GIN indexes. The vectors are written word by word, so that no parser of the server's has a say."""

from collections.abc import Sequence

from sqlalchemy import Column, Connection, MetaData, Select, Table, cast, delete, select
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, insert

from timeline.store.database import Database
from timeline.store.fulltext.full_text import Findable, Wanted
from timeline.store.places import Stretch, last_day
from timeline.store.tables import Key, listed

listed_words = Table(
    "listed_words",
    MetaData(),
    Column("place", Key, primary_key=True),
    Column("names", TSVECTOR, nullable=False),
    Column("words", TSVECTOR, nullable=False),
)

_GREATEST_POSITION = 16_383


class PostgresqlFullText:
    """The table `listed_words`, one row for each listed event."""

    def add(self, connection: Connection, rows: Sequence[Findable]) -> None:
        """Make listed events findable."""
        made = [{"place": one.place, "names": _names(one.names), "words": _words(one.words)} for one in rows]
        connection.execute(insert(listed_words), made)

    def remove(self, connection: Connection, version: int) -> None:
        """Forget the words of a version's listed events."""
        places = select(listed.c.place).where(listed.c.version == version)
        connection.execute(delete(listed_words).where(listed_words.c.place.in_(places)))

    def purge(self, database: Database) -> None:
        """Do nothing: the server's vacuum does."""

    def places(self, stretch: Stretch, wanted: Wanted) -> Select[int]:
        """Return the query for the places of the events wanted."""
        found = (
            select(listed.c.place.label("place"))
            .join(listed_words, listed_words.c.place == listed.c.place)
            .where(listed.c.place.between(stretch.low, stretch.high))
        )
        if stretch.reach is not None:
            found = found.where(listed.c.reach == stretch.reach)
        if stretch.ends is not None:
            found = found.where(last_day(listed.c.place) >= stretch.ends)
        if wanted.type:
            found = found.where(listed.c.type == wanted.type)
        if wanted.status:
            found = found.where(listed.c.status == wanted.status)
        if wanted.name:
            found = found.where(listed_words.c.names.op("@@")(cast(_joined(wanted.name, " <-> "), TSQUERY)))
        if wanted.words:
            found = found.where(listed_words.c.words.op("@@")(cast(_joined(wanted.words, " & "), TSQUERY)))
        return found


def _names(names: Sequence[tuple[str, ...]]) -> str:
    """Return the vector of names, with a position left free between two, so that no phrase goes across."""
    written = []
    position = 1
    for name in names:
        for word in name:
            written.append(f"'{word}':{min(position, _GREATEST_POSITION)}")
            position += 1
        position += 1
    return " ".join(written)


def _words(words: Sequence[str]) -> str:
    return " ".join(f"'{word}'" for word in words)


def _joined(words: Sequence[str], operator: str) -> str:
    return operator.join(f"'{word}'" for word in words)
