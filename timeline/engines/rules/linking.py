"""How the events of an article bear on one another, and the dates that an occasion lends."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.engines.rules.dates import fits
from timeline.engines.rules.mentions import Position
from timeline.engines.rules.records import Record

_ABOUT = frozenset(
    {
        EventType.STATEMENT,
        EventType.PLEDGE,
        EventType.INVITATION,
        EventType.DEMAND,
        EventType.THREAT,
        EventType.AGREEMENT,
        EventType.REJECTION,
    }
)
_AT_OCCASIONS = frozenset({EventType.MEETING, EventType.STATEMENT, EventType.AGREEMENT, EventType.NEGOTIATION})
_NEAR = 6
"""How many sentences before a denial its accusation is looked for without the accused being the one who denies."""


class Link(NamedTuple):
    """A relation between two records by index."""

    kind: RelationKind
    source: int
    target: int


class Linker:
    """Links the records of one article."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._by_position: dict[Position, int] = {}
        for index, record in enumerate(records):
            for mention in record.mentions:
                self._by_position.setdefault(mention.at, index)

    def lend_dates(self, published: date) -> None:
        """Give an occasion the date of what was said at it, and what happened at it the occasion's."""
        pairs = [(self._records[i], self._records[o]) for i, o in self._occasions()]
        for record, occasion in pairs:
            if (
                occasion.when is None
                and record.when is not None
                and fits(record.when.expression, occasion.status, published)
            ):
                occasion.when = record.when
                occasion.is_telling = occasion.is_telling or occasion.type is EventType.SUMMIT
        for record, occasion in pairs:
            if (
                record.when is None
                and occasion.when is not None
                and fits(occasion.when.expression, record.status, published)
            ):
                record.when = occasion.when
            if record.place is None and record.type in {EventType.MEETING, EventType.NEGOTIATION}:
                record.place = occasion.place

    def links(self) -> list[Link]:
        """Return the relations."""
        found: dict[Link, None] = {}
        for index, record in enumerate(self._records):
            for link in (*self._content(index, record), *self._denials(index, record)):
                if link.source != link.target:
                    found.setdefault(link)
        for index, occasion in self._occasions():
            if self._records[index].type in _AT_OCCASIONS and index != occasion:
                found.setdefault(Link(RelationKind.PART_OF, index, occasion))
        return list(found)

    def _occasions(self) -> list[tuple[int, int]]:
        found = []
        for index, record in enumerate(self._records):
            for mention in record.mentions:
                occasion = self._by_position.get(mention.occasion) if mention.occasion else None
                if occasion is not None and occasion != index:
                    found.append((index, occasion))
        return found

    def _content(self, index: int, record: Record) -> list[Link]:
        found = []
        for mention in record.mentions:
            source = self._by_position.get(mention.depends_on) if mention.depends_on else None
            if source is None:
                continue
            kind = self._kind(self._records[source].type)
            if kind is not None:
                found.append(Link(kind, source, index))
        return found

    def _kind(self, type_: EventType) -> RelationKind | None:
        if type_ is EventType.ACCUSATION:
            return RelationKind.ALLEGES
        if type_ is EventType.DENIAL:
            return RelationKind.DENIES
        return RelationKind.ABOUT if type_ in _ABOUT else None

    def _denials(self, index: int, record: Record) -> list[Link]:
        """Return the link from a denial to the accusation it answers, else to what is alleged."""
        if record.type is not EventType.DENIAL:
            return []
        here = record.lead.at.sentence
        best: tuple[int, int] | None = None
        for other, candidate in enumerate(self._records):
            rank = self._answer_rank(record, candidate, here)
            if rank and (best is None or rank >= best[0]):
                best = (rank, other)
        return [Link(RelationKind.DENIES, index, best[1])] if best else []

    def _answer_rank(self, denial: Record, candidate: Record, here: int) -> int:
        distance = here - candidate.lead.at.sentence
        if distance < 0:
            return 0
        accused = candidate.keys_of(Role.TARGET) & denial.keys_of(Role.ACTOR)
        if candidate.type is EventType.ACCUSATION:
            return 4 if accused else 3 if distance <= _NEAR and not candidate.keys_of(Role.TARGET) else 0
        if candidate.status is EventStatus.ALLEGED and not denial.keys_of(Role.ACTOR).isdisjoint(
            candidate.involved.keys()
        ):
            return 2
        return 0
