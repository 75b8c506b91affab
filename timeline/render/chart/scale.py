"""Where days stand on a line: in proportion, but with long stretches in which nothing begins or ends cut out.

Every stretch that is left has the same scale, and every cut is drawn as one.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

SHORTEST_CUT = 120.0
"""Days: a shorter emptiness is always drawn in full."""

MOST_CUTS = 6
"""With more, a reader would lose the sense of proportion."""

STANDS_OUT = 3.0
"""An emptiness is cut out when it is so many times as long as the longest that is kept."""

MARGIN = 0.035
"""The part of the width that is left at either side, for open ends."""

WIDEST_CUT = 0.03
"""The part of the width that a cut takes, or less where there are many."""

ALL_CUTS = 0.25
"""The part of the width that all cuts take together, at most."""


class Stretch(NamedTuple):
    """Days from `first` up to `last` (ordinals), drawn from `left` to `right` (parts of the width)."""

    first: float
    last: float
    left: float
    right: float

    def at(self, day: float) -> float:
        """Return where a day of the stretch stands."""
        return self.left + (self.right - self.left) * (day - self.first) / (self.last - self.first)


class Scale(NamedTuple):
    """The stretches in order; between two there is a cut."""

    stretches: tuple[Stretch, ...]

    def at(self, day: float) -> float:
        """Return where a day stands, as a part of the width; a day that is cut out stands in the middle of the cut."""
        stretch = next((each for each in self.stretches if day <= each.last), self.stretches[-1])
        if day >= stretch.first or stretch is self.stretches[0]:
            return stretch.at(day)
        return stretch.left - self._cut_width / 2

    @property
    def cuts(self) -> tuple[tuple[Stretch, Stretch], ...]:
        """The neighbours of each cut."""
        return tuple(pairwise(self.stretches))

    @property
    def per_day(self) -> float:
        """The part of the width that one day takes."""
        first = self.stretches[0]
        return (first.right - first.left) / (first.last - first.first)

    @property
    def _cut_width(self) -> float:
        return self.stretches[1].left - self.stretches[0].right if len(self.stretches) > 1 else 0.0


def scale_of(edges: Iterable[float]) -> Scale:
    """Lay out the days between the first and the last edge.

    Args:
        edges: The ordinals at which something begins or ends, in any order; at least one.
    """
    known = sorted(set(edges))
    gaps = sorted(((after - before, before, after) for before, after in pairwise(known)), reverse=True)
    count = _count_cuts([width for width, _, _ in gaps])
    pad = max(1.0, sum(width for width, _, _ in gaps[count:]) * 0.02)
    cuts = sorted((before + pad, after - pad) for _, before, after in gaps[:count])
    return _laid_out(known[0] - pad, known[-1] + pad, cuts)


def _count_cuts(widths: Sequence[float]) -> int:
    """Count the gaps to cut, given their widths from the widest: as many as stand out and take half of the whole."""
    half = sum(widths) / 2
    stands_out = (
        count
        for count in range(min(MOST_CUTS, len(widths) - 1), 0, -1)
        if widths[count - 1] > max(SHORTEST_CUT, STANDS_OUT * widths[count]) and sum(widths[:count]) > half
    )
    return next(stands_out, 0)


def _laid_out(first: float, last: float, cuts: Sequence[tuple[float, float]]) -> Scale:
    starts = [first, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), last]
    cut_width = min(WIDEST_CUT, ALL_CUTS / len(cuts)) if cuts else 0.0
    shown = sum(end - start for start, end in zip(starts, ends, strict=True))
    per_day = (1 - 2 * MARGIN - cut_width * len(cuts)) / shown
    stretches: list[Stretch] = []
    left = MARGIN
    for start, end in zip(starts, ends, strict=True):
        right = left + (end - start) * per_day
        stretches.append(Stretch(start, end, left, right))
        left = right + cut_width
    return Scale(tuple(stretches))
