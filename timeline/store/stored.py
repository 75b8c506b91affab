"""What the store gives back."""

from datetime import date, datetime

from pydantic import Field

from timeline.domain.timeline import ArticleReference, Counts, Event, Relation
from timeline.domain.value import Value


class SavedVersion(Value):
    """One extraction of an article that is kept. `number` counts from 1 within the article; times are UTC."""

    article: str
    number: int
    at: datetime
    is_current: bool
    """It is this version's events that queries find."""
    is_whole: bool
    """Nothing failed while it was made."""
    published: date
    engine: str
    model: str | None
    prompts: dict[str, str]
    package: str
    """The version of the package that made it."""
    counts: Counts


class ArticleSummary(Value):
    """What a list of articles tells of one. The reference is the current version's, without its text."""

    reference: ArticleReference
    language: str
    first_stored: datetime
    last_stored: datetime
    versions: int
    current: SavedVersion


class ArticlePage(Value):
    """Some of the articles, that which was stored last in front, and where the next ones start."""

    articles: tuple[ArticleSummary, ...]
    next: str | None


class StoredArticle(Value):
    """One article with all that is kept of it. The reference is the current version's."""

    reference: ArticleReference
    text: str = Field(repr=False)
    language: str
    first_stored: datetime
    last_stored: datetime
    versions: tuple[SavedVersion, ...]
    current: int


class StoredEvent(Value):
    """One event, the article and version it is of, and the relations that touch it."""

    event: Event
    article: ArticleReference
    version: int
    is_current: bool
    relations: tuple[Relation, ...]


class ListedEvent(Event):
    """An event among those of other articles."""

    article: str


class EventPage(Value):
    """Some of the events asked for, in order of time, and where the next ones start.

    `articles` holds each event's article once, without its text; `relations` every one that touches a listed event,
    though its other end may stand on another page or answer to other conditions.
    """

    articles: tuple[ArticleReference, ...]
    events: tuple[ListedEvent, ...]
    relations: tuple[Relation, ...]
    next: str | None


class Holdings(Value):
    """How much a store holds, and whether its tables are those of this version of the package."""

    articles: int
    versions: int
    events: int
    """Those of current versions, which queries find."""
    is_current: bool
