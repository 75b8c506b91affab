"""What days a date stands for, and how well two dates agree.

Written without the product's own reading of dates, so that a fault there cannot hide itself here.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

FAR_PAST, FAR_FUTURE = 0, 4_000_000
"""Where an open end lies when two intervals are laid over each other, as days."""

PARTS_OF_YEAR = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
"""EDTF's numbers for seasons, quarters and halves: first and last month; 14 is February of the next year."""


class ClosedDays(NamedTuple):
    """First and last day as proleptic ordinals, open ends far away."""

    first: int
    last: int


class Days(NamedTuple):
    """First and last day as proleptic ordinals; None where the interval is open."""

    first: int | None
    last: int | None

    @property
    def closed(self) -> ClosedDays:
        """The same with open ends far away."""
        return ClosedDays(
            FAR_PAST if self.first is None else self.first,
            FAR_FUTURE if self.last is None else self.last,
        )


class DateScore(NamedTuple):
    """Whether the days are the same, and the Jaccard overlap of the two intervals."""

    exact: bool
    overlap: float


def days_of(edtf: str) -> Days:
    """Return the days of a date in the codebook's subset of EDTF.

    Raises:
        ValueError: It is none.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(edtf)
    return Days(_end(start, "first"), _end(end, "last"))


def date_score(predicted: str | None, accepted: Sequence[str | None]) -> DateScore:
    """Score a date against the accepted ones and return the best; null agrees with null alone."""
    return max((_score(predicted, gold) for gold in accepted), default=DateScore(exact=False, overlap=0.0))


def _score(predicted: str | None, gold: str | None) -> DateScore:
    if predicted is None or gold is None:
        same = predicted is gold
        return DateScore(exact=same, overlap=float(same))
    try:
        ours = days_of(predicted)
    except ValueError:
        return DateScore(exact=False, overlap=0.0)
    theirs = days_of(gold)
    if ours == theirs:
        return DateScore(exact=True, overlap=1.0)
    return DateScore(exact=False, overlap=_jaccard(ours.closed, theirs.closed))


def _jaccard(ours: ClosedDays, theirs: ClosedDays) -> float:
    shared = min(ours.last, theirs.last) - max(ours.first, theirs.first) + 1
    return max(0, shared) / (max(ours.last, theirs.last) - min(ours.first, theirs.first) + 1)


def _end(text: str, which: str) -> int | None:
    if text in ("", ".."):
        return None
    point = _point(text)
    return point.first if which == "first" else point.last


def _point(text: str) -> Days:
    bare = re.sub(r"[~?%]", "", text).partition("T")[0]
    for pattern, read in _FORMS:
        if found := re.fullmatch(pattern, bare):
            return read(*(int(group) for group in found.groups()))
    day = date.fromisoformat(bare).toordinal()
    return Days(day, day)


def _years(first: int, last: int) -> Days:
    return Days(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())


def _week(year: int, week: int) -> Days:
    monday = date.fromisocalendar(year, week, 1).toordinal()
    return Days(monday, monday + 6)


def _month(year: int, month: int) -> Days:
    first, last = PARTS_OF_YEAR.get(month, (month, month))
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    last_day = monthrange(last_year, last_month)[1]
    return Days(date(year, first, 1).toordinal(), date(last_year, last_month, last_day).toordinal())


_FORMS: tuple[tuple[str, Callable[..., Days]], ...] = (
    (r"([0-9]{4})", lambda year: _years(year, year)),
    (r"([0-9]{3})X", lambda decade: _years(decade * 10, decade * 10 + 9)),
    (r"([0-9]{2})XX", lambda century: _years(century * 100, century * 100 + 99)),
    (r"([0-9]{4})-W([0-9]{2})", _week),
    (r"([0-9]{4})-([0-9]{2})(?:-XX)?", _month),
)
