"""TempEval-3, task A: how well time expressions are found, typed and valued (UzZaman et al. 2013, section 4.1).

Strict: the same offsets. Relaxed: any overlap. Type and value: relaxed matches whose type or value, taken as
plain strings, is the same too. All micro-averaged over documents.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from evals.public.timeml import TimeMLDocument, Timex
from timeline.domain.span import Offsets
from timeline.domain.time_expression import TimeExpression

Tagger = Callable[[str, date], Sequence[TimeExpression]]


class TimexCounts(NamedTuple):
    """Labelled and predicted expressions, and the pairs that match in each way."""

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0


class Prf(NamedTuple):
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float


def tag_document(document: TimeMLDocument, tag: Tagger) -> tuple[Timex, ...]:
    """Tag a document's text as of its publication date."""
    found = tag(document.text, document.published)
    return tuple(Timex(Offsets(each.start, each.end), each.type.value, each.value) for each in found)


def prediction_line(document: TimeMLDocument, timexes: Iterable[Timex]) -> str:
    """Return the expressions found in a document as a line of JSON, the form that other scorers read."""
    listed = [
        {
            "start": timex.span.start,
            "end": timex.span.end,
            "text": timex.span.of(document.text),
            "type": timex.type,
            "value": timex.value,
        }
        for timex in timexes
    ]
    return json.dumps({"doc": document.name, "timexes": listed}, ensure_ascii=False)


def count_timexes(gold: Sequence[Timex], predicted: Sequence[Timex]) -> TimexCounts:
    """Count the matches of one document."""
    pairs = pair_timexes(gold, predicted)
    return TimexCounts(
        gold=len(gold),
        predicted=len(predicted),
        strict=sum(ours.span == theirs.span for ours, theirs in pairs),
        relaxed=len(pairs),
        type=sum(ours.type == theirs.type for ours, theirs in pairs),
        value=sum(ours.value == theirs.value for ours, theirs in pairs),
    )


def pair_timexes(gold: Sequence[Timex], predicted: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair expressions that overlap, one to one: equal spans first, then from left to right."""
    overlapping = [
        (theirs.span != ours.span, theirs.span.start, ours.span.start, row, column)
        for row, theirs in enumerate(gold)
        for column, ours in enumerate(predicted)
        if theirs.span.overlaps(ours.span)
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for *_, row, column in sorted(overlapping):
        if row not in partner and column not in taken:
            partner[row] = column
            taken.add(column)
    return [(predicted[column], gold[row]) for row, column in partner.items()]


def add_counts(counts: Iterable[TimexCounts]) -> TimexCounts:
    """Add the counts of documents up."""
    return TimexCounts(*(sum(column) for column in zip(*counts, strict=True)))


def timex_scores(counts: TimexCounts) -> Mapping[str, Prf]:
    """Return precision, recall and F1 of every kind of match; nothing to find and nothing found is 100."""
    return {name: _prf(getattr(counts, name), counts) for name in ("strict", "relaxed", "type", "value")}


def _prf(hits: int, counts: TimexCounts) -> Prf:
    if not counts.gold and not counts.predicted:
        return Prf(100.0, 100.0, 100.0)
    return Prf(
        precision=100 * hits / counts.predicted if counts.predicted else 0.0,
        recall=100 * hits / counts.gold if counts.gold else 0.0,
        f1=200 * hits / (counts.gold + counts.predicted),
    )
