"""Invented articles and timelines of them, as short as a test wants."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.timeline import (
    ArticleReference,
    Counts,
    Event,
    Evidence,
    Failure,
    Participant,
    Place,
    Provenance,
    Quote,
    Relation,
    Source,
    Timeline,
    When,
)
from timeline.domain.vocabulary import EventStatus, EventType, Granularity, Role

PUBLISHED = date(2025, 5, 17)
NOON = datetime(2025, 5, 17, 12, tzinfo=UTC)


def article(text: str = "Maren met Dovrek on Friday.", **fields: object) -> Article:
    """Return an article."""
    return Article.model_validate({"text": text, "published": PUBLISHED, "title": "Talks", **fields})


def dated(earliest: date | None, latest: date | None) -> When:
    """Return a date with these bounds."""
    written = "/".join("" if day is None else day.isoformat() for day in (earliest, latest))
    return When(
        edtf=written,
        earliest=earliest,
        latest=latest,
        granularity=Granularity.INTERVAL,
        expression=Quote(text="then", span=Offsets(0, 4)),
        anchor=PUBLISHED,
        rule="by hand",
    )


def on(day: date) -> When:
    """Return the date of one day."""
    return dated(day, day)


def event(
    id_: str,
    *,
    when: When | None = None,
    names: Sequence[str] = ("Ilya Maren",),
    type_: EventType = EventType.MEETING,
    status: EventStatus = EventStatus.OCCURRED,
    title: str = "Two leaders meet",
    place: str | None = None,
    sources: Sequence[str] = (),
    evidence: str = "Maren met Dovrek on Friday.",
) -> Event:
    """Return an event."""
    span = Offsets(0, 1)
    return Event(
        id=id_,
        title=title,
        type=type_,
        status=status,
        when=when,
        participants=tuple(Participant(name=name, role=Role.PARTICIPANT, span=span) for name in names),
        place=Place(name=place, span=span) if place else None,
        sources=tuple(Source(name=name, span=span) for name in sources),
        trigger=Quote(text="met", span=Offsets(6, 9)),
        evidence=(Evidence(span=Offsets(0, len(evidence)), exact=evidence, prefix="", suffix=""),),
    )


def timeline(
    of: Article,
    *events: Event,
    engine: str = "rules",
    model: str | None = None,
    prompts: dict[str, str] | None = None,
    relations: Sequence[Relation] = (),
    failures: Sequence[Failure] = (),
) -> Timeline:
    """Return a timeline of an article."""
    counts = Counts(proposed=len(events), accepted=len(events), merged=0, rejected=0)
    return Timeline(
        article=ArticleReference(
            id=of.id,
            title=of.title,
            published=of.published,
            source=of.source,
            url=of.url,
            text=of.text if of.is_extracted else None,
        ),
        events=events,
        relations=tuple(relations),
        failures=tuple(failures),
        provenance=Provenance(engine=engine, model=model, prompts=prompts or {}, version="0.1.0", counts=counts),
    )
