"""What is stored, as the service tells it."""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from timeline.domain.timeline import ArticleReference, Counts, Event, Relation
from timeline.domain.vocabulary import EventStatus, EventType
from timeline.render import Format
from timeline.service.models.wire import Day, Wire
from timeline.store import ArticleSummary, EventPage, EventQuery, SavedVersion, StoredArticle, StoredEvent

_PAGE = 50
_LONGEST_PAGE = 500
_LONGEST_WORDS = 200

Limit = Annotated[int, Field(ge=1, le=_LONGEST_PAGE, description="How many to list at most.")]
Cursor = Annotated[str | None, Field(max_length=1_000, description="Where to go on: `next` of the page before.")]


def _without_nul(words: str) -> str:
    """Refuse the character that no database keeps in text."""
    if "\0" in words:
        raise ValueError("holds the character NUL; leave it out")
    return words


_Searched = Annotated[str, AfterValidator(_without_nul)]


class TimelineQuery(Wire):
    """Which events to list: all conditions that are given have to hold."""

    about: _Searched | None = Field(
        default=None,
        max_length=_LONGEST_WORDS,
        description="Words of a participant's name, in order; case, accents and punctuation do not count.",
        examples=["silva"],
    )
    start: Day | None = Field(
        default=None,
        alias="from",
        description="First day of a period that the event overlaps.",
        examples=["2024-05-01"],
    )
    end: Day | None = Field(
        default=None, alias="to", description="Last day of the period, included.", examples=["2024-05-31"]
    )
    type: EventType | None = Field(default=None, description="What kind of event.", examples=["meeting"])
    status: EventStatus | None = Field(
        default=None, description="How the article holds the event.", examples=["occurred"]
    )
    q: _Searched | None = Field(
        default=None,
        max_length=_LONGEST_WORDS,
        description="Words that all stand in the title, the names or the evidence, in any inflection.",
        examples=["oslo"],
    )
    undated: bool = Field(
        default=False,
        description="With a period, list events without a date too. Without one they always come, at the end.",
    )
    format: Format = Field(default=Format.JSON, description="What to write the events as.")
    cursor: Cursor = None
    limit: Limit = _PAGE

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"'to' is {self.end}, before 'from', which is {self.start}; exchange the two")
        return self

    def as_event_query(self) -> EventQuery:
        """Return what the store is asked."""
        return EventQuery(
            about=self.about,
            start=self.start,
            end=self.end,
            type=self.type,
            status=self.status,
            text=self.q,
            undated=self.undated,
        )


class ArticlesQuery(Wire):
    """Which articles to list."""

    cursor: Cursor = None
    limit: Limit = _PAGE


class VersionQuery(Wire):
    """Which version of an article's timeline to give, and how."""

    version: int | None = Field(
        default=None, ge=1, le=2**31 - 1, description="The number of a version; the current one if none is named."
    )
    format: Format = Field(default=Format.JSON, description="What to write the timeline as.")


class ListedEvent(Event):
    """An event, and the id of its article."""

    article: str


class StoredTimeline(Wire):
    """Events of several articles in order of time, those without a date at the end."""

    version: Literal["timeline/1"] = Field(default="timeline/1", alias="schema")
    articles: tuple[ArticleReference, ...] = Field(description="The articles of the listed events, without their text.")
    events: tuple[ListedEvent, ...]
    relations: tuple[Relation, ...] = Field(
        description="Every link that touches a listed event; its other end may be on another page."
    )
    next: str | None = Field(description="`cursor` of the next page, or null at the end.")

    @classmethod
    def of(cls, page: EventPage) -> Self:
        """Return a page of the store as it is told."""
        return cls(
            articles=page.articles,
            events=tuple(ListedEvent.model_validate(event, from_attributes=True) for event in page.events),
            relations=page.relations,
            next=page.next,
        )


class EventAnswer(Wire):
    """One event with its article, and the links that touch it."""

    event: Event
    article: ArticleReference
    version: int = Field(description="Which version of the article's timeline has it.")
    is_current: bool = Field(description="That version is the current one.")
    relations: tuple[Relation, ...]

    @classmethod
    def of(cls, stored: StoredEvent) -> Self:
        """Return a stored event as it is told."""
        return cls(
            event=stored.event,
            article=stored.article,
            version=stored.version,
            is_current=stored.is_current,
            relations=stored.relations,
        )


class Version(Wire):
    """One extraction of an article."""

    number: int = Field(description="Counts from 1 within the article.")
    at: datetime
    is_current: bool = Field(description="Its events are those that are listed.")
    is_whole: bool = Field(description="Nothing failed while it was made.")
    published: date
    engine: str
    model: str | None
    prompts: dict[str, str] = Field(description="The SHA-256 of each prompt.")
    package: str = Field(description="The version of the package that made it.")
    counts: Counts

    @classmethod
    def of(cls, saved: SavedVersion) -> Self:
        """Return a saved version as it is told."""
        return cls(**{name: getattr(saved, name) for name in cls.model_fields})


class ArticleListing(Wire):
    """An article in a list. `article` is as the current version has it, without its text."""

    article: ArticleReference
    language: str
    first_stored: datetime
    last_stored: datetime
    versions: int = Field(description="How many versions of its timeline are kept.")
    current: Version

    @classmethod
    def of(cls, summary: ArticleSummary) -> Self:
        """Return an article of the store as it is listed."""
        return cls(
            article=summary.reference,
            language=summary.language,
            first_stored=summary.first_stored,
            last_stored=summary.last_stored,
            versions=summary.versions,
            current=Version.of(summary.current),
        )


class ArticleList(Wire):
    """Articles, the one stored last first."""

    articles: tuple[ArticleListing, ...]
    next: str | None = Field(description="`cursor` of the next page, or null at the end.")


class ArticleAnswer(Wire):
    """An article with its text and the versions of its timeline. `article` is as the current version has it."""

    article: ArticleReference
    text: str = Field(description="The text that all spans point into.")
    language: str
    first_stored: datetime
    last_stored: datetime
    current: int = Field(description="The number of the current version.")
    versions: tuple[Version, ...]

    @classmethod
    def of(cls, stored: StoredArticle) -> Self:
        """Return a stored article as it is told."""
        return cls(
            article=stored.reference,
            text=stored.text,
            language=stored.language,
            first_stored=stored.first_stored,
            last_stored=stored.last_stored,
            current=stored.current,
            versions=tuple(Version.of(one) for one in stored.versions),
        )
