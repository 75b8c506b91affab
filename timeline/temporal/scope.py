"""What the words around an expression do to the days it covers: since, until, by, before, after, from … to.

The extent and the TIMEX3 value stay as they are.
"""

from itertools import pairwise
from typing import Final

from timeline.domain.edtf import OPEN, bounds, granularity
from timeline.domain.vocabulary import Granularity
from timeline.temporal.english.ranges import is_new_date, is_old_date
from timeline.temporal.period import Grain, Period, edtf, shift
from timeline.temporal.reading import Reading, roughly
from timeline.temporal.tagger import Found

_FROM_THEN = {"since", "beginning", "starting", "effective"}
_UP_TO = {"until", "till", "through", "thru", "by", "til"}
_BETWEEN = {"the", "at", "about", "early", "late", "of"}
_ONWARDS = {"onwards", "onward"}
_ROUGH = {"around", "circa"}
_BESIDE = {"before", "after"}
_MOVED = {"postponed", "postpone", "delayed", "delay", "deferred", "adjourned", "moved", "off", "back"}
"""Right before "until", these name the new date itself: "put off until May"."""

_PUT_OFF = {("put", "off"), ("puts", "off"), ("putting", "off"), ("pushed", "back"), ("moved", "back")}
"""The same, with what is put off between: "put off a decision until May"."""

_NOT = {"not", "never", "no", "didn't", "hadn't", "wasn't", "won't", "doesn't", "don't", "isn't"}
"""Before "until", these say when it came after all: "did not arrive until May"."""

_REACH = 14
_HOURS_OF_LIGHT = {"dawn", "daybreak", "sunrise", "noon", "midday", "midnight", "dusk", "sunset", "nightfall"}
"""Hours of the day without figures."""

_THROUGH = {"to", "through", "thru"}
"""Between two dates these make a range of them without "from"."""

_JOINS = {"from": {"to", "until", "till", "through", "-"}, "between": {"and"}}


def scoped(found: list[Found]) -> list[tuple[Found, Reading]]:
    """Return the findings with the days they cover once their prepositions are counted in."""
    readings = [one.reading for one in found]
    paired = _ranges(found, readings)
    return [
        (one, reading if index in paired else _with_preposition(one, reading))
        for index, (one, reading) in enumerate(zip(found, readings, strict=True))
    ]


def _ranges(found: list[Found], readings: list[Reading]) -> set[int]:
    """Give both ends of a range the whole of it; return which were part of one."""
    paired: set[int] = set()
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if first.match.tokens is not second.match.tokens:
            continue
        between = first.match.tokens.words[first.match.stop : second.match.first]
        if not _joined(first, between) or is_old_date(first.match, first.match.word(-1)):
            continue
        whole = _interval(readings[index].edtf, readings[index + 1].edtf)
        if whole is not None:
            readings[index] = readings[index]._replace(edtf=whole)
            readings[index + 1] = readings[index + 1]._replace(edtf=whole)
            paired |= {index, index + 1}
    return paired


def _joined(first: Found, between: list[str]) -> bool:
    if len(between) not in (1, 2):
        return False
    if between == ["-"]:
        return True
    before = first.match.word(-1)
    joins = _JOINS.get(before, set())
    if len(between) == 1:
        return between[0] in joins or between[0] in _THROUGH
    return between[0] in joins and between[1] in ("the", "about", "at")


def _interval(first: str | None, second: str | None) -> str | None:
    if not first or not second or "/" in first + second or not (_within_calendar(first) and _within_calendar(second)):
        return None
    start, stop = _end(first, last=False), _end(second, last=True)
    whole = start if start == stop else f"{start}/{stop}"
    try:
        bounds(whole)
    except ValueError:
        return None
    return whole


def _with_preposition(found: Found, reading: Reading) -> Reading:
    date = reading.edtf
    if date is None or ("/" in date and reading.period is None):
        return reading
    before, after = found.match.word(-1), found.match.word(0)
    if before in _BETWEEN:
        before = found.match.word(-2)
    if before in _ROUGH:
        return reading._replace(edtf=roughly(date))
    if _is_on_the_date(found, before):
        return reading
    opens, closes = before in _FROM_THEN or after in _ONWARDS, before in _UP_TO
    closes = closes or (before == "before" and _is_end(found))
    if not (opens or closes or before in _BESIDE) or not _within_calendar(date):
        return reading
    first, _, last = date.partition("/")
    if opens:
        return reading._replace(edtf=f"{_end(first, last=False)}/{OPEN}")
    if closes:
        until = _end(last or first, last=True)
        return reading._replace(edtf=f"{OPEN}/{until.removesuffix('~') if _is_end(found) else until}")
    return reading._replace(edtf=_beside(reading.period, before)) if reading.period else reading


def _is_on_the_date(found: Found, before: str) -> bool:
    """Say whether the preposition leaves the date as it is: "before dawn", "after 9 p.m.", "postponed until May"."""
    if before in _BESIDE:
        return _is_hour(found)
    return before in ("until", "till", "to") and (_names_the_date(found) or _is_new_of_two(found, before))


def _is_new_of_two(found: Found, before: str) -> bool:
    """Say whether an old date stands before it: "delayed from May until June"."""
    first = found.match.first
    return "from" in found.match.tokens.words[max(0, first - _REACH) : first] and is_new_date(found.match, before)


def _is_hour(found: Found) -> bool:
    """Say whether it is an hour: what lies shortly before or after one lies on its day, as a rule."""
    date = found.reading.edtf
    is_clock = date is not None and _within_calendar(date) and granularity(date) is Granularity.TIME
    return is_clock or found.match.tokens.words[found.match.first] in _HOURS_OF_LIGHT


def _names_the_date(found: Found) -> bool:
    """Say whether "until" gives the date of the event itself, and not its end."""
    words = found.match.tokens.words[max(0, found.match.first - _REACH) : found.match.first - 1]
    clause = words[max((at + 1 for at, word in enumerate(words) if word in {",", ".", ";"}), default=0) :]
    put_off = not _PUT_OFF.isdisjoint(pairwise(clause)) or not _MOVED.isdisjoint(clause[-3:])
    return put_off or not _NOT.isdisjoint(clause[-7:])


def _is_end(found: Found) -> bool:
    """Say whether the phrase is the end of a period: "the end of the month"."""
    return "end" in found.match.tokens.words[found.match.first : found.match.first + 2]


def _within_calendar(date: str) -> bool:
    try:
        bounds(date)
    except ValueError:
        return False
    return True


def _beside(period: Period, before: str) -> str | None:
    whole = period if period.grain is not Grain.WEEKEND else Period(Grain.DAY, period.start)
    try:
        other = edtf(shift(whole, -1 if before == "before" else 1))
    except (ValueError, OverflowError):
        return None
    if other is None or not _within_calendar(other):
        return None
    first, _, last = other.partition("/")
    if before == "before":
        return f"{OPEN}/{_end(last or first, last=True)}"
    return f"{_end(first, last=False)}/{OPEN}"


_IN_MONTHS: Final = (Granularity.SEASON, Granularity.QUARTER, Granularity.HALF)
_IN_YEARS: Final = (Granularity.DECADE, Granularity.CENTURY)


def _end(point: str, *, last: bool) -> str:
    """Return the point as the end of an interval, where EDTF has days, months and years alone."""
    grain = granularity(point)
    if grain is Granularity.TIME:
        return point.partition("T")[0]
    if grain not in (*_IN_MONTHS, *_IN_YEARS):
        return point
    day = bounds(point)[1 if last else 0]
    if day is None:
        return point
    qualifier = "~" if point.endswith("~") else ""
    return f"{day.year:04}{qualifier}" if grain in _IN_YEARS else f"{day.year:04}-{day.month:02}{qualifier}"
