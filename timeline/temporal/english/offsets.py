"""Times counted from another: "two weeks ago", "a year earlier", "two days before Christmas", "a week ago Tuesday"."""

from datetime import date
from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import weekday_near
from timeline.temporal.english.quantity import GRAINS, Amount, amount, duration
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, edtf, move, shift, timex
from timeline.temporal.reading import Reading, dated, roughly, undated
from timeline.temporal.reference import Context
from timeline.text.tense import Tense


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
    if found.has("the") and grain in (Grain.WEEK, Grain.MONTH):
        return _beside_day(whole.period.start, grain, -1 if found.has("before") else 1)
    count = int(quantity.number) * (-1 if found.has("before") else 1)
    return _away(whole.period, grain, count, "counted from the day named beside it")


def _beside_day(moment: date, grain: Grain, step: int) -> Reading:
    """Return the week or month that ends the day before the day, or begins the day after it."""
    near, far = move(moment, Grain.DAY, step), move(moment, grain, step)
    first, last = (far, near) if step < 0 else (near, far)
    middle = first + (last - first) / 2
    read = dated(containing(grain, middle), "the days right beside the day named")
    return read._replace(edtf=f"{first.isoformat()}/{last.isoformat()}")


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
    base = _offset_base(context, grain, found.start, from_now=from_now, backwards=backwards)
    if grain is Grain.YEAR and count == -1 and not context.narrative and context.basis:
        return _year_before(context, context.basis)
    why = "counted from publication" if from_now or not context.told else "counted from the date told before"
    read = _away(base, grain, int(count) * (2 if unit == "2W" else 1), why)
    if not (from_now or backwards) and _is_yet_to_come(read, found, context):
        return undated(_UNDATED[grain], "the clause is past, so it counts from something undated")
    return read._replace(edtf=roughly(read.edtf)) if quantity.approximate or found.has("nearly") else read


def _is_yet_to_come(read: Reading, found: Match, context: Context) -> bool:
    """Say whether what a clause in the past tells of would lie after publication."""
    if context.narrative or read.period is None or read.period.start <= context.published:
        return False
    return context.clause(found.start, found.end).tense is Tense.PAST


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
        return undated(_UNDATED[grain], "counted from something undated")
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
_UNDATED: Final = {
    grain: "XXXX-XX-XX" if grain in _SHORT else "XXXX" if grain is Grain.YEAR else "XXXX-XX" for grain in Grain
}
"""Values of what is counted from something undated."""


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


def _offset_base(context: Context, grain: Grain, start: int, *, from_now: bool, backwards: bool) -> Period | None:
    """Return the period that an offset is counted from, or None if the text dates nothing that it may mean."""
    if from_now and not context.narrative:
        return Period(Grain.DAY, context.published)
    if context.narrative:
        passing = context.mentioned_within(start, _NEAR) if grain is Grain.YEAR else None
        return passing or context.last or Period(Grain.DAY, context.published)
    near = context.last_within(start, _FAR)
    if near and (grain in (Grain.YEAR, Grain.MONTH) or near.grain is Grain.DAY):
        return near
    return Period(Grain.DAY, context.published) if grain is Grain.YEAR and backwards else None


_NEAR: Final = 120
_FAR: Final = 400
"""Characters; how far back the date may stand that an offset counts from: in passing, and told."""


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
        "counted-offset",
        "NEARLY? (MANY hyphen? | a | the)? (more | half)? (units | unit) (and a half | or so)? (ago | earlier | "
        "later | before | hence | after | following | from now)",
        counted_offset,
        Example("He died two weeks ago.", "two weeks ago", "2024-09-28", "2024-09-28"),
    ),
)
