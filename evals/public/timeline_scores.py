"""SemEval-2015 task 4: how well the order and the dates of events agree (Minard et al. 2015).

A timeline is turned into statements: every mention is at the same time as its date, and stands to the next
one as its position says. Precision is the share of the system's statements, without those that follow from
others, that follow from the gold; recall the same the other way round; micro-averaged over timelines.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from evals.public.temporal_order import Reduced, Relation, Statement, Thing, reduce
from evals.public.timeline_files import EntityTimeline


class TimelineCounts(NamedTuple):
    """Statements of the system, those that the gold supports; statements of the gold, those that the system does."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """In percent, zero where nothing was predicted."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """In percent, zero where there was nothing to find."""
        return 100 * self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """In percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class _Mention(NamedTuple):
    position: int
    anchor: str
    name: str


def count_timeline(gold: EntityTimeline, predicted: EntityTimeline, *, order_only: bool = False) -> TimelineCounts:
    """Compare a timeline with the gold one; `order_only` leaves the dates out."""
    gold_mentions, our_mentions = list(_ordered(gold)), list(_ordered(predicted))
    gold_ids = [("event", at) for at in range(len(gold_mentions))]
    theirs = list(_statements(gold_mentions, gold_ids, order_only=order_only))
    ours = list(_statements(our_mentions, _aligned(gold_mentions, our_mentions), order_only=order_only))
    their_order, our_order = reduce(theirs), reduce(ours)
    return TimelineCounts(
        right=_supported(our_order.kept, their_order, theirs),
        predicted=len(our_order.kept),
        found=_supported(their_order.kept, our_order, ours),
        gold=len(their_order.kept),
    )


def add_timelines(counts: Iterable[TimelineCounts]) -> TimelineCounts:
    """Add the counts of timelines up."""
    return TimelineCounts(*(sum(column) for column in zip(*counts, strict=True)))


def _ordered(timeline: EntityTimeline) -> Iterator[_Mention]:
    for row in timeline.rows:
        if row.position:
            yield from (_Mention(row.position, row.anchor, mention) for mention in row.mentions)


def _aligned(gold: Sequence[_Mention], predicted: Sequence[_Mention]) -> list[Thing]:
    """Give every predicted mention the id of the gold one of that name, in order; others get ids of their own."""
    free: dict[str, deque[int]] = defaultdict(deque)
    for at, mention in enumerate(gold):
        free[mention.name].append(at)
    return [
        ("event", free[mention.name].popleft()) if free[mention.name] else ("extra", at)
        for at, mention in enumerate(predicted)
    ]


def _statements(mentions: Sequence[_Mention], ids: Sequence[Thing], *, order_only: bool) -> Iterator[Statement]:
    if not order_only:
        for id_, mention in zip(ids, mentions, strict=True):
            yield Statement(id_, Relation.SAME, ("date", mention.anchor))
    for (id_, mention), (next_id, following) in pairwise(zip(ids, mentions, strict=True)):
        relation = Relation.BEFORE if mention.position < following.position else Relation.SAME
        yield Statement(id_, relation, next_id)


def _supported(statements: Iterable[Statement], other: Reduced, told: Iterable[Statement]) -> int:
    said = {variant for statement in told for variant in (statement, statement.inverse)}
    return sum(
        statement in said or other.order.relation(statement.first, statement.second) is statement.relation
        for statement in statements
    )
