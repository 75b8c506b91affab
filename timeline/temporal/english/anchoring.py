"""Which year, which week: the choices that English leaves to tense and context."""

from datetime import date
from typing import Final

from timeline.temporal.english.ranges import is_new_date
from timeline.temporal.grammar import Match
from timeline.temporal.period import SEASON_STARTS, Grain, Period, day, month, move, part_of_year, season, shift
from timeline.temporal.reference import Context
from timeline.text.tense import Aspect, Clause, Tense


def direction(found: Match, context: Context, *, attributive: bool = False) -> tuple[bool | None, str]:
    """Say whether a bare weekday or month lies ahead of publication, and why; None if the clause leaves it open.

    "until" and a verb in the future look ahead. A date that qualifies a noun ("Wednesday's ruling", "a June
    agreement") lies behind whatever the verb, and so does one after "since".
    """
    before = context.lead or found.word(-1)
    if (lead := _by_lead(found, before)) is not None:
        return lead, f"after {before!r}, so {_FIRST if lead else _LATEST}"
    clause = context.clause(found.start, found.end)
    if attributive or found.word(0) == "'s":
        return _of_a_noun(found, clause)
    if _closes_ahead(found, before, clause):
        return True, f"after {before!r}, so {_FIRST}"
    if clause.tense is not Tense.FUTURE and before in _LIMITS and found.has("mon"):
        return None, f"after {before!r}, so the nearest to publication"
    return _by_tense(clause, complement=_is_on(clause, context.text, found.start))


def _closes_ahead(found: Match, before: str, clause: Clause) -> bool:
    """Say whether the word before the date makes it one to come: "is Friday", "moved to Friday", "by Friday"."""
    if before in ("is", "are") or is_new_date(found, before):
        return True
    if before == "for" and found.has("wd"):
        return clause.start < found.start
    return before in ("until", "till", "by") and clause.tense is not Tense.PAST


def _by_tense(clause: Clause, *, complement: bool) -> tuple[bool | None, str]:
    progressive = clause.tense is Tense.PRESENT and clause.aspect is Aspect.PROGRESSIVE
    if clause.tense is Tense.FUTURE or progressive or complement:
        return True, f"the clause looks ahead ({clause.verb!r}), so {_FIRST}"
    if clause.tense is Tense.PAST or clause.aspect is Aspect.PERFECTIVE:
        return False, f"the clause looks back ({clause.verb!r}), so {_LATEST}"
    return None, "the clause does not tell, so the nearest to publication"


_FIRST: Final = "the first from publication on"
_LATEST: Final = "the latest up to publication"
_LIMITS: Final = ("until", "till", "by", "through")
"""Before a month these leave it open: what was agreed last week may run until next month."""

_LEADS: Final = {"as": True, "beginning": True, "starting": True, "effective": True, "since": False}
"""Words before a date that look ahead (true) or back whatever the verb."""


def _by_lead(found: Match, before: str) -> bool | None:
    """Say where the word before the date points; "as late as March" points back, "as soon as March" ahead."""
    if before == "as" and found.word(-2) in ("late", "recently"):
        return False
    return _LEADS.get(before)


def _of_a_noun(found: Match, clause: Clause) -> tuple[bool | None, str]:
    """Say where a date points that qualifies a noun: back, unless the noun is what is still to come."""
    if "ahead" in (found.word(-2), found.word(-3)) and "of" in (found.word(-1), found.word(-2)):
        return True, f"after 'ahead of', so {_FIRST}"
    if clause.tense is Tense.FUTURE and clause.start >= found.end:
        return True, f"the noun it qualifies is still to come ({clause.verb!r}), so {_FIRST}"
    if found.has("mon") and clause.tense in (Tense.PRESENT, Tense.NONE) and clause.aspect is Aspect.NONE:
        return None, "it qualifies a noun in the present, so the nearest to publication"
    return False, f"it qualifies a noun, so {_LATEST}"


def _is_on(clause: Clause, text: str, start: int) -> bool:
    """Say whether the phrase completes "is": "the vote is on Monday"."""
    if clause.verb not in ("is", "are") or not 0 <= clause.start < start:
        return False
    return text[clause.start : start].split()[1:] in ([], ["on"], ["for"])


def weekday_near(anchor: date, number: int, *, ahead: bool) -> date:
    """Return the weekday (Monday is 1) on or before the anchor, or on or after it."""
    back = (anchor.isoweekday() - number) % 7
    return move(anchor, Grain.DAY, (7 - back) % 7 if ahead else -back)


def month_near(anchor: date, number: int, *, ahead: bool) -> Period:
    """Return the month on or before the anchor's, or on or after it."""
    if ahead:
        return month(anchor.year + (number < anchor.month), number)
    return month(anchor.year - (number > anchor.month), number)


def date_near(anchor: date, number: int, day_number: int) -> tuple[Period, Period | None]:
    """Return the month's day in the year nearest to the anchor, and the next nearest."""
    reach = _YEARS_TO_A_LEAP_DAY if (number, day_number) == (2, 29) else 1
    years = range(anchor.year - reach, anchor.year + reach + 1)
    dates = [date(year, number, day_number) for year in years if date_exists(year, number, day_number)]
    if not dates:
        raise ValueError(f"month {number} has no day {day_number}")
    nearest, *others = sorted(dates, key=lambda when: abs(when - anchor))
    return day(nearest), day(others[0]) if others else None


_YEARS_TO_A_LEAP_DAY: Final = 4
"""So many years away stands the next, but for the one in 100 years that is left out."""


def date_exists(candidate: int, number: int, day_number: int) -> bool:
    """Say whether the year has that day."""
    try:
        date(candidate, number, day_number)
    except ValueError:
        return False
    return True


def season_near(anchor: date, name: str, *, ahead: bool) -> Period:
    """Return the season that began on or before the anchor, or the one running or next."""
    years = range(max(1, anchor.year - 1), min(9998, anchor.year + 1) + 1)
    months_since = {year: (anchor.year - year) * 12 + anchor.month - SEASON_STARTS[name] for year in years}
    fitting = [year for year, months in months_since.items() if (months < _SEASON if ahead else months >= 0)]
    if not fitting:
        raise OverflowError(f"no season {name} begins {'after' if ahead else 'before'} {anchor}")
    return season(fitting[0 if ahead else -1], name)


_SEASON: Final = 3
"""Months."""


def quarter_near(context: Context, grain: Grain, index: int, *, ahead: bool) -> Period:
    """Return quarter or half `index`: the one begun last, or in a clause that looks ahead the next.

    One that has ended within four months counts as ahead too: its results are still awaited.
    """
    anchor = context.reference
    this_year = part_of_year(anchor.year, grain, index)
    if ahead:
        fresh = move(shift(this_year, 1).start, Grain.MONTH, 4) > anchor
        return this_year if fresh else part_of_year(anchor.year + 1, grain, index)
    return this_year if this_year.start <= anchor else part_of_year(anchor.year - 1, grain, index)


def edge_of(found: Match) -> str | None:
    """Return which part of its period the phrase means: START, MID, END or all of it."""
    for name in ("early", "edge"):
        if found.has(name):
            return found.name(name)
    if found.has("half") and found.has("side"):
        return "START" if "first" in found.words("side") else "END"
    return "END" if found.has("latter") and found.has("piece") else None
