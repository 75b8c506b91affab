"""The days of a length that the words after it tie to the calendar: "the first nine months of 2024", "… to June"."""

from datetime import date, timedelta
from typing import Final

from timeline.temporal.english.quantity import GRAINS
from timeline.temporal.grammar import Match
from timeline.temporal.period import Grain, Period, containing, edtf, last_day, move
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context

_ENDED: Final = ("ended", "ending", "to", "through", "until")
_LONGEST: Final = 6
"""Tokens of the date that a length is tied to."""


def tied(found: Match, context: Context, read: Reading, *, count: float | None, unit: str) -> Reading:
    """Give a length the days that it covers, if the words after it tell them; the value stays that of the length.

    Three months that are a quarter become what "a year earlier" compares with.
    """
    grain = GRAINS.get(unit)
    if grain is None or count is None or count != int(count) or count < 1:
        return read
    days = _within(found, context, grain, int(count)) or _up_to(found, context, grain, int(count))
    if days is None:
        return read
    first, last = days
    if grain is Grain.MONTH and count == 3 and _is_quarter(first, last):
        context.basis = dated(containing(Grain.QUARTER, first), "the three months that figures were given for")
    return read._replace(edtf=_interval(first, last))


def _within(found: Match, context: Context, grain: Grain, count: int) -> tuple[date, date] | None:
    """Return the days of "the first nine months of 2024", "this year's first nine months"."""
    from_start, from_end = "first" in _leading(found), not {"last", "final"}.isdisjoint(_leading(found))
    if from_start == from_end:
        return None
    if found.word(-1) == "'s" and context.match_stop == found.first - 1:
        whole = context.match_period
    else:
        whole = _named(found, context, found.stop + 1) if found.word(0) in ("of", "in") else None
    if whole is None or whole.grain not in (Grain.YEAR, Grain.MONTH):
        return None
    start, end = whole.start, last_day(whole)
    if from_start:
        first, last = start, move(start, grain, count) - timedelta(days=1)
    else:
        first, last = move(end + timedelta(days=1), grain, -count), end
    return (first, last) if start <= first and last <= end else None


def _up_to(found: Match, context: Context, grain: Grain, count: int) -> tuple[date, date] | None:
    """Return the days of "the nine months ended Sept. 30", "the 12 months to the end of June"."""
    lead, bound = found.word(0), found.has("the") or found.has("past")
    if lead not in _ENDED or not (bound or lead in ("ended", "ending")):
        return None
    end = _named(found, context, found.stop + (2 if found.word(1) == "in" else 1))
    if end is None or end.grain not in (Grain.DAY, Grain.MONTH):
        return None
    last = last_day(end)
    return move(last + timedelta(days=1), grain, -count), last


def _leading(found: Match) -> list[str]:
    return found.tokens.words[found.first : found.first + 2]


def _named(found: Match, context: Context, first: int) -> Period | None:
    """Return the period that the longest phrase from token `first` on names."""
    for stop in range(min(first + _LONGEST, len(found.tokens.words)), first, -1):
        read = context.part(found.tokens, first, stop)
        if read is not None and read.period is not None and not read.period.bc:
            return read.period
    return None


def _is_quarter(first: date, last: date) -> bool:
    return (
        containing(Grain.QUARTER, first) == Period(Grain.QUARTER, first)
        and last_day(Period(Grain.QUARTER, first)) == last
    )


def _interval(first: date, last: date) -> str | None:
    """Return the days as an interval, of months where it covers whole ones."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        ends = [edtf(containing(Grain.MONTH, moment)) for moment in (first, last)]
        return ends[0] if ends[0] == ends[1] else "/".join(filter(None, ends))
    return f"{first.isoformat()}/{last.isoformat()}"
