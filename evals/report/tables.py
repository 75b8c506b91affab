"""The tables of a report as plain rows, the same for markdown and for the page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from evals.assessment import Assessment
from evals.gold import Gold
from evals.scores.bootstrap import Interval, interval
from evals.scores.breakdown import STATUS, TYPE, Field, confusions, tallies_by
from evals.scores.metrics import METRICS, Metric
from evals.scores.tally import Tally, total

HEADLINE = ("event_f1", "date_exact", "sources", "relations_f1", "grounded", "characters_per_event")
"""The scores that tell the systems apart at a glance."""

GROUP_COLUMNS = ("event_f1", "precision", "recall", "type", "status", "date_exact", "participants", "place", "sources")
ARTICLE_COLUMNS = (*GROUP_COLUMNS, "relations_f1", "grounded")

NONE = "–"


class Table(NamedTuple):
    """A caption, the heads of the columns, and rows of cells."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def headline(assessments: Sequence[Assessment]) -> Table:
    """Set the systems side by side on the scores that matter most, with 95 % intervals."""
    return side_by_side("Side by side", HEADLINE, assessments)


def all_scores(assessments: Sequence[Assessment]) -> Table:
    """Set the systems side by side on every score."""
    return side_by_side("Every score", tuple(METRICS), assessments)


def side_by_side(caption: str, names: Iterable[str], assessments: Sequence[Assessment]) -> Table:
    """Return a table with a row for every score and a column for every system."""
    heads = ("score", *(_title(assessment) for assessment in assessments))
    rows = tuple(
        (METRICS[name].label, *(_with_interval(METRICS[name], assessment) for assessment in assessments))
        for name in names
    )
    return Table(caption, heads, rows)


def by_type(assessment: Assessment) -> Table:
    """Return a row for every event type."""
    return _by_field(TYPE, assessment)


def by_status(assessment: Assessment) -> Table:
    """Return a row for every status."""
    return _by_field(STATUS, assessment)


def by_article(assessment: Assessment) -> Table:
    """Return a row for every article."""
    named = {outcome.article: tally for outcome, tally in zip(assessment.outcomes, assessment.tallies, strict=True)}
    return _tally_table("By article", "article", ARTICLE_COLUMNS, named)


def confusion_matrix(field: Field, assessment: Assessment) -> Table:
    """Return labels down and predictions across, over matched pairs, without the values that are always right."""
    found = {(cell.gold, cell.predicted): cell.times for cell in confusions(field, assessment.outcomes)}
    wrong = [pair for pair in found if pair[0] != pair[1]]
    down = sorted({gold for gold, _ in wrong})
    across = sorted({value for pair in wrong for value in pair})
    rows = tuple((gold, *(str(found.get((gold, predicted), "")) for predicted in across)) for gold in down)
    return Table(f"Labelled {field.name} (rows) taken for another (columns)", (field.name, *across), rows)


def confusion_list(field: Field, assessment: Assessment) -> Table:
    """Return the confusions alone, the most frequent first."""
    rows = tuple(
        (cell.gold, cell.predicted, str(cell.times))
        for cell in confusions(field, assessment.outcomes)
        if cell.gold != cell.predicted
    )
    return Table(f"Labelled {field.name} taken for another", ("labelled", "predicted", "times"), rows)


def corpus_line(corpus: Sequence[Gold]) -> str:
    """Say in a sentence what was labelled."""
    events = [event for gold in corpus for event in gold.events]
    required = sum(event.required for event in events)
    links = sum(len(gold.relations) for gold in corpus)
    return (
        f"{len(corpus)} labelled articles with {required} required and {len(events) - required} optional events "
        f"and {links} relations."
    )


def figure(value: float | None, *, digits: int = 3) -> str:
    """Return a score as text."""
    return NONE if value is None else f"{value:.{digits}f}"


def _title(assessment: Assessment) -> str:
    header = assessment.header
    name = "ours" if header.engine == "llm" else header.engine
    return f"{name} ({header.model})" if header.model else name


def _with_interval(metric: Metric, assessment: Assessment) -> str:
    value = metric.of(total(assessment.tallies))
    spread = interval(metric, assessment.tallies)
    if value is None or spread is None:
        return NONE
    digits = 3 if metric.higher_is_better else 0
    return f"{figure(value, digits=digits)} [{_interval_text(spread, digits)}]"


def _interval_text(spread: Interval, digits: int) -> str:
    return f"{figure(spread.low, digits=digits)}, {figure(spread.high, digits=digits)}"


def _by_field(field: Field, assessment: Assessment) -> Table:
    return _tally_table(f"By {field.name}", field.name, GROUP_COLUMNS, tallies_by(field, assessment.outcomes))


def _tally_table(caption: str, what: str, columns: Sequence[str], tallies: Mapping[str, Tally]) -> Table:
    heads = (what, "labelled", "found", *(METRICS[name].label for name in columns))
    rows = tuple(
        (
            name,
            f"{tally.true_positives + tally.misses:.0f}",
            f"{tally.true_positives:.0f}",
            *(figure(METRICS[column].of(tally), digits=2) for column in columns),
        )
        for name, tally in tallies.items()
    )
    return Table(caption, heads, rows)
