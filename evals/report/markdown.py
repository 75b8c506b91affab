"""The report as markdown, for a pull request or a job summary."""

from collections.abc import Iterator, Sequence

from evals.assessment import Assessment
from evals.gold import Gold
from evals.report import tables
from evals.report.tables import Table
from evals.scores.breakdown import STATUS, TYPE


def markdown(corpus: Sequence[Gold], assessments: Sequence[Assessment]) -> str:
    """Write the report: the systems side by side first, then each of them in detail."""
    return "\n".join(_lines(corpus, assessments)) + "\n"


def _lines(corpus: Sequence[Gold], assessments: Sequence[Assessment]) -> Iterator[str]:
    yield "## How good the timelines are"
    yield ""
    yield f"{tables.corpus_line(corpus)} In brackets: 95 % bootstrap interval over articles."
    yield ""
    yield from table_lines(tables.headline(assessments))
    yield from folded_lines("Every score", [tables.all_scores(assessments)])
    for assessment in assessments:
        yield from folded_lines(
            f"{assessment.header.engine}: by type, status and article, and what was taken for what",
            [
                tables.by_type(assessment),
                tables.by_status(assessment),
                tables.by_article(assessment),
                tables.confusion_list(TYPE, assessment),
                tables.confusion_matrix(STATUS, assessment),
            ],
        )


def folded_lines(title: str, inside: Sequence[Table]) -> Iterator[str]:
    """Write tables that unfold on a click."""
    yield f"<details><summary>{title}</summary>"
    yield ""
    for table in inside:
        if len(inside) > 1:
            yield f"**{table.caption}**"
            yield ""
        yield from table_lines(table)
    yield "</details>"
    yield ""


def table_lines(table: Table) -> Iterator[str]:
    """Write one table."""
    if not table.rows:
        yield "none"
    else:
        yield _row(table.heads)
        yield _row(["---"] + ["---:"] * (len(table.heads) - 1))
        yield from (_row(row) for row in table.rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
