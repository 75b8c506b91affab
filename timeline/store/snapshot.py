"""One state of the store: what is read from it goes together, whatever is saved or deleted meanwhile."""

from sqlalchemy import Connection

from timeline.domain.timeline import Timeline
from timeline.store import reading, searching
from timeline.store.archive import list_articles
from timeline.store.fulltext.full_text import FullText
from timeline.store.query import EventQuery
from timeline.store.stored import ArticlePage, EventPage, StoredArticle, StoredEvent

LIMIT = 50
"""How many of a list are on a page, unless another number is asked for."""
_GREATEST_LIMIT = 1000


class Snapshot:
    """Reads in one transaction. Its methods raise StoreError where the database cannot be had."""

    def __init__(self, connection: Connection, full_text: FullText) -> None:
        self._connection = connection
        self._full_text = full_text

    def timeline(self, article_id: str, *, version: int | None = None) -> Timeline | None:
        """Return the timeline as it was saved, the current version's unless another is named, or None."""
        return reading.read_timeline(self._connection, article_id, version) if is_id(article_id) else None

    def article(self, article_id: str) -> StoredArticle | None:
        """Return an article with its text and its versions, or None if it is not stored."""
        return reading.read_article(self._connection, article_id) if is_id(article_id) else None

    def articles(self, *, limit: int = LIMIT, cursor: str | None = None) -> ArticlePage:
        """Return a page of articles, that which was stored last in front.

        Raises:
            InputError: The cursor is not of such a page.
        """
        return list_articles(self._connection, limit=_checked(limit), cursor=cursor)

    def event(self, event_id: str) -> StoredEvent | None:
        """Return an event of a current version, or else of the latest version that has it; None if none does."""
        return reading.read_stored_event(self._connection, event_id) if is_id(event_id) else None

    def search(self, query: EventQuery, *, limit: int = LIMIT, cursor: str | None = None) -> EventPage:
        """Return a page of the events of current versions, in order of time; those without a date come last.

        The order is that of the earliest day, the latest day, the article, and the position in its timeline.

        Raises:
            InputError: The cursor is not of such a page.
        """
        return searching.search(self._connection, self._full_text, query, limit=_checked(limit), cursor=cursor)


def is_id(given: str) -> bool:
    """Say whether `given` can be an id at all; a database takes ill to some of what it may be instead."""
    return given.isascii() and given.isprintable()


def _checked(limit: int) -> int:
    if not 1 <= limit <= _GREATEST_LIMIT:
        raise ValueError(f"a page of {limit} is none; ask for 1 to {_GREATEST_LIMIT}")
    return limit
