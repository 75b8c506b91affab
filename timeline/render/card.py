"""What the page shows of one event."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.domain.timeline import Event, Timeline, When
from timeline.domain.vocabulary import Role
from timeline.render.dates import human, human_when
from timeline.render.labels import Link, links_of
from timeline.render.plain import one_line


class Reference(NamedTuple):
    """A link to an event: its element, its number for readers, its title."""

    element: str
    number: int
    title: str


class Person(NamedTuple):
    """Someone who takes part; `role` is empty for an equal."""

    name: str
    role: str


class Bearing(NamedTuple):
    """A relation as an event's card shows it, with an arrow for its direction."""

    arrow: str
    words: str
    reference: Reference


class Dating(NamedTuple):
    """How a date was found: the words, the date they were read against, what came of it, and by which rule."""

    expression: str
    anchor: str
    edtf: str
    rule: str
    alternatives: tuple[str, ...]


class Card(NamedTuple):
    """One event. `said` is its date in the article's words, `sentences` are the elements that prove it."""

    reference: Reference
    event: Event
    date: str
    said: str
    dating: Dating | None
    people: tuple[Person, ...]
    bearings: tuple[Bearing, ...]
    sentences: Sequence[str]


def references_of(timeline: Timeline, *, name: str) -> tuple[Reference, ...]:
    """Number the events of a timeline, whose elements begin with `name`."""
    numbered = enumerate(timeline.events, start=1)
    return tuple(Reference(f"{name}-e{number}", number, event.title) for number, event in numbered)


def cards_of(
    timeline: Timeline, references: Sequence[Reference], sentences: Mapping[str, Sequence[str]]
) -> Iterator[Card]:
    """Make the card of each event in order, given the elements that prove the event of an element."""
    links = links_of(timeline)
    by_id = {event.id: reference for event, reference in zip(timeline.events, references, strict=True)}
    for event in timeline.events:
        reference = by_id[event.id]
        forth = (_bearing("→", link, by_id) for link in links.forth[event.id])
        back = (_bearing("←", link, by_id) for link in links.back[event.id])
        yield Card(
            reference=reference,
            event=event,
            date=human_when(event.when),
            said=one_line(event.when.expression.text) if event.when else "",
            dating=_dating(event.when) if event.when else None,
            people=tuple(_people(event)),
            bearings=(*forth, *back),
            sentences=sentences.get(reference.element, ()),
        )


def _bearing(arrow: str, link: Link, by_id: Mapping[str, Reference]) -> Bearing:
    return Bearing(arrow, link.words, by_id[link.event.id])


def _dating(when: When) -> Dating:
    return Dating(
        expression=one_line(when.expression.text),
        anchor=human(when.anchor.isoformat()),
        edtf=when.edtf,
        rule=when.rule,
        alternatives=tuple(human(other, anchor=when.anchor) for other in when.alternatives),
    )


def _people(event: Event) -> Iterator[Person]:
    for each in event.participants:
        yield Person(each.name, "" if each.role is Role.PARTICIPANT else each.role)
