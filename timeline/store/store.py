"""The store: what the service, the jobs and the command line hold in their hands."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.store import reading, saving
from timeline.store.address import read_address
from timeline.store.backup import back_up, count_articles, restore
from timeline.store.database import Database
from timeline.store.fulltext import full_text_of
from timeline.store.jobs import forget_inputs
from timeline.store.migrating import is_current, migrate
from timeline.store.query import EventQuery
from timeline.store.snapshot import LIMIT, Snapshot, is_id
from timeline.store.stored import ArticlePage, EventPage, Holdings, SavedVersion, StoredArticle, StoredEvent
from timeline.store.tables import articles


def open_store(url: str) -> "Store":
    """Return the store at `url`; nothing is asked of the database yet.

    Raises:
        StoreError: The address is none, or the folder of an SQLite file cannot be made.
    """
    return Store(Database(read_address(url)))


class Store:
    """Articles, the versions of their timelines, and their events.

    Each method is one transaction, may be called from any thread, and raises StoreError where the database cannot be
    had. What belongs together is read from one `snapshot`.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.full_text = full_text_of(database)
        self._purging = threading.Lock()

    @property
    def name(self) -> str:
        """Where it is, without the password."""
        return self.database.name

    def close(self) -> None:
        """Close every connection."""
        self.database.close()

    def migrate(self) -> None:
        """Bring the tables to what this version of the package knows; two processes may do so at once.

        Where a deletion was cut short, its last traces are removed.
        """
        migrate(self.database)
        self._purge()

    def is_current(self) -> bool:
        """Say whether the tables are what this version of the package knows."""
        return is_current(self.database)

    def holdings(self) -> Holdings:
        """Count what there is, which is nothing in a store that is not migrated."""
        if not self.is_current():
            return Holdings(articles=count_articles(self.database), versions=0, events=0, is_current=False)
        with self.database.reading() as connection:
            return reading.count_holdings(connection)

    def save(self, article: Article, timeline: Timeline, *, at: datetime) -> SavedVersion:
        """Keep an extraction.

        One of the same text by the same engine, model, prompts and version of the package, with the same publication
        date, title, source and address, is nothing new: the version that is kept already is returned, as it was saved.
        Anything else becomes a new version. Either way it is the current one from now on.

        Args:
            article: The article, whose id the timeline carries.
            timeline: What was extracted from it.
            at: When, with a time zone.

        Raises:
            ValueError: The timeline is of another article, or `at` has no time zone.
        """
        _check_zone(at)
        if timeline.article.id != article.id:
            raise ValueError(f"the timeline is of {timeline.article.id!r}, not of {article.id!r}")
        extraction = saving.prepare(article, timeline, at)
        with self.database.writing() as connection:
            number = saving.save(connection, self.full_text, extraction)
            return reading.read_version(connection, article.id, number)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Read in one transaction, which sees one state of the store."""
        with self.database.reading() as connection:
            yield Snapshot(connection, self.full_text)

    def timeline(self, article_id: str, *, version: int | None = None) -> Timeline | None:
        """Return the timeline as it was saved, the current version's unless another is named, or None."""
        with self.snapshot() as seen:
            return seen.timeline(article_id, version=version)

    def article(self, article_id: str) -> StoredArticle | None:
        """Return an article with its text and its versions, or None if it is not stored."""
        with self.snapshot() as seen:
            return seen.article(article_id)

    def articles(self, *, limit: int = LIMIT, cursor: str | None = None) -> ArticlePage:
        """Return a page of articles, that which was stored last in front.

        Raises:
            InputError: The cursor is not of such a page.
        """
        with self.snapshot() as seen:
            return seen.articles(limit=limit, cursor=cursor)

    def event(self, event_id: str) -> StoredEvent | None:
        """Return an event of a current version, or else of the latest version that has it; None if none does."""
        with self.snapshot() as seen:
            return seen.event(event_id)

    def search(self, query: EventQuery, *, limit: int = LIMIT, cursor: str | None = None) -> EventPage:
        """Return a page of the events of current versions, as a snapshot does.

        Raises:
            InputError: The cursor is not of such a page.
        """
        with self.snapshot() as seen:
            return seen.search(query, limit=limit, cursor=cursor)

    def delete_article(self, article_id: str) -> bool:
        """Remove an article for good; say whether there was anything of it.

        With it go its text, its versions, its events and their words, and what was handed in for it to jobs and was
        done or failed, also where it was never stored.
        """
        if not is_id(article_id):
            return False
        with self.database.writing() as connection:
            was_handed_in = forget_inputs(connection, article_id)
            key = connection.scalar(select(articles.c.key).where(articles.c.id == article_id))
            if key is not None:
                saving.unlist(connection, self.full_text, key)
                connection.execute(delete(articles).where(articles.c.key == key))
                self.full_text.owe(connection)
        if key is not None:
            self._purge()
        elif was_handed_in:
            self.database.forget()
        return key is not None or was_handed_in

    def backup(self, file: Path) -> None:
        """Write the whole store to a file, while others read and write.

        Raises:
            InputError: The file cannot be written.
        """
        back_up(self.database, file)

    def restore(self, file: Path, *, force: bool = False) -> None:
        """Put a backup in the place of what the store holds, and migrate it.

        Raises:
            InputError: The file is no backup of this kind of store, or articles would be lost and `force` is not set.
        """
        restore(self.database, file, force=force)

    def _purge(self) -> None:
        """Take the last traces of what was deleted away. Of those who delete at once, one does so for all who wait."""
        with self._purging:
            if self.full_text.purge(self.database):
                self.database.forget()


def _check_zone(at: datetime) -> None:
    if at.tzinfo is None:
        raise ValueError(f"{at!r} has no time zone; pass a moment in UTC")
