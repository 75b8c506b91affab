"""What a system says about one article, in the form that is stored and scored."""

from pydantic import Field

from timeline.domain.span import Span
from timeline.domain.timeline import Event, Timeline
from timeline.domain.value import Value


class PredictedParticipant(Value):
    """A name and its role."""

    name: str
    role: str


class PredictedEvent(Value):
    """One event as predicted. Values are plain strings, since a baseline may invent some.

    `unfound` holds quotes given as evidence that do not stand in the text.
    """

    id: str
    title: str
    type: str
    status: str
    when: str | None = None
    participants: tuple[PredictedParticipant, ...] = ()
    place: str | None = None
    sources: tuple[str, ...] = ()
    trigger: str = ""
    evidence: tuple[Span, ...] = ()
    unfound: tuple[str, ...] = ()


class PredictedRelation(Value):
    """A predicted link between two events, by id."""

    kind: str
    source: str = Field(alias="from")
    target: str = Field(alias="to")


class Prediction(Value):
    """The events of one article.

    `text` is the id of the article's text, so that a prediction is never scored against another text.
    `characters` is how long the model's replies were, None where no model was asked. `lost` counts what was
    proposed and is not among the events; `failures` says what could not be done.
    """

    article: str
    text: str
    events: tuple[PredictedEvent, ...] = ()
    relations: tuple[PredictedRelation, ...] = ()
    characters: int | None = None
    lost: int = 0
    failures: tuple[str, ...] = ()


def from_timeline(timeline: Timeline, *, article: str, text: str, characters: int | None = None) -> Prediction:
    """Turn a timeline into a prediction; its quotes are compared with the text."""
    return Prediction(
        article=article,
        text=timeline.article.id,
        events=tuple(_event(event, text) for event in timeline.events),
        relations=tuple(
            PredictedRelation(kind=link.kind, source=link.source, target=link.target) for link in timeline.relations
        ),
        characters=characters,
        lost=len(timeline.rejected),
        failures=tuple(f"{failure.kind}: {failure.message}" for failure in timeline.failures),
    )


def _event(event: Event, text: str) -> PredictedEvent:
    return PredictedEvent(
        id=event.id,
        title=event.title,
        type=event.type,
        status=event.status,
        when=event.when.edtf if event.when else None,
        participants=tuple(PredictedParticipant(name=who.name, role=who.role) for who in event.participants),
        place=event.place.name if event.place else None,
        sources=tuple(source.name for source in event.sources),
        trigger=event.trigger.text,
        evidence=tuple(evidence.span for evidence in event.evidence),
        unfound=tuple(quote.exact for quote in event.evidence if quote.span.of(text) != quote.exact),
    )
