"""tsvector with GIN indexes. The vectors are written word by word, so that no parser of the server's has a say."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    String,
    Table,
    bindparam,
    cast,
    delete,
    select,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, insert

from timeline.store.database import Database
from timeline.store.fulltext.full_text import Findable, Wanted
from timeline.store.listing import from_index
from timeline.store.places import Stretch
from timeline.store.shape import Part, Shape
from timeline.store.tables import Key, listed

listed_words = Table(
    "listed_words",
    MetaData(),
    Column("place", Key, primary_key=True),
    Column("names", TSVECTOR, nullable=False),
    Column("words", TSVECTOR, nullable=False),
)

_GREATEST_POSITION = 16_383


@dataclass(frozen=True)
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

    def owe(self, connection: Connection) -> None:
        """Do nothing: the server's vacuum does."""

    def purge(self, database: Database) -> bool:  # noqa: ARG002 - other databases need it
        """Do nothing: the server's vacuum does."""
        return False

    def places(self, part: Part, shape: Shape) -> Select[int]:
        """Return the query for the places of the events wanted."""
        found = from_index(part, shape).join(listed_words, listed_words.c.place == listed.c.place)
        if shape.has_name:
            found = found.where(_matches(listed_words.c.names, "name"))
        if shape.has_words:
            found = found.where(_matches(listed_words.c.words, "words"))
        return found

    def parameters(self, _part: Part, _stretch: Stretch, wanted: Wanted) -> dict[str, object]:
        """Return the two queries of words."""
        return {"name": _joined(wanted.name, " <-> "), "words": _joined(wanted.words, " & ")}


def _matches(vector: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
    return vector.op("@@", return_type=Boolean())(cast(bindparam(parameter, type_=String), TSQUERY))


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
