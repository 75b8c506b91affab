"""Parts of days: "Friday morning", "last night", "early Tuesday", "at dawn", "overnight"."""

from datetime import date
from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.names import is_in_a_name
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, day, edtf, move, timex
from timeline.temporal.reading import Reading, undated
from timeline.temporal.reference import Context


def tonight(found: Match, context: Context) -> Reading | None:
    """Resolve tonight, and overnight, which began the evening before."""
    offset = found.number("tonight")
    return _part_of(day(move(context.reference, Grain.DAY, offset)), "NI", "counted from publication")


def _part_of(period: Period, part: str, *reasons: str, mod: str | None = None) -> Reading:
    letters = {"DA": "MO", "DU": "EV", "EVE": "EV"}.get(part, part)
    return Reading(
        TimexType.TIME, f"{timex(period)}T{letters}", mod=mod, edtf=edtf(period), period=period, reasons=reasons
    )


def part_of_date(found: Match, context: Context) -> Reading | None:
    """Resolve a part of a named day: "Friday morning", "the evening of May 3"."""
    whole = None if is_in_a_name(found) else context.part_of(found.tokens, found.span("date"), found.word(-1))
    if whole is None or whole.period is None or whole.period.grain is not Grain.DAY:
        return None
    mod = found.name("early") if found.has("early") else None
    if found.has("tonight"):
        return _overnight(found, whole)
    if not found.has("part"):
        return Reading(
            whole.type,
            whole.value,
            mod=mod,
            edtf=whole.edtf,
            period=whole.period,
            alternatives=whole.alternatives,
            reasons=whole.reasons,
        )
    read = _part_of(whole.period, found.name("part"), *whole.reasons, mod=mod)
    return read._replace(alternatives=whole.alternatives)


def _overnight(found: Match, whole: Reading) -> Reading | None:
    """Resolve "overnight Thursday": the night that begins on that day."""
    if found.words("tonight") != ["overnight"] or whole.period is None:
        return None
    return _part_of(whole.period, "NI", *whole.reasons)._replace(alternatives=whole.alternatives)


def part_of_day(found: Match, context: Context) -> Reading | None:
    """Resolve "this morning", "last night", "the next evening", "that afternoon", "the morning"."""
    part = found.name("part")
    if part == "EVE":
        return None
    anchor = _day_told(found, context)
    if found.has("last") or found.has("past"):
        return _part_of(
            _era_day(context, move(context.reference, Grain.DAY, -1)), part, "the night or evening before publication"
        )
    if found.has("this"):
        return _part_of(_era_day(context, context.reference), part, "the day of publication")
    if found.has("next") or found.has("following"):
        return _part_of(_era_day(context, move(anchor, Grain.DAY, 1)), part, "the day after the one told before")
    if found.has("previous"):
        return _part_of(_era_day(context, move(anchor, Grain.DAY, -1)), part, "the day before the one told before")
    if found.has("that") or found.has("same"):
        return _part_of(_era_day(context, anchor), part, "the day told before")
    if found.word(0) in _DEALINGS or found.word(-1) not in (
        "in",
        "during",
        "by",
        "until",
        "of",
        "before",
        "after",
        "late",
        "early",
        "on",
        "at",
        "throughout",
        "since",
    ):
        return None
    return _part_of(_era_day(context, anchor), part, "the day told before")


_DEALINGS: Final = ("trading", "trade", "deals", "dealings")


def _day_told(found: Match, context: Context) -> date:
    """Return the day that "the evening" and "that morning" are of."""
    if context.narrative:
        return context.reference
    named = found.has_any(("that", "same", "following", "previous", "next"))
    told = context.day_told(found.start, found.end, named=named)
    return told.start if told else context.reference


def at_night(found: Match, context: Context) -> Reading | None:
    """Resolve "at night", and in a text of history the night of "night raids": any night."""
    if found.name("part") != "NI":
        return None
    raid = context.narrative and found.word(0) not in ("of", "on") and found.word(-1) not in ("the", "a", "one")
    if found.word(-1) != "at" and not raid:
        return None
    return undated("XXXX-XX-XXTNI", "any night", kind=TimexType.TIME)


def hour_of_light(found: Match, context: Context) -> Reading | None:
    """Resolve "at dawn", "before sunset", "by nightfall", of the day told before."""
    if found.words("part")[0] not in _HOURS_OF_LIGHT or found.word(-1) not in _AT_AN_HOUR:
        return None
    return _part_of(day(_day_told(found, context)), found.name("part"), "the day told before")


_HOURS_OF_LIGHT: Final = ("dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall")
_AT_AN_HOUR: Final = ("at", "before", "by", "until", "since", "after", "around", "from")


def _era_day(context: Context, moment: date) -> Period:
    """Return the day, before Christ where the story is."""
    return Period(Grain.DAY, moment, bool(context.narrative and context.last and context.last.bc))


def modified_day(found: Match, context: Context) -> Reading | None:
    """Resolve "early Tuesday", "earlier today", "later Friday"."""
    return part_of_date(found, context)


RULES: Final = (
    Rule(
        "part-of-date",
        "((early | later | earlier) on?)? DATE (hyphen | at)? part | tonight DATE | DATE tonight",
        part_of_date,
        Example("Police came on Friday morning.", "Friday morning", "2024-10-11TMO", "2024-10-11"),
    ),
    Rule(
        "part-of-date-inverted",
        "early? (the early?)? part units? (of | on | comma)? DATE",
        part_of_date,
        Example("It burned on the night of Oct. 3.", "the night of Oct. 3", "2024-10-03TNI", "2024-10-03"),
    ),
    Rule(
        "part-of-day",
        "(early | later | earlier)? (this | last | past | that same? | the (next | following | previous | same)? "
        "| next | following | same) early? part | early hyphen? part",
        part_of_day,
        Example("The fire broke out last night.", "last night", "2024-10-11TNI", "2024-10-11"),
    ),
    Rule(
        "hour-of-light",
        "part",
        hour_of_light,
        Example("The soldiers left at dawn.", "dawn", "2024-10-12TMO", "2024-10-12"),
    ),
    Rule(
        "at-night",
        "part",
        at_night,
        Example("The wolves come at night.", "night", "XXXX-XX-XXTNI"),
    ),
    Rule(
        "modified-day",
        "(early hyphen? | later | earlier) on? DATE",
        modified_day,
        Example("He resigned late Thursday.", "late Thursday", "2024-10-10", "2024-10-10"),
    ),
    Rule(
        "tonight",
        "tonight",
        tonight,
        Example("The match is tonight.", "tonight", "2024-10-12TNI", "2024-10-12"),
    ),
)
