"""Scores by event type and status, and which value was taken for which."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from evals.gold import GoldEvent
from evals.prediction import PredictedEvent
from evals.scores.outcome import Outcome, PairOutcome
from evals.scores.tally import Tally, tally_events


class Field(NamedTuple):
    """A field whose closed list the events are grouped by, and where to find it."""

    name: str
    of_gold: Callable[[GoldEvent], str]
    of_predicted: Callable[[PredictedEvent], str]
    is_right: Callable[[PairOutcome], bool]


TYPE = Field("type", lambda event: event.type[0], lambda event: event.type, lambda pair: pair.type)
STATUS = Field("status", lambda event: event.status[0], lambda event: event.status, lambda pair: pair.status)


class _Group(NamedTuple):
    pairs: list[PairOutcome]
    extras: list[PredictedEvent]
    misses: list[GoldEvent]


class Confusion(NamedTuple):
    """How often a value (`gold`) was predicted as another (`predicted`), over matched pairs."""

    gold: str
    predicted: str
    times: int


def tallies_by(field: Field, outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Return a tally for every value: pairs and misses under the preferred label, extras under their own value."""
    groups: Mapping[str, _Group] = defaultdict(lambda: _Group([], [], []))
    for outcome in outcomes:
        for pair in outcome.pairs:
            groups[field.of_gold(pair.gold)].pairs.append(pair)
        for extra in outcome.extras:
            groups[field.of_predicted(extra)].extras.append(extra)
        for miss in outcome.misses:
            groups[field.of_gold(miss)].misses.append(miss)
    return {
        value: tally_events(group.pairs, len(group.extras), len(group.misses))
        for value, group in sorted(groups.items())
    }


def confusions(field: Field, outcomes: Iterable[Outcome]) -> tuple[Confusion, ...]:
    """Count predicted values against labelled ones, the most frequent first; any accepted value counts as itself."""
    counts = Counter(
        (
            field.of_predicted(pair.predicted) if field.is_right(pair) else field.of_gold(pair.gold),
            field.of_predicted(pair.predicted),
        )
        for outcome in outcomes
        for pair in outcome.pairs
    )
    return tuple(
        Confusion(gold, predicted, times)
        for (gold, predicted), times in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
