"""Articles, versions, events, the listed ones with their words, and API keys."""

import sqlite3

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Take the step."""
    _make_articles()
    _make_events()
    _make_listed()
    _make_api_keys()
    if op.get_context().dialect.name == "sqlite":
        _make_fts5()
    else:
        _make_tsvectors()


def _make_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("key", _KEY, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(80), nullable=False, unique=True),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("first_stored", _MOMENT, nullable=False),
        sa.Column("last_stored", _MOMENT, nullable=False),
        sa.Column("current", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "versions",
        sa.Column("key", _KEY, primary_key=True, autoincrement=True),
        sa.Column("article", _KEY, sa.ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("is_whole", sa.Boolean, nullable=False),
        sa.Column("shows_text", sa.Boolean, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("provenance", sa.Text, nullable=False),
        sa.Column("relations", sa.Text, nullable=False),
        sa.Column("remarks", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "number"),
        sa.UniqueConstraint("article", "identity"),
        sqlite_autoincrement=True,
    )


def _make_events() -> None:
    op.create_table(
        "events",
        sa.Column("version", _KEY, sa.ForeignKey("versions.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_events_id", "events", ["id"])


def _make_listed() -> None:
    op.create_table(
        "listed",
        sa.Column("place", _KEY, primary_key=True, autoincrement=False),
        sa.Column("version", _KEY, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("reach", sa.SmallInteger, nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["version", "position"], ["events.version", "events.position"], ondelete="CASCADE"),
    )
    for name, columns in (
        ("version", ["version", "position"]),
        ("reach", ["reach", "place"]),
        ("type", ["type", "reach", "place"]),
        ("status", ["status", "reach", "place"]),
        ("type_status", ["type", "status", "reach", "place"]),
    ):
        op.create_index(f"ix_listed_{name}", "listed", columns)


def _make_api_keys() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("revoked", _MOMENT),
    )
    is_valid = sa.text("revoked IS NULL")
    op.create_index(
        "ix_api_keys_name", "api_keys", ["name"], unique=True, sqlite_where=is_valid, postgresql_where=is_valid
    )


def _make_fts5() -> None:
    """Make the full-text table. The words come folded, so the tokenizer has nothing to do but to split them."""
    op.execute(
        "CREATE VIRTUAL TABLE listed_words USING fts5(facets, names, words, tokenize = \"ascii tokenchars '/'\")"
    )
    if sqlite3.sqlite_version_info >= (3, 42):
        op.execute("INSERT INTO listed_words (listed_words, rank) VALUES ('secure-delete', 1)")


def _make_tsvectors() -> None:
    op.create_table(
        "listed_words",
        sa.Column("place", sa.BigInteger, sa.ForeignKey("listed.place", ondelete="CASCADE"), primary_key=True),
        sa.Column("names", TSVECTOR, nullable=False),
        sa.Column("words", TSVECTOR, nullable=False),
    )
    for column in ("names", "words"):
        op.create_index(f"ix_listed_words_{column}", "listed_words", [column], postgresql_using="gin")
