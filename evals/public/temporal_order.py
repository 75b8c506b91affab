"""What follows from statements that one thing is before another, or at the same time."""

from collections.abc import Hashable, Iterable
from enum import Enum
from typing import NamedTuple

Thing = Hashable


class Relation(Enum):
    """How two things lie in time."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"

    @property
    def inverse(self) -> "Relation":
        """The relation read from the other side."""
        return {Relation.BEFORE: Relation.AFTER, Relation.AFTER: Relation.BEFORE}.get(self, self)


class Statement(NamedTuple):
    """`first` is before, after, or at the same time as `second`."""

    first: Thing
    relation: Relation
    second: Thing

    @property
    def inverse(self) -> "Statement":
        """The same, told from the other side."""
        return Statement(self.second, self.relation.inverse, self.first)


class TemporalOrder:
    """Groups of things at the same time, and which group lies before which. It only ever grows."""

    def __init__(self) -> None:
        self._group_of: dict[Thing, int] = {}
        self._members: dict[int, set[Thing]] = {}
        self._later: dict[int, set[int]] = {}

    def relation(self, first: Thing, second: Thing) -> Relation | None:
        """Return what follows for two things, None where nothing does."""
        ours, theirs = self._group_of.get(first), self._group_of.get(second)
        if ours is None or theirs is None:
            return None
        if ours == theirs:
            return Relation.SAME
        if self._leads_to(ours, theirs):
            return Relation.BEFORE
        return Relation.AFTER if self._leads_to(theirs, ours) else None

    def add(self, statement: Statement) -> None:
        """Take a statement in; it must not contradict what is known."""
        ours, theirs = self._group(statement.first), self._group(statement.second)
        match statement.relation:
            case Relation.BEFORE:
                self._later[ours].add(theirs)
            case Relation.AFTER:
                self._later[theirs].add(ours)
            case Relation.SAME if ours != theirs:
                self._merge(ours, theirs)

    def _group(self, thing: Thing) -> int:
        if thing not in self._group_of:
            group = len(self._group_of)
            self._group_of[thing] = group
            self._members[group] = {thing}
            self._later[group] = set()
        return self._group_of[thing]

    def _merge(self, kept: int, gone: int) -> None:
        for thing in self._members.pop(gone):
            self._members[kept].add(thing)
            self._group_of[thing] = kept
        self._later[kept] |= self._later.pop(gone)
        for later in self._later.values():
            if gone in later:
                later.remove(gone)
                later.add(kept)

    def _leads_to(self, start: int, goal: int) -> bool:
        seen, waiting = {start}, [start]
        while waiting:
            following = self._later[waiting.pop()] - seen
            if goal in following:
                return True
            seen |= following
            waiting.extend(following)
        return False


class Reduced(NamedTuple):
    """The order that statements make, and those of them that did not follow from earlier ones."""

    order: TemporalOrder
    kept: tuple[Statement, ...]


def reduce(statements: Iterable[Statement]) -> Reduced:
    """Take statements in one by one: one that already follows is dropped, one that contradicts is kept apart."""
    order, kept = TemporalOrder(), []
    for statement in statements:
        known = order.relation(statement.first, statement.second)
        if known is statement.relation:
            continue
        kept.append(statement)
        if known is None:
            order.add(statement)
    return Reduced(order, tuple(kept))
