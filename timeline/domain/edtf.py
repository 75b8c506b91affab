"""The part of EDTF (ISO 8601-2:2019) that the project uses: what it stands for in days, and how fine it is.

    2024-10-08            a day             2024-33 … 2024-36     quarters
    2024-10               a month           2024-40, 2024-41      halves
    2024                  a year            2024-10-08T14:30:00   a local clock time
    199X, 19XX            decade, century   2024-10-22/2024-10-24 from one to another
    2024-21 … 2024-24     seasons           2022/.., ../2025-03   open at one end

`~`, `?` or `%` after a date says approximate, uncertain or both, and leaves its days as they are. Winter
(24) runs from December of its year to the end of February.
"""

import re
from calendar import monthrange
from datetime import date, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.domain.vocabulary import Granularity


class Bounds(NamedTuple):
    """The first and the last day; None where the interval is open."""

    earliest: date | None
    latest: date | None


OPEN = ".."

_MONTHS_OF = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
    **{month: (month, month) for month in range(1, 13)},
}  # fmt: skip
"""First and last month of each sub-year code; months past 12 belong to the next year."""

_POINT = re.compile(
    r"(?P<century>[0-9]{2})XX"
    r"|(?P<decade>[0-9]{3})X"
    r"|(?P<year>[0-9]{4})(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T(?P<clock>[0-9]{2}:[0-9]{2}:[0-9]{2}))?)?)?"
)
_QUALIFIER = re.compile(r"[~?%]\Z")
_LONGEST = 64
_MEANT = "a date such as 2024-10-08, 2024-10, 2024, 199X, 2024-21, 2024-33 or an interval such as 2022/.."


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Return the first and last day that `edtf` covers.

    Raises:
        ValueError: `edtf` is not in the subset, names a day that does not exist, or ends before it starts.
    """
    first, last = _ends(edtf)
    earliest = None if first == OPEN else _days(first, edtf)[0]
    latest = None if last == OPEN else _days(last, edtf)[1]
    if earliest and latest and latest < earliest:
        raise ValueError(f"EDTF {edtf!r} ends before it starts")
    return Bounds(earliest, latest)


@lru_cache(maxsize=4096)
def granularity(edtf: str) -> Granularity:
    """Return how fine `edtf` is. A Monday/Sunday interval is a week, and so is a Saturday/Sunday one.

    Raises:
        ValueError: as `bounds` does.
    """
    earliest, latest = bounds(edtf)
    if "/" not in edtf:
        return _granularity_of_point(_match(edtf, edtf))
    return Granularity.WEEK if earliest and latest and _is_week(edtf, earliest, latest) else Granularity.INTERVAL


def _ends(edtf: str) -> tuple[str, str]:
    if len(edtf) > _LONGEST:
        raise ValueError(f"EDTF {edtf[:_LONGEST]!r}… is too long; give {_MEANT}")
    first, slash, last = edtf.partition("/")
    if not slash:
        last = first
        if first == OPEN:
            raise ValueError(f"EDTF {edtf!r} names no date; give {_MEANT}")
    return first, last


def _match(point: str, edtf: str) -> re.Match[str]:
    found = _POINT.fullmatch(_QUALIFIER.sub("", point))
    if found is None:
        raise ValueError(f"EDTF {edtf!r} cannot be read at {point!r}; give {_MEANT}")
    return found


def _days(point: str, edtf: str) -> tuple[date, date]:
    found = _match(point, edtf)
    try:
        return _days_of(found)
    except ValueError as error:
        raise ValueError(f"EDTF {edtf!r} names no day of the calendar ({error}); give {_MEANT}") from error


def _days_of(found: re.Match[str]) -> tuple[date, date]:
    for name, digit in (("century", 100), ("decade", 10)):
        if found[name]:
            start = int(found[name]) * digit
            return date(start, 1, 1), date(start + digit - 1, 12, 31)
    year = int(found["year"])
    if not found["part"]:
        return date(year, 1, 1), date(year, 12, 31)
    if found["day"]:
        day = date(year, int(found["part"]), int(found["day"]))
        if found["clock"]:
            time.fromisoformat(found["clock"])
        return day, day
    return _months(year, int(found["part"]))


def _months(year: int, part: int) -> tuple[date, date]:
    if part not in _MONTHS_OF:
        raise ValueError(f"{part:02} is no month, season, quarter or half")
    first, last = _MONTHS_OF[part]
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    start = date(year, first, 1)
    return start, date(end_year, end_month, monthrange(end_year, end_month)[1])


def _granularity_of_point(found: re.Match[str]) -> Granularity:
    for name, grain in (
        ("clock", Granularity.TIME),
        ("day", Granularity.DAY),
        ("century", Granularity.CENTURY),
        ("decade", Granularity.DECADE),
    ):
        if found[name]:
            return grain
    return _granularity_of_part(int(found["part"])) if found["part"] else Granularity.YEAR


def _granularity_of_part(part: int) -> Granularity:
    if part <= 12:
        return Granularity.MONTH
    if part <= 24:
        return Granularity.SEASON
    return Granularity.QUARTER if part <= 36 else Granularity.HALF


def _is_week(edtf: str, earliest: date, latest: date) -> bool:
    days = [point for point in edtf.split("/") if _match(point, edtf)["day"]]
    whole = (earliest.weekday(), latest - earliest) in {(0, timedelta(days=6)), (5, timedelta(days=1))}
    return len(days) == 2 and whole
