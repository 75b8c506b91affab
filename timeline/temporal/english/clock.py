"""Clock times: "9 a.m. EST Tuesday", "14:30 local time on Tuesday", "noon"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import weekday_near
from timeline.temporal.english.ranges import opened_by
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, day, edtf, timex
from timeline.temporal.reading import Reading
from timeline.temporal.reference import Context

MACROS: Final = {
    "HOUR": (
        "clock ampm? | decimal (ampm | zone) | day ampm | day oclock | number oclock | number ampm | noon "
        "| (int | year4) (zone | local time) "
        "| (day | number) (in the | at | this) part"
    ),
    "TZ": "open? (zone (standard? time)? | (local | word standard?) time) close?",
}


def clock_time(found: Match, context: Context) -> Reading | None:
    """Resolve a clock time on the day written beside it, else the day told last, else publication."""
    written = _clock(found)
    if written is None:
        return None
    on, alternatives = _day(found, context)
    if on is None:
        return None
    stamp = f"{timex(on)}T{written}"
    calendar = edtf(on)
    exact = f"{calendar}T{written}:00" if calendar and not written.startswith("24") else calendar
    return Reading(
        TimexType.TIME, stamp, edtf=exact, period=on, alternatives=alternatives, reasons=("a clock time as written",)
    )


def _day(found: Match, context: Context) -> tuple[Period | None, tuple[str, ...]]:
    span = found.span("date")
    if found.has("this") and not span:
        return day(context.published), ()
    if span:
        whole = context.part_of(found.tokens, span, found.word(-1))
        if whole is None or whole.period is None or whole.period.grain is not Grain.DAY:
            return None, ()
        opened = opened_by(found, context) if found.has("wd") and len(found.words("date")) == 1 else None
        if opened is not None:
            return day(weekday_near(opened, whole.period.start.isoweekday(), ahead=True)), ()
        return whole.period, whole.alternatives
    told = context.day_told(found.start, found.end)
    return told or day(context.reference), ()


def _clock(found: Match) -> str | None:
    if found.has("noon"):
        return found.name("noon")
    written = found.words("hour")[0]
    if written.startswith("'"):
        return None
    if written.isdigit() and not (found.has("ampm") or found.has("oclock") or found.has("part")):
        return _four_digits(written)
    if found.has("clock") or found.has("decimal"):
        written_hour, minute = (int(part) for part in written.replace(".", ":").split(":")[:2])
        if found.has("decimal") and len(written.partition(".")[2]) != 2:
            return None
    else:
        written_hour, minute = _hour(found), 0
    hour = _hour_of_24(found, written_hour)
    return f"{hour:02}:{minute:02}" if hour is not None and hour < 24 and minute < 60 else None


def _hour_of_24(found: Match, hour: int) -> int | None:
    """Return the hour by "a.m.", "p.m." or the part of day beside it, else as written if it is a time at all."""
    if (found.has("clock") or found.has("decimal")) and not (found.has("ampm") or found.has("part")):
        return hour if _stands_alone(found) else None
    if not 1 <= hour <= 12:
        return hour if found.has("clock") and not found.has("ampm") else None
    if found.has("ampm"):
        return hour % 12 + found.number("ampm")
    if found.has("part"):
        return _hour_of_part(hour, found.name("part")) if _is_spoken_hour(found) else None
    return hour


def _is_spoken_hour(found: Match) -> bool:
    return found.has("oclock") or found.has("clock") or found.has("some") or found.word(-1) in _BEFORE_AN_HOUR


def _hour_of_part(hour: int, part: str) -> int:
    """Return the hour of "nine in the morning", "three in the afternoon", "ten at night", "two at night"."""
    if part == "MO":
        return hour % 12
    return hour % 12 + (0 if part == "NI" and hour in _AFTER_MIDNIGHT else 12)


_AFTER_MIDNIGHT: Final = (12, 1, 2, 3, 4, 5)
_BEFORE_AN_HOUR: Final = ("at", "by", "until", "from", "to", "around", "about", "before", "after", "since", "till")


def _four_digits(written: str) -> str | None:
    """Read "0900"."""
    hour, minute = divmod(int(written), 100)
    return f"{hour:02}:{minute:02}" if len(written) == 4 and hour < 24 and minute < 60 else None


def _hour(found: Match) -> int:
    return found.number("day") if found.has("day") else found.number("number")


def _stands_alone(found: Match) -> bool:
    """Tell a clock time from a score, a verse or a race result."""
    return found.has("zone") or found.has("date") or found.word(-1) in _BEFORE_AN_HOUR


RULES: Final = (
    Rule(
        "clock-on-date",
        "SOME? HOUR TZ? ((in the | at) part)? (open HOUR TZ? close)? (comma? on? DATE part?)?",
        clock_time,
        Example(
            "It struck at 14:30 local time on Tuesday.",
            "14:30 local time on Tuesday",
            "2024-10-08T14:30",
            "2024-10-08T14:30:00",
        ),
    ),
    Rule(
        "date-at-clock",
        "DATE part? comma? at? SOME? HOUR TZ?",
        clock_time,
        Example("The vote is Monday at 9 a.m.", "Monday at 9 a.m.", "2024-10-14T09:00", "2024-10-14T09:00:00"),
    ),
)
