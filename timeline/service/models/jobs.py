"""Jobs, as clients hand them in and as the service tells of them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field

from timeline.service.models.stored import Cursor, Limit
from timeline.service.models.submission import Submission
from timeline.service.models.wire import Wire
from timeline.store.job_values import ItemState, StoredItem, StoredJob
from timeline.wiring import EngineName

_MOST_ARTICLES = 10_000
_LONGEST_NAME = 200
_NAME = r"^[^\x00-\x1f\x7f-\x9f]+$"
"""A line without control characters, which no terminal and not every database takes as they are."""
_PAGE = 100


class JobArticle(Submission):
    """One article of a job."""

    id: Annotated[str, Field(min_length=1, max_length=_LONGEST_NAME, pattern=_NAME)] | None = Field(
        default=None,
        description="Your own name for it, told with its result.",
        examples=["archive/2024/0001"],
    )


class JobRequest(Wire):
    """Articles to extract when there is time for them."""

    articles: tuple[JobArticle, ...] = Field(
        min_length=1, max_length=_MOST_ARTICLES, description="The articles. One that cannot be read fails alone."
    )
    engine: EngineName = Field(
        default=EngineName.AUTO,
        description="`llm`, `rules`, or `auto`: `llm` where the server has a model, else `rules`.",
    )


class JobState(StrEnum):
    """How far a job is.

    `cancelling` ends what is under way, and a retry takes it back. At the end some articles were `cancelled`, or all
    are `done`, which says nothing of failures: `counts` has those.
    """

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"


class Counts(Wire):
    """How many articles of the job are in which state."""

    queued: int
    running: int
    done: int
    failed: int
    cancelled: int


class JobAnswer(Wire):
    """A job and how far it is."""

    id: str
    state: JobState
    engine: str
    created: datetime
    counts: Counts
    events: int = Field(description="Events of the articles that are done.")
    cost_usd: float | None = Field(description="What the model cost so far; null where that is not known.")

    @classmethod
    def of(cls, job: StoredJob) -> Self:
        """Tell of a job."""
        return cls(**_told(job))


class ArticleError(Wire):
    """Why an article failed. `input` and `configuration` are for its owner to mend; the others may pass."""

    kind: str
    message: str


class JobArticleAnswer(Wire):
    """An article of a job, and what became of it."""

    number: int = Field(description="Its place in the job, counted from 1.")
    id: str | None = Field(description="The name it was handed in with.")
    state: ItemState
    article: str | None = Field(description="Its id in the store, under `/v1/articles/{id}`.")
    version: int | None = Field(description="The version of its timeline.")
    failures: int = Field(description="How many parts of the work could not be done, though the article is.")
    attempts: int = Field(description="How often a worker began it: again where a worker died, and by each retry.")
    error: ArticleError | None
    ended: datetime | None

    @classmethod
    def of(cls, item: StoredItem) -> Self:
        """Tell of an article."""
        error = None if item.error_kind is None else ArticleError(kind=item.error_kind, message=item.error or "")
        return cls(
            number=item.number,
            id=item.name,
            state=item.state,
            article=item.article,
            version=item.version,
            failures=item.failures,
            attempts=item.attempts,
            error=error,
            ended=item.ended,
        )


class JobPage(JobAnswer):
    """A job, some of its articles in order, and where the next ones start."""

    articles: tuple[JobArticleAnswer, ...]
    next: str | None

    @classmethod
    def page_of(cls, job: StoredJob, items: tuple[StoredItem, ...], following: str | None) -> Self:
        """Tell of a job and of these articles of it."""
        return cls(**_told(job), articles=tuple(JobArticleAnswer.of(one) for one in items), next=following)


class JobQuery(Wire):
    """Which articles of a job to list."""

    state: ItemState | None = Field(default=None, description="Only those in this state.", examples=["failed"])
    cursor: Cursor = None
    limit: Limit = _PAGE


def _told(job: StoredJob) -> dict[str, object]:
    return {
        "id": job.id,
        "state": _state(job),
        "engine": job.engine,
        "created": job.created,
        "counts": Counts(**job.counts.model_dump()),
        "events": job.totals.events,
        "cost_usd": job.totals.cost_usd,
    }


def _state(job: StoredJob) -> JobState:
    counts = job.counts
    if not counts.open:
        return JobState.CANCELLED if counts.cancelled else JobState.DONE
    if job.cancelled is not None:
        return JobState.CANCELLING
    return JobState.QUEUED if counts.queued == counts.total else JobState.RUNNING
