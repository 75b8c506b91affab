"""Weeks, months, seasons and years counted from here: "last week", "earlier this year", "two weeks ago"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import season_near
from timeline.temporal.english.quantity import GRAINS, amount, duration
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, edtf, move, shift, timex
from timeline.temporal.reading import Reading, dated, undated
from timeline.temporal.reference import Context

MACROS: Final = {
    "PRE": "(the edge of | early hyphen? | early in | later | earlier | later in | earlier in | later on)",
}


def named_unit(found: Match, context: Context) -> Reading | None:
    """Resolve "last week", "this year", "the next month", "that day", "the previous year"."""
    unit = found.name("unit")
    grain = GRAINS.get(unit)
    if grain is None:
        return None
    told = _is_told(found)
    if grain is Grain.QUARTER and told and context.basis and context.basis.period:
        return context.basis
    base = _base(context, grain) if told or context.narrative else containing(grain, context.published)
    step = _step(found)
    period = shift(base, step)
    mod = _mod(found)
    rough = found.has("early") or found.has("edge")
    why = "counted from the date told before" if told else "counted from publication"
    if found.has("edge") and grain is Grain.YEAR and mod == "END":
        return dated(period, why, mod=mod)._replace(edtf=f"{period.start.year:04}-12")
    return dated(period, why, mod=mod, approximate=rough and grain is not Grain.DAY)


def _is_told(found: Match) -> bool:
    words = ("that", "same", "following", "previous")
    return any(found.has(word) for word in words) or (found.has("the") and found.has("next"))


def _base(context: Context, grain: Grain) -> Period:
    last = context.last
    if last is None:
        return containing(grain, context.published)
    return containing(grain, last.start, bc=last.bc)


def _step(found: Match) -> int:
    if found.has("last") or found.has("past") or found.has("previous"):
        return -1
    return 1 if found.has("next") or found.has("coming") or found.has("following") else 0


def _mod(found: Match) -> str | None:
    for name in ("early", "edge"):
        if found.has(name):
            return found.name(name)
    return None


def running_unit(found: Match, context: Context) -> Reading | None:
    """Resolve "the year", "the quarter", "the week": the one told last, or the one that publication falls in."""
    unit = found.name("unit")
    grain = GRAINS.get(unit)
    if grain is None or grain is Grain.DAY and not context.narrative:
        return None
    mod = _mod(found)
    if grain is Grain.YEAR and found.word(0) in ("ended", "ending"):
        context.basis = undated("P1Y", "a year that ends on the date beside it", kind=TimexType.DURATION)
        return context.basis
    if grain is Grain.QUARTER:
        period = (context.basis.period if context.basis else None) or shift(containing(grain, context.published), -1)
    elif context.narrative and context.last:
        period = containing(grain, context.last.start, bc=context.last.bc)
    else:
        period = containing(grain, context.published)
    if grain is Grain.QUARTER:
        context.basis = dated(period)
    read = dated(period, "the one that is being told of", mod=mod, approximate=mod is not None)
    if grain is Grain.YEAR and mod == "END":
        return read._replace(edtf=f"{period.start.year:04}-12")
    return read


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
    unit = found.name("units") if found.has("units") else found.name("unit")
    grain = GRAINS.get(unit)
    quantity = amount(found.words("many"))
    if found.has("units") and not found.has("many"):
        quantity = quantity._replace(count=None)
    if _is_no_offset(found, context):
        return None
    direction = -1 if found.has("ago") or found.has("earlier") or found.has("before") else 1
    from_now = found.has("ago") or found.has("hence") or found.has("now")
    if quantity.count is None:
        return undated("PAST_REF" if direction < 0 else "FUTURE_REF", "a vague number of units away")
    if grain is None or quantity.count != int(quantity.count):
        return _hours_away(found, context, unit, quantity.count, direction, from_now)
    count = int(quantity.count) * (2 if unit == "2W" else 1)
    base = _offset_base(context, grain, from_now, found.start)
    rough = quantity.approximate or found.has("nearly")
    why = "counted from publication" if from_now or not context.told else "counted from the date told before"
    if grain in (Grain.DAY, Grain.WEEK):
        if base.grain not in (Grain.DAY, Grain.WEEK):
            return undated("PAST_REF" if direction < 0 else "FUTURE_REF", "the date told before is too coarse")
        return dated(Period(Grain.DAY, move(base.start, grain, direction * count), base.bc), why, approximate=rough)
    if grain is Grain.YEAR and not context.narrative and direction < 0 and count == 1 and (basis := context.basis):
        if basis.period:
            compared = Period(basis.period.grain, move(basis.period.start, Grain.YEAR, -1))
            return dated(compared, "a year before the quarter that figures were given for", approximate=rough)._replace(
                told=False
            )
        base = Period(Grain.DAY, context.published)
    return dated(containing(grain, move(base.start, grain, direction * count), bc=base.bc), why, approximate=rough)


def _is_no_offset(found: Match, context: Context) -> bool:
    """Say whether the words only say how long ("two days after the vote" in a news story, "the day before it")."""
    fixed = found.has("ago") or found.has("earlier") or found.has("later") or found.has("now") or found.has("hence")
    counted = found.has("many") or found.has("a") or found.has("units") or (found.has("the") and not fixed)
    if not counted:
        return True
    ends = found.word(0)[:1] in ("", ",", ".", ";", ":", ")", "'", '"', "-", "—", "?", "!")
    return not fixed and not ends and not context.narrative


def _offset_base(context: Context, grain: Grain, from_now: bool, start: int) -> Period:
    if from_now and not context.narrative:
        return Period(Grain.DAY, context.published)
    if context.narrative:
        return context.last or Period(Grain.DAY, context.published)
    near = context.last_within(start, 250)
    if near and (grain in (Grain.YEAR, Grain.MONTH) or near.grain is Grain.DAY):
        return near
    return Period(Grain.DAY, context.published)


def _hours_away(
    found: Match, context: Context, unit: str, count: float, direction: int, from_now: bool
) -> Reading | None:
    if not unit.startswith("T"):
        grain = GRAINS[unit]
        return dated(
            containing(grain, move(context.reference, grain, direction * round(count))),
            "counted in halves, rounded",
            approximate=True,
        )
    day = Period(Grain.DAY, context.reference)
    if from_now:
        return Reading(
            TimexType.TIME, f"{timex(day)}TXX", edtf=edtf(day), period=day, reasons=("hours away from publication",)
        )
    return undated(duration(count, unit), "hours away from what was told before", kind=TimexType.DURATION)


def named_season(found: Match, context: Context) -> Reading | None:
    """Resolve a season, by its year, by the word before it, or by tense."""
    name = found.name("season")
    if not _is_season(found):
        return None
    mod = _mod(found)
    rough = mod is not None
    if found.has("year4"):
        start_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
        base = containing(Grain.YEAR, context.published.replace(year=found.number("year4"), day=1))
        bc = found.value("era") is True
        if bc:
            return undated(f"BC{found.number('year4'):04}-{name}", "season and year are written", mod=mod)
        return dated(
            Period(Grain.SEASON, base.start.replace(month=start_month)),
            "season and year are written",
            mod=mod,
            approximate=rough,
        )
    if found.has("that") or found.has("same") or found.has("following") or (context.narrative and context.last):
        base_day = _base(context, Grain.YEAR).start
        period = Period(
            Grain.SEASON,
            base_day.replace(month={"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]),
            bool(context.last and context.last.bc),
        )
        step = (
            1
            if found.has("following") or found.has("next")
            else -1
            if found.has("previous") or found.has("last")
            else 0
        )
        return dated(
            Period(Grain.SEASON, move(period.start, Grain.YEAR, step), period.bc),
            "the year is that of the date told before",
            mod=mod,
            approximate=rough,
        )
    ahead = (
        found.has("next")
        or found.has("coming")
        or (not found.has("last") and not found.has("past") and context.looks_ahead(found.start, found.end))
    )
    anchor = move(context.published, Grain.MONTH, 3) if found.has("next") else context.published
    period = season_near(anchor, name, ahead=ahead)
    if found.has("last") and shift(period, 1).start > context.published:
        period = Period(Grain.SEASON, move(period.start, Grain.YEAR, -1))
    if found.has("this") and not found.has("past"):
        period = _season_of_this_year(context, name)
    return dated(period, "the season nearest to publication that fits the clause", mod=mod, approximate=rough)


def _season_of_this_year(context: Context, name: str) -> Period:
    if name == "WI":
        return season_near(context.published, name, ahead=context.published.month > 3)
    return Period(Grain.SEASON, context.published.replace(month={"SP": 3, "SU": 6, "FA": 9}[name], day=1))


def _is_season(found: Match) -> bool:
    """Tell seasons from the verbs "fall" and "spring" and from names such as "Winter Olympics"."""
    word = found.words("season")[0]
    if any(
        found.has(name)
        for name in (
            "last",
            "this",
            "next",
            "that",
            "year4",
            "early",
            "edge",
            "coming",
            "following",
            "previous",
            "past",
            "same",
        )
    ):
        return True
    raw = found.tokens.text[found.tokens.starts[(found.span("season") or (0, 0))[0]]]
    before = found.word(-1)
    if word in ("fall", "spring"):
        return (
            found.has("the")
            and before in ("in", "by", "during", "until", "since", "of", "through")
            or before in ("in", "by", "since", "until")
            and word == "spring"
        )
    if raw.isupper() and found.word(0)[:1].isalpha() and found.tokens.text[found.end + 1 : found.end + 2].isupper():
        return False
    if word in ("summer", "winter", "autumn"):
        return True
    return found.has("the") or before in (
        "in",
        "by",
        "during",
        "until",
        "since",
        "of",
        "through",
        "for",
        "and",
        "to",
        "or",
        "harsh",
        "every",
    )


def weekend(found: Match, context: Context) -> Reading | None:
    """Resolve "the weekend", "last weekend", "this weekend"."""
    base = containing(Grain.WEEKEND, context.reference)
    if found.has("last") or found.has("past"):
        period = (
            base if base.start < context.reference and (context.reference - base.start).days > 1 else shift(base, -1)
        )
    elif found.has("next") or found.has("coming"):
        period = shift(base, 1) if found.has("next") else base
    else:
        ahead = context.looks_ahead(found.start, found.end) or found.has("this")
        period = base if ahead or base.start <= context.reference else shift(base, -1)
    return dated(period, "the weekend that fits the clause")


RULES: Final = (
    Rule(
        "weekend",
        "PRE? (this past? coming? | last | past | next | coming | that same? | the (past | coming | following | last | next | previous)?) weekend",
        weekend,
        Example("Thousands marched last weekend.", "last weekend", "2024-W40-WE", "2024-10-05/2024-10-06"),
    ),
    Rule(
        "season",
        "PRE? (the? (this past? coming? | last | past | next | coming | that same? | same | following | previous | the)? )? early? hyphen? season (hyphen? of? (year4 era? | YEARNUM))?",
        named_season,
        Example("The bridge opens in spring 2026.", "spring 2026", "2026-SP", "2026-21"),
    ),
    Rule(
        "year-end",
        "(last | this)? unit (poss | hyphen)? edge year4?",
        year_end,
        Example("A deal is due by year's end.", "year's end", "2024", "../2024-12"),
    ),
    Rule(
        "counted-offset",
        "NEARLY? (MANY hyphen? | a | the)? (more | half)? (units | unit) (and a half | or so)? (ago | earlier | later | before | hence | after | following | from now)",
        counted_offset,
        Example("He died two weeks ago.", "two weeks ago", "2024-09-28", "2024-09-28"),
    ),
    Rule(
        "named-unit",
        "PRE? the? (last | this past? | next | coming | that same? | same | following | previous | current) (school | fiscal | whole)? unit",
        named_unit,
        Example("Prices rose last month.", "last month", "2024-09", "2024-09"),
    ),
    Rule(
        "running-unit",
        "(the edge of the | later in the | earlier in the | the) fiscal? unit",
        running_unit,
        Example("Sales fell at the end of the year.", "the end of the year", "2024", "2024-12"),
    ),
)
