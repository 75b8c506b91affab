"""Where the timelines of a job go."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Protocol

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.store import Store
from timeline.store.job_values import Ticket


class Kept(NamedTuple):
    """Where a timeline is found again: `version` is that of the store, None elsewhere."""

    article: str
    version: int | None


class Shelf(Protocol):
    """Takes the timeline of an article. A repeated call keeps nothing twice."""

    def keep(self, ticket: Ticket, name: str | None, article: Article, timeline: Timeline) -> Kept:
        """Keep a timeline for good.

        Raises:
            StoreError: It cannot be kept now.
        """
        ...


class StoreShelf:
    """Keeps timelines in the store, where the same article by the same engine is one version."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def keep(self, ticket: Ticket, name: str | None, article: Article, timeline: Timeline) -> Kept:  # noqa: ARG002 - the seam's
        """Save a timeline.

        Raises:
            StoreError: The store cannot be had.
        """
        saved = self._store.save(article, timeline, at=self._now())
        return Kept(saved.article, saved.number)
