"""Weeks, months and years named from here: "last week", "earlier this year", "the end of the quarter"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import edge_of, month_near
from timeline.temporal.english.quantity import GRAINS, duration
from timeline.temporal.english.stretches import tied
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, shift
from timeline.temporal.reading import Reading, dated, undated
from timeline.temporal.reference import Context

MACROS: Final = {
    "SIDE": "the? edge of | the (early | latter) piece of | the (ordinal | last | latter) half of",
    "PRE": "(SIDE | early hyphen? | early in | later | earlier | later in | earlier in | later on)",
}


def named_unit(found: Match, context: Context) -> Reading | None:
    """Resolve "last week", "this year", "the next month", "that day", "the previous year"."""
    unit = found.name("unit")
    grain = GRAINS.get(unit)
    if grain is None:
        return None
    if found.has("next") and found.word(0) == "or" and found.word(1) in ("two", "so"):
        return undated(duration(None, unit), "a length of time", kind=TimexType.DURATION)
    stretch = found.has("next") and (found.word(-1) == "for" or _is_so_long(found, context, grain))
    if found.has("the") and (stretch or (found.has("last") and found.word(0) == "of")):
        return undated(duration(1, unit), "a length of time", kind=TimexType.DURATION)
    told = _is_told(found)
    if grain is Grain.QUARTER and told and context.basis and context.basis.period:
        return context.basis
    base = base_told(context, grain) if told or context.narrative else containing(grain, context.published)
    step = _step(found)
    period = shift(base, step)
    mod = edge_of(found)
    why = "counted from the date told before" if told else "counted from publication"
    if found.has("edge") and grain is Grain.YEAR and mod == "END":
        return dated(period, why, mod=mod)._replace(edtf=f"{period.start.year:04}-12")
    return dated(period, why, mod=mod, approximate=mod is not None and grain is not Grain.DAY)


def _is_so_long(found: Match, context: Context, grain: Grain) -> bool:
    """Say whether the words tell how long: "over the next year", and in the news "the next decade"."""
    if context.narrative or edge_of(found):
        return False
    return found.word(-1) in ("over", "within", "throughout") or grain in (Grain.DECADE, Grain.CENTURY)


def _is_told(found: Match) -> bool:
    if found.has_any(("that", "same", "following", "previous")):
        return True
    following = found.span("next")
    return following is not None and following[0] > found.first and found.tokens.words[following[0] - 1] == "the"


def base_told(context: Context, grain: Grain) -> Period:
    """Return the period of that size that holds the date told last, or publication."""
    last = context.last if grain is Grain.YEAR else context.thread
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
    if grain is None or _names_another(found):
        return None
    if grain is Grain.DAY and not context.narrative:
        return _running_day(found, context)
    mod = edge_of(found)
    if grain is Grain.YEAR and found.word(0) in ("ended", "ending", "to") and not found.has("edge"):
        context.basis = undated("P1Y", "a year that ends on the date beside it", kind=TimexType.DURATION)
        return tied(found, context, context.basis, count=1, unit="Y")
    if grain is Grain.QUARTER:
        period = _running_quarter(found, context)
        context.basis = dated(period)
    elif grain is Grain.WEEK and (ended := _week_ended(found, context)) is not None:
        period = ended
    elif context.narrative and context.last:
        period = containing(grain, context.last.start, bc=context.last.bc)
    else:
        period = containing(grain, context.published)
    read = dated(period, "the one that is being told of", mod=mod, approximate=mod is not None)
    if grain is Grain.YEAR and mod == "END":
        return read._replace(edtf=f"{period.start.year:04}-12")
    return read


def _names_another(found: Match) -> bool:
    """Say whether the words name another time by it: "the year after", "the turn of the century"."""
    is_turn = found.word(-1) == "of" and found.word(-2) == "turn"
    return is_turn or found.word(0) in ("after", "before") or found.is_joined_to_next()


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


def _week_ended(found: Match, context: Context) -> Period | None:
    """Return the week of "the week ended Oct. 27", "the week ending Friday"."""
    named = _named_after_ended(found, "month", "monabbr", "weekday")
    for stop in range(named + 4, named, -1) if named else ():
        read = context.part(found.tokens, named, stop)
        if read is not None and read.period is not None and read.period.grain is Grain.DAY:
            return containing(Grain.WEEK, read.period.start)
    return None


def _named_after_ended(found: Match, *classes: str) -> int:
    """Return the token after "ended" or "ending" if it is of one of the classes, else 0."""
    index = found.stop + 1
    if found.word(0) not in ("ended", "ending") or index >= len(found.tokens.words):
        return 0
    return index if found.tokens.classes[index] in [found.lexicon.codes[name] for name in classes] else 0


def _quarter_ended(found: Match, context: Context) -> Period | None:
    """Return the quarter of "the quarter ended Sept. 30"."""
    index = _named_after_ended(found, "month", "monabbr")
    number = found.lexicon.value(found.tokens.words[index]) if index else None
    if not isinstance(number, int):
        return None
    return containing(Grain.QUARTER, month_near(context.reference, number, ahead=found.word(0) == "ending").start)


def week_of(found: Match, context: Context) -> Reading | None:
    """Resolve "the week of Oct. 7", "the weekend of Oct. 5-6"."""
    whole = context.part_of(found.tokens, (found.first + 3, found.stop), "of")
    if whole is None or whole.period is None or whole.period.grain is not Grain.DAY:
        return None
    if found.has("weekend"):
        return dated(containing(Grain.WEEKEND, whole.period.start), "the weekend of the days named")
    if found.name("unit") != "W":
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


RULES: Final = (
    Rule(
        "week-of",
        "the (unit | weekend) of (MON NUM hyphen NUM | DATE)",
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
        "named-unit",
        "PRE? the? (last | this past? | next | coming | that same? | same | following | previous | current) "
        "(school | fiscal | whole)? unit",
        named_unit,
        Example("Prices rose last month.", "last month", "2024-09", "2024-09"),
    ),
    Rule(
        "running-unit",
        "(SIDE the | early in the | later in the | earlier in the | the) (fiscal | whole)? unit",
        running_unit,
        Example("Sales fell at the end of the year.", "the end of the year", "2024", "2024-12"),
    ),
)
