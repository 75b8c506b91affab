"""What the store tells of jobs."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from timeline.domain.value import Value


class ItemState(StrEnum):
    """How far an article of a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (ItemState.QUEUED, ItemState.RUNNING)
"""The states that are not the last."""


class InputForm(StrEnum):
    """What the input of an article is."""

    RECORD = "record"
    """A line of JSONL."""
    FILE = "file"
    """The URL of a file (RFC 8089): a path may be no text, but its URL is."""
    ADDRESS = "address"
    """A JSON object with a URL, and what is known about the page behind it."""
    UNREADABLE = "unreadable"
    """Why there is none."""


class NewItem(NamedTuple):
    """An article to be handed in. `name` is what its owner calls it; `text_id` is None until its text is read."""

    name: str | None
    form: InputForm
    input: str
    text_id: str | None = None


class NewJob(Value):
    """A job to be handed in. `engine` is `rules` or `llm`; `published` holds for articles that carry no date."""

    id: str
    engine: str
    model: str | None = None
    published: date | None = None
    note: str = ""


class JobCounts(Value):
    """How many articles of a job are in which state."""

    queued: int = 0
    running: int = 0
    done: int = 0
    failed: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.open + self.done + self.failed + self.cancelled

    @property
    def open(self) -> int:
        """Those that are not at their end."""
        return self.queued + self.running


class JobTotals(Value):
    """What the articles of a job took so far. `in_part` counts the done ones of which something failed.

    The cost is None where that of an article with requests is unknown.
    """

    events: int = 0
    requests: int = 0
    in_part: int = 0
    cost_usd: float | None = None


class StoredJob(Value):
    """A job and how far it is."""

    id: str
    created: datetime
    engine: str
    model: str | None
    published: date | None
    note: str
    cancelled: datetime | None
    """When it was cancelled, unless some of it was queued again since."""
    counts: JobCounts
    totals: JobTotals


class StoredItem(Value):
    """An article of a job. `number` counts from 1 within the job."""

    number: int
    name: str | None
    state: ItemState
    attempts: int
    article: str | None
    version: int | None
    error_kind: str | None
    error: str | None
    failures: int
    ended: datetime | None


class JobListing(NamedTuple):
    """A job and some of its articles, as they were at one moment."""

    job: StoredJob
    items: tuple[StoredItem, ...]


class Ticket(NamedTuple):
    """One turn of one article: what the workers' queue holds."""

    job: str
    number: int
    turn: int


class BegunItem(NamedTuple):
    """What a worker is told of the article that it begins."""

    name: str | None
    form: InputForm
    input: str
    text_id: str | None
    engine: str
    model: str | None
    published: date | None


class Outcome(Value):
    """What became of an article: done with a timeline, or failed with an error. It holds no text of the article."""

    article: str | None = None
    version: int | None = None
    events: int = 0
    failures: int = 0
    requests: int = 0
    cost_usd: float | None = None
    error_kind: str | None = None
    error: str | None = Field(default=None, max_length=2000)

    @property
    def state(self) -> ItemState:
        """The last state of the article."""
        return ItemState.DONE if self.error_kind is None else ItemState.FAILED
