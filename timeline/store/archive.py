"""The list of articles: that which was stored last in front, whether it is new or was known."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from timeline.store.cursor import not_ours, read_numbers, write_cursor
from timeline.store.documents import read_reference
from timeline.store.reading import IS_CURRENT, VERSION, saved_version
from timeline.store.stored import ArticlePage, ArticleSummary
from timeline.store.tables import articles, versions

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
"""As fine as either database keeps a moment."""
_ORDER = (articles.c.last_stored, articles.c.key)


def list_articles(connection: Connection, *, limit: int, cursor: str | None) -> ArticlePage:
    """Return a page of articles, that which was stored last in front.

    Raises:
        InputError: The cursor is not of such a page.
    """
    rows = connection.execute(ask(limit=limit + 1, cursor=cursor)).all()
    shown = rows[:limit]
    return ArticlePage(
        articles=tuple(_summary(row) for row in shown),
        next=_cursor_behind(shown[-1]) if len(rows) > limit else None,
    )


def ask(*, limit: int, cursor: str | None) -> Select[Any]:
    """Return what asks for the first articles behind a cursor."""
    counted = select(func.count()).where(versions.c.article == articles.c.key).correlate(articles).scalar_subquery()
    wanted = (
        select(
            *_ORDER,
            articles.c.language,
            articles.c.first_stored,
            counted.label("versions"),
            *VERSION,
        )
        .join(versions, (versions.c.article == articles.c.key) & IS_CURRENT)
        .order_by(*(column.desc() for column in _ORDER))
        .limit(limit)
    )
    return wanted if cursor is None else wanted.where(tuple_(*_ORDER) < _position(cursor))


def _cursor_behind(row: Row[*tuple[Any, ...]]) -> str:
    return write_cursor((row.last_stored - _EPOCH) // _TICK, row.key)


def _position(cursor: str) -> tuple[datetime, int]:
    ticks, key = read_numbers(cursor, 2)
    try:
        return _EPOCH + ticks * _TICK, key
    except OverflowError as error:
        raise not_ours(cursor) from error


def _summary(row: Row[*tuple[Any, ...]]) -> ArticleSummary:
    return ArticleSummary(
        reference=read_reference(row.reference),
        language=row.language,
        first_stored=row.first_stored,
        last_stored=row.last_stored,
        versions=row.versions,
        current=saved_version(row),
    )
