"""Labels and predictions of one article set against each other, record by record and field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from evals.gold import Gold, GoldEvent, GoldRelation
from evals.prediction import PredictedEvent, PredictedRelation, Prediction
from evals.scores.grounded import ungrounded
from evals.scores.outcome import Outcome, PairOutcome
from timeline.domain.span import Offsets


class Kind(StrEnum):
    """What became of a record."""

    MATCH = "match"
    MISS = "miss"
    EXTRA = "extra"
    OPTIONAL = "optional"


class Grade(StrEnum):
    """How well a field agrees; PLAIN where there is nothing to compare it with."""

    RIGHT = "right"
    PART = "part"
    WRONG = "wrong"
    PLAIN = "plain"


class Line(NamedTuple):
    """One field: what was labelled, what was predicted, and how well they agree."""

    field: str
    gold: str
    predicted: str
    grade: Grade


class Row(NamedTuple):
    """One record as labelled, as predicted, or both, with its evidence; `notes` is what does not stand in the text."""

    kind: Kind
    key: str
    lines: tuple[Line, ...]
    gold_evidence: tuple[Offsets, ...]
    predicted_evidence: tuple[Offsets, ...]
    notes: tuple[str, ...]


def rows(outcome: Outcome, gold: Gold, prediction: Prediction) -> tuple[Row, ...]:
    """Return all records of an article in order of their first evidence."""
    return tuple(sorted(_rows(outcome, gold, prediction), key=_first_evidence))


def _rows(outcome: Outcome, gold: Gold, prediction: Prediction) -> Iterator[Row]:
    text = gold.article.text
    labelled = _links(gold.relations, {})
    predicted = _links(prediction.relations, {pair.predicted.id: pair.gold.id for pair in outcome.pairs})
    for pair in outcome.pairs:
        links = labelled.get(pair.gold.id, set()), predicted.get(pair.predicted.id, set())
        row = _row(Kind.MATCH, pair.gold, pair.predicted, _pair_grades(pair), text)
        yield row._replace(lines=(*row.lines, _link_line(*links)))
    for extra in outcome.extras:
        yield _row(Kind.EXTRA, None, extra, {}, text)
    paired = {pair.gold.id for pair in outcome.pairs}
    for event in gold.events:
        if event.id not in paired:
            yield _row(Kind.MISS if event.required else Kind.OPTIONAL, event, None, {}, text)


def _row(
    kind: Kind, gold: GoldEvent | None, predicted: PredictedEvent | None, grades: dict[str, Grade], text: str
) -> Row:
    labelled = _gold_fields(gold) if gold else {}
    found = _predicted_fields(predicted) if predicted else {}
    return Row(
        kind=kind,
        key=gold.id if gold else f"extra {predicted.id if predicted else ''}",
        lines=tuple(
            Line(field, labelled.get(field, ""), found.get(field, ""), grades.get(field, Grade.PLAIN))
            for field in (labelled or found)
        ),
        gold_evidence=gold.evidence if gold else (),
        predicted_evidence=predicted.evidence if predicted else (),
        notes=tuple(ungrounded(predicted, text)) if predicted else (),
    )


def _pair_grades(pair: PairOutcome) -> dict[str, Grade]:
    return {
        "type": _grade(pair.type),
        "status": _grade(pair.status),
        "when": _grade(pair.date_exact or pair.date_overlap / 2),
        "participants": _grade(pair.participants),
        "place": _grade(pair.place),
        "sources": _grade(pair.sources),
    }


def _grade(score: float) -> Grade:
    if score == 1:
        return Grade.RIGHT
    return Grade.PART if score > 0 else Grade.WRONG


def _gold_fields(event: GoldEvent) -> dict[str, str]:
    return {
        "title": event.title,
        "type": _any_of(event.type),
        "status": _any_of(event.status),
        "when": _any_of(event.when),
        "participants": ", ".join(f"{who.name} ({who.role})" for who in event.participants),
        "place": _any_of(event.place),
        "sources": ", ".join(event.sources),
        "trigger": _any_of(event.trigger),
    }


def _predicted_fields(event: PredictedEvent) -> dict[str, str]:
    return {
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "when": event.when or "null",
        "participants": ", ".join(f"{who.name} ({who.role})" for who in event.participants),
        "place": event.place or "null",
        "sources": ", ".join(event.sources),
        "trigger": event.trigger,
    }


def _links(relations: Iterable[GoldRelation | PredictedRelation], partners: Mapping[str, str]) -> dict[str, set[str]]:
    """Return what every event is linked to, in words; a predicted event goes by the id of its label."""
    links: dict[str, set[str]] = defaultdict(set)
    for link in relations:
        links[link.source].add(f"{link.kind} {partners.get(link.target, link.target)}")
    return links


def _link_line(gold: set[str], predicted: set[str]) -> Line:
    grade = Grade.RIGHT if gold == predicted else Grade.PART if gold & predicted else Grade.WRONG
    return Line("relations", ", ".join(sorted(gold)), ", ".join(sorted(predicted)), grade)


def _any_of(values: tuple[str | None, ...]) -> str:
    return " or ".join("null" if value is None else value for value in values)


def _first_evidence(row: Row) -> tuple[int, str]:
    spans = row.gold_evidence or row.predicted_evidence
    return min((span.start for span in spans), default=1 << 30), row.key
