"""Weeks, months, seasons and years counted from here: "last week", "earlier this year", "two weeks ago"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import edge_of, month_near, weekday_near
from timeline.temporal.english.quantity import GRAINS, Amount, amount, duration
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, edtf, move, shift, timex
from timeline.temporal.reading import Reading, dated, roughly, undated
from timeline.temporal.reference import Context

MACROS: Final = {
    "SIDE": "the? edge of | the (early | latter) piece of",
    "PRE": "(SIDE | early hyphen? | early in | later | earlier | later in | earlier in | later on)",
}


def named_unit(found: Match, context: Context) -> Reading | None:
    """Resolve "last week", "this year", "the next month", "that day", "the previous year"."""
    unit = found.name("unit")
    grain = GRAINS.get(unit)
    if grain is None:
        return None
    stretch = found.has("next") and found.word(-1) == "for"
    if found.has("the") and (stretch or (found.has("last") and found.word(0) == "of")):
        return undated(duration(1, unit), "a length of time", kind=TimexType.DURATION)
    told = _is_told(found)
    if grain is Grain.QUARTER and told and context.basis and context.basis.period:
        return context.basis
    base = base_told(context, grain) if told or context.narrative else containing(grain, context.published)
    step = _step(found)
    period = shift(base, step)
    mod = edge_of(found)
    rough = found.has("early") or found.has("edge")
    why = "counted from the date told before" if told else "counted from publication"
    if found.has("edge") and grain is Grain.YEAR and mod == "END":
        return dated(period, why, mod=mod)._replace(edtf=f"{period.start.year:04}-12")
    return dated(period, why, mod=mod, approximate=rough and grain is not Grain.DAY)


def _is_told(found: Match) -> bool:
    words = ("that", "same", "following", "previous")
    return any(found.has(word) for word in words) or (found.has("the") and found.has("next"))


def base_told(context: Context, grain: Grain) -> Period:
    """Return the period of that size that holds the date told last, or publication."""
    last = context.last
    if last is None:
        return containing(grain, context.published)
    return containing(grain, last.start, bc=last.bc)


def _step(found: Match) -> int:
    if found.has("last") or found.has("past") or found.has("previous"):
        return -1
    return 1 if found.has("next") or found.has("coming") or found.has("following") else 0


def running_unit(found: Match, context: Context) -> Reading | None:
    """Resolve "the year", "the quarter", "the week": the one told last, or the one that publication falls in."""
    grain = GRAINS.get(found.name("unit"))
    if grain is None or found.word(0) in ("after", "before"):
        return None
    if grain is Grain.DAY and not context.narrative:
        return _running_day(found, context)
    mod = edge_of(found)
    if grain is Grain.YEAR and found.word(0) in ("ended", "ending", "to") and not found.has("edge"):
        context.basis = undated("P1Y", "a year that ends on the date beside it", kind=TimexType.DURATION)
        return context.basis
    if grain is Grain.QUARTER:
        period = _running_quarter(found, context)
        context.basis = dated(period)
    elif context.narrative and context.last:
        period = containing(grain, context.last.start, bc=context.last.bc)
    else:
        period = containing(grain, context.published)
    read = dated(period, "the one that is being told of", mod=mod, approximate=mod is not None)
    if grain is Grain.YEAR and mod == "END":
        return read._replace(edtf=f"{period.start.year:04}-12")
    return read


def _running_day(found: Match, context: Context) -> Reading | None:
    """Resolve "later in the day"; "the day" alone is hardly ever a date in the news."""
    if not (found.has("earlier") or found.has("later")):
        return None
    told = context.last_within(found.start, 400)
    anchor = told if told and told.grain is Grain.DAY else Period(Grain.DAY, context.reference)
    return dated(anchor, "the day told before, or that of publication")


def _running_quarter(found: Match, context: Context) -> Period:
    """Return the quarter that ends on the date beside it, or that figures were given for, or the last complete one."""
    if (ended := _quarter_ended(found, context)) is not None:
        return ended
    told = context.basis.period if context.basis else None
    return told or shift(containing(Grain.QUARTER, context.published), -1)


def _quarter_ended(found: Match, context: Context) -> Period | None:
    """Return the quarter of "the quarter ended Sept. 30"."""
    index = found.stop + 1
    if found.word(0) not in ("ended", "ending") or index >= len(found.tokens.words):
        return None
    number = found.lexicon.value(found.tokens.words[index])
    names = (found.lexicon.codes["month"], found.lexicon.codes["monabbr"])
    if found.tokens.classes[index] not in names or not isinstance(number, int):
        return None
    return containing(Grain.QUARTER, month_near(context.reference, number, ahead=found.word(0) == "ending").start)


def offset_from_date(found: Match, context: Context) -> Reading | None:
    """Resolve "two days before Christmas", "a week after May 3"."""
    span = found.span("date") or found.span("name")
    whole = context.part_of(found.tokens, span, found.word(-1))
    unit = found.name("units") if found.has("units") else found.name("unit")
    grain, quantity = GRAINS.get(unit), amount(found.words("many"))
    if whole is None or whole.period is None or grain is None or quantity.number is None or whole.edtf is None:
        return None
    if found.has("from") and not (found.has("deictic") or found.has("wd")):
        return None
    count = int(quantity.number) * (-1 if found.has("before") else 1)
    return _away(whole.period, grain, count, "counted from the day named beside it")


def beside_today(found: Match, context: Context) -> Reading | None:
    """Resolve "the day before yesterday", "the day after tomorrow"."""
    step = -1 if found.has("before") else 1
    if found.name("unit") != "D" or found.number("deictic") * step < 1:
        return None
    return dated(Period(Grain.DAY, move(context.reference, Grain.DAY, 2 * step)), "counted from publication")


def beyond_next(found: Match, context: Context) -> Reading | None:
    """Resolve "the week before last", "the year after next"."""
    step = -1 if found.has("before") and found.has("last") else 1 if found.has("after") and found.has("next") else 0
    grain = GRAINS.get(found.name("unit"))
    if grain is None or not step:
        return None
    return dated(shift(containing(grain, context.reference), 2 * step), "counted from publication")


def weekday_weeks_away(found: Match, context: Context) -> Reading | None:
    """Resolve "a week ago Tuesday", "two weeks from Friday": a weekday, and so many weeks further."""
    count = amount(found.words("many")).number if found.has("many") else 1
    unit = found.name("units") if found.has("units") else found.name("unit")
    if unit not in ("W", "2W") or count is None or count != int(count):
        return None
    ahead = found.has("from")
    near = weekday_near(context.reference, found.number("wd"), ahead=ahead)
    weeks = int(count) * (2 if unit == "2W" else 1)
    return dated(Period(Grain.DAY, move(near, Grain.WEEK, weeks if ahead else -weeks)), "counted from the weekday")


def week_of(found: Match, context: Context) -> Reading | None:
    """Resolve "the week of Oct. 7"."""
    whole = context.part_of(found.tokens, found.span("date"), found.word(-1))
    if found.name("unit") != "W" or whole is None or whole.period is None or whole.period.grain is not Grain.DAY:
        return None
    return dated(containing(Grain.WEEK, whole.period.start), "the week that holds the day")


def year_end(found: Match, context: Context) -> Reading | None:
    """Resolve "year-end", "year's end", "month's end"."""
    grain = GRAINS.get(found.name("unit"))
    if grain is None or found.name("edge") != "END":
        return None
    number = found.number("year4") if found.has("year4") else None
    anchor = context.reference
    period = containing(grain, anchor.replace(year=number, day=1) if number else anchor)
    if found.has("last"):
        period = shift(period, -1)
    read = dated(period, "the end of the one running", mod="END")
    if grain is Grain.YEAR:
        return read._replace(edtf=f"{period.start.year:04}-12")
    return read


def counted_offset(found: Match, context: Context) -> Reading | None:
    """Resolve "two weeks ago", "a year earlier", "three days later"."""
    if _is_no_offset(found, context):
        return None
    backwards = found.has("ago") or found.has("earlier") or found.has("before")
    unit = found.name("units") if found.has("units") else found.name("unit")
    quantity = _quantity(found)
    if quantity.number is None:
        return undated("PAST_REF" if backwards else "FUTURE_REF", "a vague number of units away")
    grain, count = GRAINS.get(unit), -quantity.number if backwards else quantity.number
    from_now = found.has("ago") or found.has("hence") or found.has("now")
    if grain is None or count != int(count):
        return _fraction_away(context, unit, count, from_now=from_now)
    base = _offset_base(context, grain, found.start, from_now=from_now)
    if grain is Grain.YEAR and count == -1 and not context.narrative and context.basis:
        return _year_before(context, context.basis)
    why = "counted from publication" if from_now or not context.told else "counted from the date told before"
    read = _away(base, grain, int(count) * (2 if unit == "2W" else 1), why)
    return read._replace(edtf=roughly(read.edtf)) if quantity.approximate or found.has("nearly") else read


def _quantity(found: Match) -> Amount:
    quantity = amount(found.words("many"))
    if found.has("units") and not found.has("many"):
        return quantity._replace(number=None)
    if found.has("half") and "half" not in found.words("many") and quantity.number is not None:
        return quantity._replace(number=quantity.number + 0.5)
    return quantity


def _year_before(context: Context, basis: Reading) -> Reading:
    """Resolve "a year earlier" beside figures for a quarter or for several months."""
    if basis.period is None:
        return dated(shift(containing(Grain.YEAR, context.published), -1), "a year before")
    compared = Period(basis.period.grain, move(basis.period.start, Grain.YEAR, -1))
    return dated(compared, "a year before the quarter that figures were given for")._replace(told=False)


def _away(base: Period | None, grain: Grain, count: int, why: str) -> Reading:
    if base is None:
        return undated("XXXX-XX-XX" if grain in _SHORT else "XXXX-XX", "counted from something undated")
    if grain not in _SHORT:
        return dated(containing(grain, move(base.start, grain, count), bc=base.bc), why)
    if base.grain not in _SHORT:
        return undated("PAST_REF" if count < 0 else "FUTURE_REF", "the date told before is too coarse")
    return dated(Period(Grain.DAY, move(base.start, grain, count), base.bc), why)


_FINER: Final = {
    Grain.DAY: (Grain.DAY, 1), Grain.WEEK: (Grain.DAY, 7), Grain.MONTH: (Grain.DAY, 30),
    Grain.QUARTER: (Grain.MONTH, 3),
    Grain.YEAR: (Grain.MONTH, 12), Grain.DECADE: (Grain.YEAR, 10), Grain.CENTURY: (Grain.YEAR, 100),
    Grain.WEEKEND: (Grain.DAY, 7),
}  # fmt: skip
"""What fractions of a unit are counted in."""

_SHORT: Final = (Grain.DAY, Grain.WEEK)


def _fraction_away(context: Context, unit: str, count: float, *, from_now: bool) -> Reading:
    if unit not in GRAINS and not unit.startswith("T"):
        return undated("PAST_REF" if count < 0 else "FUTURE_REF", "beyond the calendar")
    if not unit.startswith("T"):
        finer, size = _FINER[GRAINS[unit]]
        whole = containing(GRAINS[unit], move(context.reference, finer, round(count * size)))
        return dated(whole, "counted in halves", approximate=True)
    day = Period(Grain.DAY, context.reference)
    if from_now:
        return Reading(TimexType.TIME, f"{timex(day)}TXX", edtf=edtf(day), period=day, reasons=("hours away",))
    return undated(duration(abs(count), unit), "hours away from what was told before", kind=TimexType.DURATION)


def _is_no_offset(found: Match, context: Context) -> bool:
    """Say whether the words only say how long ("two days after the vote" in a news story, "the day before it")."""
    fixed = found.has("ago") or found.has("earlier") or found.has("later") or found.has("now") or found.has("hence")
    counted = found.has("many") or found.has("a") or found.has("units") or (found.has("the") and not fixed)
    if not counted:
        return True
    ends = found.word(0)[:1] in ("", ",", ".", ";", ":", ")", "'", '"', "-", "—", "?", "!")
    return not fixed and not ends and not context.narrative


def _offset_base(context: Context, grain: Grain, start: int, *, from_now: bool) -> Period | None:
    """Return the period that an offset is counted from, or None if the text dates nothing that it may mean."""
    if from_now and not context.narrative:
        return Period(Grain.DAY, context.published)
    if context.narrative:
        return context.last or Period(Grain.DAY, context.published)
    near = context.last_within(start, 250)
    if near and (grain in (Grain.YEAR, Grain.MONTH) or near.grain is Grain.DAY):
        return near
    return Period(Grain.DAY, context.published) if grain is Grain.YEAR else None


RULES: Final = (
    Rule(
        "offset-from-date",
        "(MANY | a | the) (units | unit) (before | after | from) (DATE | NAME)",
        offset_from_date,
        Example("He left two days before Christmas Day.", "two days before Christmas Day", "2023-12-23", "2023-12-23"),
    ),
    Rule(
        "beside-today",
        "the unit (before | after) deictic",
        beside_today,
        Example("He left the day before yesterday.", "the day before yesterday", "2024-10-10", "2024-10-10"),
    ),
    Rule(
        "beyond-next",
        "the unit (before last | after next)",
        beyond_next,
        Example("She left the week before last.", "the week before last", "2024-W39", "2024-09-23/2024-09-29"),
    ),
    Rule(
        "weekday-weeks-away",
        "(MANY | a) (units | unit) (ago | from) on? WD",
        weekday_weeks_away,
        Example("He died a week ago Tuesday.", "a week ago Tuesday", "2024-10-01", "2024-10-01"),
    ),
    Rule(
        "week-of",
        "the unit of DATE",
        week_of,
        Example("Polls close in the week of Oct. 21.", "the week of Oct. 21", "2024-W43", "2024-10-21/2024-10-27"),
    ),
    Rule(
        "year-end",
        "(last | this)? unit (poss | hyphen)? edge year4?",
        year_end,
        Example("A deal is due by year's end.", "year's end", "2024", "../2024-12"),
    ),
    Rule(
        "counted-offset",
        "NEARLY? (MANY hyphen? | a | the)? (more | half)? (units | unit) (and a half | or so)? (ago | earlier | "
        "later | before | hence | after | following | from now)",
        counted_offset,
        Example("He died two weeks ago.", "two weeks ago", "2024-09-28", "2024-09-28"),
    ),
    Rule(
        "named-unit",
        "PRE? the? (last | this past? | next | coming | that same? | same | following | previous | current) "
        "(school | fiscal | whole)? unit",
        named_unit,
        Example("Prices rose last month.", "last month", "2024-09", "2024-09"),
    ),
    Rule(
        "running-unit",
        "(SIDE the | later in the | earlier in the | the) fiscal? unit",
        running_unit,
        Example("Sales fell at the end of the year.", "the end of the year", "2024", "2024-12"),
    ),
)
