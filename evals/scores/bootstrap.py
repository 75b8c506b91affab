"""How sure a score is: 95 % bootstrap intervals, clustered by article.

Events of one article are not independent of each other, so whole articles are drawn, with replacement.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evals.scores.metrics import Figures, Metric
from evals.scores.tally import Tally, total

SAMPLES = 2000
SEED = 0


class Interval(NamedTuple):
    """The middle 95 % of a score over the samples."""

    low: float
    high: float


class Difference(NamedTuple):
    """How far the second score lies above the first, with the interval of that difference."""

    first: float
    second: float
    interval: Interval

    @property
    def value(self) -> float:
        """Second minus first."""
        return self.second - self.first

    @property
    def is_clear(self) -> bool:
        """Say whether the interval leaves zero out."""
        return not self.interval.low <= 0 <= self.interval.high


def interval(metric: Metric, tallies: Sequence[Tally]) -> Interval | None:
    """Return the interval of a score over articles, None where it has no value."""
    return _middle(metric.of_each(resample(tallies)))


def difference(metric: Metric, first: Sequence[Tally], second: Sequence[Tally]) -> Difference | None:
    """Compare two systems on the same articles in the same order: both see the same samples."""
    if len(first) != len(second):
        raise ValueError(f"{len(first)} and {len(second)} articles cannot be paired")
    ours, theirs = metric.of(total(first)), metric.of(total(second))
    middle = _middle(metric.of_each(resample(second)) - metric.of_each(resample(first)))
    if ours is None or theirs is None or middle is None:
        return None
    return Difference(ours, theirs, middle)


def resample(tallies: Sequence[Tally]) -> Figures:
    """Return the sums of every sample, one row each; the same number of articles draws the same samples."""
    columns = np.array(tallies, dtype=np.float64).reshape(len(tallies), len(Tally._fields))
    if not tallies:
        return np.zeros((0, len(Tally._fields)))
    drawn = np.random.default_rng(SEED).multinomial(len(tallies), [1 / len(tallies)] * len(tallies), size=SAMPLES)
    return np.asarray(drawn @ columns, dtype=np.float64)


def _middle(values: Figures) -> Interval | None:
    known = values[~np.isnan(values)]
    if not known.size:
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return Interval(float(low), float(high))
