"""Which predicted event is which labelled one: an optimal one-to-one assignment."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from evals.gold import GoldEvent
from evals.prediction import PredictedEvent
from evals.scores.words import names_f1, tokens
from timeline.domain.span import Offsets

NO_MATCH = 0.3
"""Pairs that score less are no match."""


class Pair(NamedTuple):
    """A prediction and the labelled event it is taken for."""

    predicted: PredictedEvent
    gold: GoldEvent


class Matching(NamedTuple):
    """The pairs, the predictions without a partner, and the labelled events without one."""

    pairs: tuple[Pair, ...]
    extras: tuple[PredictedEvent, ...]
    unmatched: tuple[GoldEvent, ...]


def match(predicted: Sequence[PredictedEvent], gold: Sequence[GoldEvent]) -> Matching:
    """Pair events so that the sum of pair scores is greatest, and drop pairs that score too little."""
    if not predicted or not gold:
        return Matching((), tuple(predicted), tuple(gold))
    scores = np.array([[pair_score(ours, theirs) for theirs in gold] for ours in predicted])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    assigned = zip(rows.tolist(), columns.tolist(), strict=True)
    kept = [(row, column) for row, column in assigned if scores[row, column] >= NO_MATCH]
    paired_rows, paired_columns = {row for row, _ in kept}, {column for _, column in kept}
    return Matching(
        pairs=tuple(Pair(predicted[row], gold[column]) for row, column in kept),
        extras=tuple(event for at, event in enumerate(predicted) if at not in paired_rows),
        unmatched=tuple(event for at, event in enumerate(gold) if at not in paired_columns),
    )


def pair_score(predicted: PredictedEvent, gold: GoldEvent) -> float:
    """Say how much a prediction looks like a labelled event, from 0 to 1; 0 without shared evidence."""
    if not share_characters(predicted.evidence, gold.evidence):
        return 0.0
    type_score = float(predicted.type in gold.type)
    return 0.4 * type_score + 0.3 * participants_f1(predicted, gold) + 0.3 * _word_score(predicted, gold)


def participants_f1(predicted: PredictedEvent, gold: GoldEvent) -> float:
    """Return F1 over the names of who takes part, aliases folded."""
    names = [participant.name for participant in predicted.participants]
    return names_f1(names, [participant.names for participant in gold.participants])


def share_characters(first: Iterable[Offsets], second: Sequence[Offsets]) -> bool:
    """Say whether any span of one overlaps any span of the other."""
    return any(ours.overlaps(theirs) for ours, theirs in product(first, second))


def _word_score(predicted: PredictedEvent, gold: GoldEvent) -> float:
    """Return 1 where the triggers share a word, else the Jaccard overlap of trigger and title together."""
    triggers = frozenset[str]().union(*(tokens(trigger) for trigger in gold.trigger))
    if tokens(predicted.trigger) & triggers:
        return 1.0
    ours = tokens(predicted.trigger) | tokens(predicted.title)
    theirs = triggers | tokens(gold.title)
    return len(ours & theirs) / max(1, len(ours | theirs))
