"""How the events of an article bear on one another, and the dates that an occasion lends."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from timeline.domain.vocabulary import EventType, RelationKind
from timeline.engines.rules.dates import fits
from timeline.engines.rules.mentions import Position
from timeline.engines.rules.records import Record
from timeline.engines.rules.terms import (
    ACCUSATION,
    ACTOR,
    AGREEMENT,
    ALLEGED,
    DEMAND,
    DENIAL,
    INVITATION,
    MEETING,
    NEGOTIATION,
    PLEDGE,
    REJECTION,
    STATEMENT,
    SUMMIT,
    TARGET,
    THREAT,
)

_ABOUT = frozenset(
    {
        STATEMENT,
        PLEDGE,
        INVITATION,
        DEMAND,
        THREAT,
    }
)
_AT_OCCASIONS = frozenset({MEETING, STATEMENT, AGREEMENT, NEGOTIATION})
_ANSWERS = frozenset({REJECTION, PLEDGE})
_CALLS = frozenset({DEMAND, INVITATION, THREAT})
_NEAR = 30
"""How many sentences before a denial its accusation is looked for."""

_LOOKED_AT = 60
"""How many records before one are looked at, so that the work stays linear."""


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
                occasion.is_telling = occasion.is_telling or occasion.type is SUMMIT
        for record, occasion in pairs:
            if (
                record.when is None
                and occasion.when is not None
                and fits(occasion.when.expression, record.status, published)
            ):
                record.when = occasion.when
            if record.place is None and record.type in {MEETING, NEGOTIATION}:
                record.place = occasion.place

    def links(self) -> list[Link]:
        """Return the relations."""
        found: dict[Link, None] = {}
        for index, record in enumerate(self._records):
            for link in (
                *self._content(index, record),
                *self._denials(index, record),
                *self._responses(index, record),
            ):
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
        if type_ is ACCUSATION:
            return RelationKind.ALLEGES
        if type_ is DENIAL:
            return RelationKind.DENIES
        return RelationKind.ABOUT if type_ in _ABOUT else None

    def _denials(self, index: int, record: Record) -> list[Link]:
        """Return the link from a denial to the accusation it answers, else to what is alleged."""
        if record.type is not DENIAL:
            return []
        ranked = [(self._answer_rank(record, other), at) for at, other in self._before(index, _NEAR)]
        best = max(ranked, default=(0, 0))
        return [Link(RelationKind.DENIES, index, best[1])] if best[0] else []

    def _before(self, index: int, distance: int) -> Iterator[tuple[int, Record]]:
        """Yield the records told up to `distance` sentences before this one, the farthest first."""
        here = self._records[index].lead.at
        for other in range(max(0, index - _LOOKED_AT), len(self._records)):
            there = self._records[other].lead.at
            if there > here:
                break
            if other != index and here.sentence - there.sentence <= distance:
                yield other, self._records[other]

    def _answer_rank(self, denial: Record, candidate: Record) -> int:
        distance = denial.lead.at.sentence - candidate.lead.at.sentence
        deniers = denial.keys_of(ACTOR)
        if candidate.type is ACCUSATION:
            if not deniers.isdisjoint(candidate.keys_of(TARGET)):
                return 5
            return 3 if distance <= 1 or not candidate.keys_of(TARGET) else 0
        if candidate.lead.lemma == "charge" and not deniers.isdisjoint(candidate.involved.keys()):
            return 4
        if candidate.status is ALLEGED and not deniers.isdisjoint(candidate.involved.keys()):
            return 2
        return 0

    def _responses(self, index: int, record: Record) -> list[Link]:
        """Return the link from an answer to what was asked of the one who gives it."""
        answers = record.type in _ANSWERS or record.lead.lemma in {"reply", "respond", "accept"}
        if not answers:
            return []
        for other, candidate in reversed(list(self._before(index, 2))):
            asked = candidate.keys_of(TARGET)
            if candidate.type in _CALLS and not asked.isdisjoint(record.keys_of(ACTOR)):
                return [Link(RelationKind.RESPONDS_TO, index, other)]
        return []

    def turn_claims_into_accusations(self) -> None:
        """Read "X says that Y did it" as an accusation where Y denies it."""
        for index, record in enumerate(self._records):
            if record.type is not DENIAL or self._denials(index, record):
                continue
            for _, claim in reversed(list(self._before(index, 1))):
                if claim.type is STATEMENT and self._charges(claim, record):
                    break

    def _charges(self, claim: Record, denial: Record) -> bool:
        deniers = denial.keys_of(ACTOR)
        if not deniers.isdisjoint(claim.keys_of(ACTOR)):
            return False
        for content in self._records:
            above = content.lead.depends_on
            is_content = above is not None and self._by_position.get(above) == self._by_position[claim.lead.at]
            if is_content and not deniers.isdisjoint(content.involved.keys()):
                claim.type, content.status = ACCUSATION, ALLEGED
                claim.involved.update({key: one for key, one in content.involved.items() if key in deniers})
                return True
        return False
