"""The tables as queries see them. What makes them is in `migrations`.

An article has versions, a version has events. `listed` holds the events of every article's current version, each at
its place among all of them, and is what queries walk through. The words of a listed event are in `listed_words`,
which is a full-text table of the kind that each database has.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect

metadata = MetaData()

Key = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers its rows by a column of the type INTEGER alone."""


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept in UTC: SQLite knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base's
        """Return the moment as it is stored."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base's
        """Return the moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


articles = Table(
    "articles",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("id", String(80), nullable=False, unique=True),
    Column("text", LargeBinary, nullable=False),
    Column("language", Text, nullable=False),
    Column("first_stored", UtcTime, nullable=False),
    Column("last_stored", UtcTime, nullable=False),
    Column("current", Integer, nullable=False),
    Index("ix_articles_last_stored", "last_stored", "key"),
    sqlite_autoincrement=True,
)
"""`text` is UTF-8 in bytes: PostgreSQL's own text holds no NUL. `current` is the number of a version."""

versions = Table(
    "versions",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("article", Key, ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("identity", String(64), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("is_whole", Boolean, nullable=False),
    Column("shows_text", Boolean, nullable=False),
    Column("reference", Text, nullable=False),
    Column("provenance", Text, nullable=False),
    Column("relations", Text, nullable=False),
    Column("remarks", Text, nullable=False),
    UniqueConstraint("article", "number"),
    UniqueConstraint("article", "identity"),
    sqlite_autoincrement=True,
)
"""The timeline in parts, as JSON; its events and the article's text have tables of their own.

`identity` is what makes two extractions the same one. `remarks` holds what was rejected, what failed, and the warnings.
"""

events = Table(
    "events",
    metadata,
    Column("version", Key, ForeignKey("versions.key", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String(80), nullable=False, index=True),
    Column("record", Text, nullable=False),
)

listed = Table(
    "listed",
    metadata,
    Column("place", Key, primary_key=True, autoincrement=False),
    Column("version", Key, nullable=False),
    Column("position", Integer, nullable=False),
    Column("reach", SmallInteger, nullable=False),
    Column("type", String(32), nullable=False),
    Column("status", String(32), nullable=False),
    ForeignKeyConstraint(["version", "position"], ["events.version", "events.position"], ondelete="CASCADE"),
    Index("ix_listed_version", "version", "position"),
    Index("ix_listed_reach", "reach", "place"),
    Index("ix_listed_type", "type", "reach", "place"),
    Index("ix_listed_status", "status", "reach", "place"),
    Index("ix_listed_type_status", "type", "status", "reach", "place"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("revoked", UtcTime),
    Index(
        "ix_api_keys_name",
        "name",
        unique=True,
        sqlite_where=text("revoked IS NULL"),
        postgresql_where=text("revoked IS NULL"),
    ),
)
