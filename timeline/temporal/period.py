"""A stretch of the calendar with a name of its own, and the arithmetic on such stretches.

Years before Christ are kept as dates of the same calendar moved up by 2,800 years (a multiple of 400), so that
480 BC, the astronomical year -479, starts on 2321-01-01 with `bc` set, and arithmetic needs no second branch.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_BC_SHIFT = 2801
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season begins."""
_SEASON_NAMES = {month: name for name, month in SEASON_STARTS.items()}


class Grain(StrEnum):
    """The size of a period; the value is the unit letter of TIMEX3 durations where there is one."""

    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    SEASON = "SEASON"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


_YEARS_OF = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}
_MONTHS_OF = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.SEASON: 3}
_DAYS_OF = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}


class Period(NamedTuple):
    """One period: its size and its first day."""

    grain: Grain
    start: date
    bc: bool = False

    @property
    def year(self) -> int:
        """The year of the first day, as people count it; before Christ if `bc`."""
        return _BC_SHIFT - self.start.year if self.bc else self.start.year


def day(moment: date) -> Period:
    """Return the one-day period."""
    return Period(Grain.DAY, moment)


def month(year: int, number: int) -> Period:
    """Return the month `number` of `year`."""
    return Period(Grain.MONTH, date(year, number, 1))


def year(number: int, *, bc: bool = False) -> Period:
    """Return a calendar year."""
    return Period(Grain.YEAR, date(_BC_SHIFT - number if bc else number, 1, 1), bc)


def season(number: int, name: str) -> Period:
    """Return the season that starts in year `number`: `SP`, `SU`, `FA` or `WI` (December to February)."""
    return Period(Grain.SEASON, date(number, SEASON_STARTS[name], 1))


def part_of_year(number: int, grain: Grain, index: int) -> Period:
    """Return quarter, half or month `index` (from 1) of a year."""
    return Period(grain, date(number, (index - 1) * _MONTHS_OF[grain] + 1, 1))


def containing(grain: Grain, moment: date, *, bc: bool = False) -> Period:
    """Return the period of size `grain` that holds the day; a weekend is that of the day's Monday-based week."""
    return Period(grain, _first_day(grain, moment), bc)


def _first_day(grain: Grain, moment: date) -> date:
    if grain is Grain.DAY:
        return moment
    if grain is Grain.WEEK:
        return moment - timedelta(days=moment.weekday())
    if grain is Grain.WEEKEND:
        return moment + timedelta(days=5 - moment.weekday())
    if grain is Grain.SEASON:
        starts = moment.month // 3 * 3
        return date(moment.year, starts, 1) if starts else date(moment.year - 1, 12, 1)
    if grain in _YEARS_OF:
        size = _YEARS_OF[grain]
        return date(max(1, moment.year - moment.year % size), 1, 1)
    size = _MONTHS_OF[grain]
    return date(moment.year, (moment.month - 1) // size * size + 1, 1)


def shift(period: Period, count: int) -> Period:
    """Move a period by `count` of its own size; raises OverflowError or ValueError outside years 1 to 9999."""
    return containing(period.grain, move(period.start, period.grain, count), bc=period.bc)


def move(moment: date, grain: Grain, count: int) -> date:
    """Move a day by `count` units, to the last day of the month where the day does not exist."""
    if grain in _DAYS_OF:
        return moment + timedelta(days=count * _DAYS_OF[grain])
    months = count * (_YEARS_OF[grain] * 12 if grain in _YEARS_OF else _MONTHS_OF[grain])
    index = moment.year * 12 + moment.month - 1 + months
    number, zero_based = divmod(index, 12)
    if not 1 <= number <= 9999:
        raise OverflowError(f"{moment} moved by {count} {grain.name} leaves the calendar")
    return date(number, zero_based + 1, min(moment.day, monthrange(number, zero_based + 1)[1]))


def last_day(period: Period) -> date:
    """Return the period's last day."""
    if period.grain is Grain.WEEKEND:
        return period.start + timedelta(days=1)
    return move(period.start, period.grain, 1) - timedelta(days=1)


def timex(period: Period) -> str:
    """Return the TIMEX3 value: `1989-10-27`, `1989-W43`, `1989-W43-WE`, `1989-Q3`, `1989-SU`, `198`, `19`."""
    grain, start = period.grain, period.start
    if grain is Grain.WEEK or grain is Grain.WEEKEND:
        of_year, week, _ = start.isocalendar()
        return f"{of_year:04}-W{week:02}{'-WE' if grain is Grain.WEEKEND else ''}"
    if period.bc:
        return f"BC{_named(period, f'{period.year:04}{start.isoformat()[4:]}')}"
    return _named(period, start.isoformat())


def _named(period: Period, start: str) -> str:
    length = _WRITTEN.get(period.grain)
    return start[:length] if length else f"{start[:4]}-{_part_name(period)}"


_WRITTEN = {Grain.DAY: 10, Grain.MONTH: 7, Grain.YEAR: 4, Grain.DECADE: 3, Grain.CENTURY: 2}
"""So many characters of an ISO date tell the period."""


def _part_name(period: Period) -> str:
    if period.grain is Grain.SEASON:
        return _SEASON_NAMES[period.start.month]
    return f"{period.grain.value}{(period.start.month - 1) // _MONTHS_OF[period.grain] + 1}"


def edtf(period: Period) -> str | None:
    """Return the EDTF form, or None for years before Christ, which the subset leaves out."""
    if period.bc:
        return None
    grain, written = period.grain, period.start.isoformat()
    if grain in _WRITTEN:
        return written[: _WRITTEN[grain]] + _ANY_YEARS.get(grain, "")
    if grain in _DAYS_OF:
        return f"{written}/{last_day(period).isoformat()}"
    return f"{written[:4]}-{_sub_year_code(period)}"


_ANY_YEARS = {Grain.DECADE: "X", Grain.CENTURY: "XX"}
"""What stands for the digits that tell one year of the period from another."""


def _sub_year_code(period: Period) -> int:
    first = {Grain.SEASON: 20, Grain.QUARTER: 33, Grain.HALF: 40}[period.grain]
    return first + (
        period.start.month // 3
        if period.grain is Grain.SEASON
        else (period.start.month - 1) // _MONTHS_OF[period.grain]
    )
