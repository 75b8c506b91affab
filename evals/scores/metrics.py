"""Every score by name. Each is a ratio of two weighted sums of a tally, so it can be resampled at once."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evals.scores.tally import Tally

Figures = NDArray[np.float64]


class Metric(NamedTuple):
    """A score: weights of the sums above and below the line, and its value where the lower one is zero.

    `empty` is None where a score of nothing has no value. `higher_is_better` is false for costs.
    """

    label: str
    above: Mapping[str, float]
    below: Mapping[str, float]
    empty: float | None = None
    higher_is_better: bool = True

    def of(self, tally: Tally) -> float | None:
        """Return the score of a tally."""
        value = float(self.of_each(np.array([tally], dtype=np.float64))[0])
        return None if np.isnan(value) else value

    def of_each(self, sums: Figures) -> Figures:
        """Return the score of every row; the columns are those of a tally. What has no value is NaN."""
        above, below = sums @ _weights(self.above), sums @ _weights(self.below)
        empty = np.nan if self.empty is None else self.empty
        return np.divide(above, below, out=np.full_like(above, empty), where=below != 0)


def _mean(label: str, field: str, over: str = "pairs") -> Metric:
    return Metric(label, {field: 1}, {over: 1})


METRICS: Mapping[str, Metric] = {
    "event_f1": Metric(
        "event F1", {"true_positives": 2}, {"true_positives": 2, "false_positives": 1, "misses": 1}, empty=1.0
    ),
    "precision": Metric("precision", {"true_positives": 1}, {"true_positives": 1, "false_positives": 1}, empty=0.0),
    "recall": Metric("recall", {"true_positives": 1}, {"true_positives": 1, "misses": 1}, empty=0.0),
    "type": _mean("type", "type"),
    "status": _mean("status", "status"),
    "date_exact": _mean("date exact", "date_exact"),
    "date_overlap": _mean("date overlap", "date_overlap"),
    "date_exact_when_dated": _mean("date exact when dated", "dated_exact", over="dated"),
    "participants": _mean("participants F1", "participants"),
    "place": _mean("place", "place"),
    "sources": _mean("sources F1", "sources"),
    "relations_f1": Metric(
        "relations F1", {"relation_hits": 2}, {"relations_predicted": 1, "relations_gold": 1}, empty=1.0
    ),
    "grounded": _mean("grounded", "grounded", over="records"),
    "characters_per_event": _mean("output characters per event", "characters", over="written")._replace(
        higher_is_better=False
    ),
}


def scores_of(tally: Tally) -> dict[str, float | None]:
    """Return every score of a tally by name."""
    return {name: metric.of(tally) for name, metric in METRICS.items()}


def _weights(of_fields: Mapping[str, float]) -> Figures:
    return np.array([of_fields.get(field, 0) for field in Tally._fields], dtype=np.float64)
