"""The report as one self-contained page: tables, then every article beside its labels and predictions."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined

from evals.assessment import Assessment
from evals.gold import Gold
from evals.report import tables
from evals.report.rows import Row, rows
from evals.report.segments import Segment, segments
from evals.report.tables import Table
from evals.scores.breakdown import STATUS, TYPE
from evals.scores.metrics import METRICS
from timeline.domain.span import Offsets

TEMPLATE = Path(__file__).parent / "page.html.j2"


class Panel(NamedTuple):
    """What one system made of an article: a line of figures and all records."""

    engine: str
    figures: str
    rows: tuple[Row, ...]
    failures: tuple[str, ...]


class Sheet(NamedTuple):
    """One article: its text in pieces and a panel for every system."""

    name: str
    published: str
    segments: tuple[Segment, ...]
    panels: tuple[Panel, ...]


class Detail(NamedTuple):
    """The tables of one system."""

    engine: str
    tables: tuple[Table, ...]


def page(corpus: Sequence[Gold], assessments: Sequence[Assessment]) -> str:
    """Write the page; it loads nothing from anywhere."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        corpus=tables.corpus_line(corpus),
        overview=(tables.headline(assessments), tables.all_scores(assessments)),
        details=[_detail(assessment) for assessment in assessments],
        sheets=list(_sheets(corpus, assessments)),
    )


def _detail(assessment: Assessment) -> Detail:
    return Detail(
        assessment.header.engine,
        (
            tables.by_article(assessment),
            tables.by_type(assessment),
            tables.by_status(assessment),
            tables.confusion_matrix(TYPE, assessment),
            tables.confusion_matrix(STATUS, assessment),
        ),
    )


def _sheets(corpus: Sequence[Gold], assessments: Sequence[Assessment]) -> Iterator[Sheet]:
    for at, gold in enumerate(corpus):
        panels = tuple(_panel(assessment, at, gold) for assessment in assessments)
        yield Sheet(
            name=gold.name,
            published=gold.article.published.isoformat(),
            segments=segments(gold.article.text, _citations(panels)),
            panels=panels,
        )


def _panel(assessment: Assessment, at: int, gold: Gold) -> Panel:
    tally = assessment.tallies[at]
    shown = ("event_f1", "date_exact", "place", "sources", "relations_f1", "grounded")
    figures = ", ".join(f"{METRICS[name].label} {tables.figure(METRICS[name].of(tally), digits=2)}" for name in shown)
    prediction = next(found for found in assessment.run.predictions if found.article == gold.name)
    found = rows(assessment.outcomes[at], gold, prediction)
    return Panel(assessment.header.engine, figures, found, prediction.failures)


def _citations(panels: Sequence[Panel]) -> dict[str, tuple[Offsets, ...]]:
    """Return the spans behind every record: labels as `g:ID`, predictions as `ENGINE:ID`."""
    cited: dict[str, tuple[Offsets, ...]] = {}
    for panel in panels:
        for row in panel.rows:
            if row.gold_evidence:
                cited[f"g:{row.key}"] = row.gold_evidence
            if row.predicted_evidence:
                cited[f"{panel.engine}:{row.key}"] = row.predicted_evidence
    return cited
