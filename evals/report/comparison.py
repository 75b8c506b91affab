"""Two runs on the same articles set against each other, score by score."""

from evals.assessment import Assessment
from evals.report.tables import NONE, Table, figure
from evals.scores.bootstrap import Difference, difference
from evals.scores.metrics import METRICS, Metric


def comparison(first: Assessment, second: Assessment) -> Table:
    """Return a row for every score: both values, and the difference with its paired 95 % interval."""
    rows = tuple(_row(metric, difference(metric, first.tallies, second.tallies)) for metric in METRICS.values())
    return Table("Second minus first", ("score", "first", "second", "difference", "95 % interval", "verdict"), rows)


def _row(metric: Metric, found: Difference | None) -> tuple[str, ...]:
    if found is None:
        return (metric.label, NONE, NONE, NONE, NONE, "not to be compared")
    low, high = found.interval
    return (
        metric.label,
        figure(found.first),
        figure(found.second),
        f"{found.value:+.3f}",
        f"[{low:+.3f}, {high:+.3f}]",
        _verdict(metric, found),
    )


def _verdict(metric: Metric, found: Difference) -> str:
    if found.value == 0:
        return "same"
    if not found.is_clear:
        return "within chance"
    return "better" if (found.value > 0) == metric.higher_is_better else "worse"
