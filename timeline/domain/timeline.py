"""The timeline of one article: the public JSON document, version `timeline/1`.

Spans are half-open code-point offsets into the article's text. Evidence follows the Web Annotation
Data Model (W3C Recommendation, 2017): `exact`, `prefix` and `suffix` as in TextQuoteSelector, `span` as
in TextPositionSelector. Dates follow EDTF (ISO 8601-2:2019).
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field, JsonValue, model_validator

from timeline.domain.span import Span
from timeline.domain.value import Value
from timeline.domain.vocabulary import (
    EventStatus,
    EventType,
    FailureKind,
    Granularity,
    RejectionReason,
    RelationKind,
    Role,
    WarningCode,
)


class Quote(Value):
    """Characters of the article and where they stand."""

    text: str
    span: Span


class When(Value):
    """When an event takes place, and how that was found.

    `anchor` is the date against which the expression was resolved: the publication date.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    granularity: Granularity
    expression: Quote
    anchor: date
    rule: str
    alternatives: tuple[str, ...] = ()


class Participant(Value):
    """Someone who takes part. `span` is one place where the article has the name."""

    name: str
    role: Role
    span: Span


class Place(Value):
    """Where an event takes place, as the article has it."""

    name: str
    span: Span


class Source(Value):
    """Who the article says reports or claims the event."""

    name: str
    span: Span


class Evidence(Value):
    """A sentence that supports a record, with 32 characters of context on either side."""

    span: Span
    exact: str
    prefix: str
    suffix: str


class Event(Value):
    """One proved record."""

    id: str
    title: str
    type: EventType
    status: EventStatus
    when: When | None
    participants: tuple[Participant, ...]
    place: Place | None
    sources: tuple[Source, ...]
    trigger: Quote
    evidence: tuple[Evidence, ...]
    warnings: tuple[WarningCode, ...] = ()


class Relation(Value):
    """A link between two events of the article, by id."""

    kind: RelationKind
    source: str = Field(alias="from")
    target: str = Field(alias="to")


class Rejection(Value):
    """A proposed item that is not on the timeline: why, in one word and in words, and the item as proposed."""

    reason: RejectionReason
    message: str = ""
    draft: JsonValue


class Failure(Value):
    """Work that could not be done. `sentences` holds the numbers of those left unread."""

    kind: FailureKind
    message: str
    sentences: tuple[int, ...] = ()


class Counts(Value):
    """What became of the proposed items: `proposed = accepted + merged + rejected`."""

    proposed: int
    accepted: int
    merged: int
    rejected: int

    @model_validator(mode="after")
    def _balance(self) -> "Counts":
        if self.proposed != self.accepted + self.merged + self.rejected:
            raise ValueError(f"counts do not balance: {self!r}; proposed must equal accepted + merged + rejected")
        return self


class Usage(Value):
    """Tokens and money. `cached` is the part of `input` that the provider had cached."""

    input: int = 0
    cached: int = 0
    output: int = 0
    cost_usd: float | None = None


_NOTHING_USED = Usage()


def total_usage(usages: Iterable[Usage]) -> Usage:
    """Return the sum. Its cost is known only where the cost of every part that used tokens is."""
    spent = [usage for usage in usages if usage != _NOTHING_USED]
    costs = [usage.cost_usd for usage in spent]
    known = [cost for cost in costs if cost is not None]
    return Usage(
        input=sum(usage.input for usage in spent),
        cached=sum(usage.cached for usage in spent),
        output=sum(usage.output for usage in spent),
        cost_usd=sum(known) if spent and len(known) == len(costs) else None,
    )


class Provenance(Value):
    """Which engine, model and prompts made the timeline, and what it took."""

    engine: str
    model: str | None
    prompts: dict[str, str]
    version: str
    counts: Counts
    requests: int = 0
    retries: int = 0
    usage: Usage = Usage()


class ArticleReference(Value):
    """Which article the timeline is of. `text` is given where it was extracted from HTML, else null."""

    id: str
    title: str | None
    published: date
    source: str | None
    url: str | None
    text: str | None = None


class Timeline(Value):
    """The events of one article in order of time, how they hang together, and what was not taken."""

    version: Literal["timeline/1"] = Field(default="timeline/1", alias="schema")
    article: ArticleReference
    events: tuple[Event, ...]
    relations: tuple[Relation, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    failures: tuple[Failure, ...] = ()
    provenance: Provenance
    warnings: tuple[WarningCode, ...] = ()
