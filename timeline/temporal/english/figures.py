"""Dates written in figures: "2024-10-22", "10/22/24", "22.10.2024", "2024-10-22T14:30", "2024-W43"."""

from datetime import date
from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, day
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context


def numeric_date(found: Match, context: Context) -> Reading | None:
    """Resolve a date in figures; 10/11/2024 is read the American way, unless only the other is possible."""
    written = found.words("iso")[0]
    if "w" in written:
        number, week = (int(part) for part in written.split("-w"))
        return dated(Period(Grain.WEEK, date.fromisocalendar(number, week, 1)), "an ISO week, written in figures")
    clock = written[11:16] if "t" in written else ""
    parts = [part for part in written.split("t")[0].replace("/", "-").replace(".", "-").split("-") if part]
    if len(parts) != 3:
        return None
    when = _figures(parts, context.published, "/" in written)
    if when is None:
        return None
    if clock:
        stamp = f"{when.isoformat()}T{clock}"
        return Reading(TimexType.TIME, stamp, edtf=f"{stamp}:00", period=day(when), reasons=("written in figures",))
    return dated(day(when), "written in figures")


def _figures(parts: list[str], published: date, slashed: bool) -> date | None:
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return _valid(first, second, third)
    if len(parts[2]) not in (2, 4):
        return None
    number = third if len(parts[2]) == 4 else _two_digit_year(third, published)
    orders = ((first, second), (second, first)) if slashed else ((second, first), (first, second))
    return next(
        (when for month_number, day_number in orders if (when := _valid(number, month_number, day_number))), None
    )


def _two_digit_year(number: int, published: date) -> int:
    century = published.year // 100 * 100
    return century + number if century + number <= published.year + 20 else century + number - 100


def _valid(number: int, month_number: int, day_number: int) -> date | None:
    try:
        return date(number, month_number, day_number)
    except ValueError:
        return None


RULES: Final = (
    Rule(
        "numeric-date",
        "iso",
        numeric_date,
        Example("Filed on 2024-09-30 in Paris.", "2024-09-30", "2024-09-30", "2024-09-30"),
    ),
)
