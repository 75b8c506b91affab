"""Weekdays, today and its neighbours: "Friday", "last Monday", "the first Monday in May"."""

from calendar import monthrange
from datetime import date
from typing import Final

from timeline.temporal.english.anchoring import direction, weekday_near
from timeline.temporal.english.names import is_in_a_name
from timeline.temporal.english.ranges import begun, opened_by
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, containing, day, move
from timeline.temporal.reading import Reading, dated, undated
from timeline.temporal.reference import Context

_WHICH: Final = "last | this | next | coming | past | the (following | previous | next | coming | same | past)"

MACROS: Final = {
    "DATE": (
        "WD comma? the? NUM of? MON (comma? year4)? "
        f"| ({_WHICH})? coming? WD (comma? MON (NUM | ordinal) (comma? year4)?)? "
        "| MON NUM (comma? year4)? | the? NUM of? MON (comma? year4)? "
        "| deictic | (the | that) (same | next | following | previous)? unit | iso"
    ),
}
"""DATE is a day, named in any way."""


def weekday(found: Match, context: Context) -> Reading | None:
    """Resolve a weekday by the clause's tense, or by the word before it."""
    number = found.number("wd")
    if not _is_weekday(found) or is_in_a_name(found):
        return None
    anchor = context.last.start if context.narrative and context.last else context.published
    if found.has("following") or (found.has("the") and found.has("next")):
        return dated(
            day(weekday_near(move(_told(context), Grain.DAY, 1), number, ahead=True)), "after the date told before"
        )
    if found.has("previous"):
        return dated(
            day(weekday_near(move(_told(context), Grain.DAY, -1), number, ahead=False)), "before the date told before"
        )
    if found.has("last") or found.has("past"):
        return dated(
            day(weekday_near(move(anchor, Grain.DAY, -1), number, ahead=False)), "the last such day before publication"
        )
    if found.has("next") or found.has("coming"):
        return dated(
            day(weekday_near(move(anchor, Grain.DAY, 1), number, ahead=True)), "the first such day after publication"
        )
    return _plain_weekday(found, context, anchor, number)


def _told(context: Context) -> date:
    return context.last.start if context.last else context.published


def _plain_weekday(found: Match, context: Context, anchor: date, number: int) -> Reading:
    opened = opened_by(found, context)
    if opened is not None:
        return dated(day(weekday_near(opened, number, ahead=True)), "the range ends on the first such day")
    start = begun(found, context, anchor, number=number, near=weekday_near, grain=Grain.DAY)
    if start is not None:
        return dated(day(start[0]), start[1])
    ahead, why = direction(found, context)
    ahead = found.has("this") if ahead is None else ahead
    chosen = day(weekday_near(anchor, number, ahead=ahead))
    other = day(weekday_near(anchor, number, ahead=not ahead))
    return dated(chosen, why, others=(other,) if other != chosen else ())


def _is_weekday(found: Match) -> bool:
    """Tell "Sat." and "Sun." from "sat" and "the sun"."""
    index = (found.span("wd") or (0, 0))[0]
    if len(found.tokens.words[index]) > 5:
        return True
    return found.has("month") or (
        found.tokens.classes[index + 1 : index + 2] == found.lexicon.codes["dot"]
        and found.tokens.is_capital(index)
        and index + 2 < len(found.tokens.words)
        and found.tokens.classes[index + 2] in (found.lexicon.codes["month"], found.lexicon.codes["part"])
    )


def deictic(found: Match, context: Context) -> Reading | None:
    """Resolve today, yesterday, tomorrow; in a text of history "today" is just the present."""
    offset = found.number("deictic")
    if (
        found.word(-1) == "usa"
        or found.word(0) == "'"
        or (found.word(-1) in ("'", '"') and found.word(0) in ("'", '"'))
        or _names_the_age(found)
        or is_in_a_name(found)
    ):
        return None
    anchor = context.published
    if context.narrative:
        if offset == 0:
            return undated("PRESENT_REF", "the present of whoever tells the history")
        anchor = context.reference
    return dated(day(move(anchor, Grain.DAY, offset)), "counted from publication")


def _names_the_age(found: Match) -> bool:
    """Tell the day from the age: "in today's world", "the people of tomorrow"."""
    if found.word(0) == "'s":
        return not _OF_THE_AGE.isdisjoint((found.word(1), found.word(2)))
    return found.word(-1) == "of" and found.word(-2) != "as" and found.number("deictic") >= 0


_OF_THE_AGE: Final = word_set(
    "world society societies youth children kids teenagers students parents women men culture technology computers "
    "economy standards generation generations environment climate marketplace consumers readers"
)


def weekday_of_week(found: Match, context: Context) -> Reading | None:
    """Resolve "Friday of last week", "Monday next week"."""
    week = containing(
        Grain.WEEK, move(context.published, Grain.WEEK, -1 if found.has("last") else 1 if found.has("next") else 0)
    )
    return dated(day(move(week.start, Grain.DAY, found.number("wd") - 1)), "the weekday of that week")


def weekday_beyond_next(found: Match, context: Context) -> Reading | None:
    """Resolve "the Monday after next", "the Friday before last"."""
    ahead = found.has("after") and found.has("next")
    if not (ahead or (found.has("before") and found.has("last"))) or _goes_on(found):
        return None
    step = 1 if ahead else -1
    near = weekday_near(move(context.reference, Grain.DAY, step), found.number("wd"), ahead=ahead)
    return dated(day(move(near, Grain.WEEK, step)), "a week beyond the one nearest to publication")


def _goes_on(found: Match) -> bool:
    """Say whether "next" or "last" belongs to the word after it: "the Monday after next week"."""
    named = {found.lexicon.codes[name] for name in ("unit", "weekend", "weekday", "month", "season", "part")}
    return found.tokens.classes[found.stop : found.stop + 1] in named


def beside_date(found: Match, context: Context) -> Reading | None:
    """Resolve "the Saturday after Thanksgiving", "the weekend before Easter": the nearest on that side."""
    ahead = found.has("after")
    joint = found.span("after" if ahead else "before") or (found.first, found.first)
    whole = context.part_of(found.tokens, (joint[1], found.stop), found.word(-1))
    if whole is None or whole.period is None or whole.period.grain is not Grain.DAY or whole.period.bc:
        return None
    step = 1 if ahead else -1
    beside = move(whole.period.start, Grain.DAY, step)
    if found.has("wd"):
        return dated(day(weekday_near(beside, found.number("wd"), ahead=ahead)), "counted from the day named beside it")
    edge = weekday_near(beside, _SATURDAY if ahead else _SUNDAY, ahead=ahead)
    return dated(containing(Grain.WEEKEND, edge), "counted from the day named beside it")


_SATURDAY: Final = 6
_SUNDAY: Final = 7


def weekday_of_date(found: Match, context: Context) -> Reading | None:
    """Resolve "Friday the 13th": the nearest such day that the clause allows."""
    number, of_month = found.number("wd"), found.number("nth")
    anchor = context.reference
    months = [move(anchor.replace(day=1), Grain.MONTH, step) for step in range(-14, 15)]
    days = [one.replace(day=of_month) for one in months if of_month <= monthrange(one.year, one.month)[1]]
    ahead, why = direction(found, context)
    fitting = [one for one in days if one.isoweekday() == number and _lies(one, anchor, ahead)]
    return dated(day(min(fitting, key=lambda one: abs(one - anchor))), why) if fitting else None


def _lies(moment: date, anchor: date, ahead: bool | None) -> bool:
    return ahead is None or (moment >= anchor if ahead else moment <= anchor)


def nth_weekday(found: Match, context: Context) -> Reading | None:
    """Resolve "the first Monday in May", "the last Friday of June 2025"."""
    nth = -1 if found.has("last") else found.number("ordinal")
    anchor = context.reference
    years = [found.number("year4")] if found.has("year4") else [anchor.year - 1, anchor.year, anchor.year + 1]
    days = [_nth_of_month(year, found.number("mon"), found.number("wd"), nth) for year in years if 1 <= year <= 9999]
    ahead, why = direction(found, context)
    fitting = [one for one in days if _lies(one, anchor, ahead)] or days
    return dated(day(min(fitting, key=lambda one: abs(one - anchor))), why)


def _nth_of_month(year: int, month: int, number: int, nth: int) -> date:
    """Return the nth weekday of a month, the last if `nth` is -1; raises ValueError if there is none."""
    days = [date(year, month, one) for one in range(1, monthrange(year, month)[1] + 1)]
    matching = [one for one in days if one.isoweekday() == number]
    if nth > len(matching):
        raise ValueError(f"month {month} of {year} has no weekday {number} for the {nth}th time")
    return matching[nth - 1 if nth > 0 else -1]


RULES: Final = (
    Rule(
        "nth-weekday",
        "the? (ordinal | last) WD (in | of) MON (comma? year4)?",
        nth_weekday,
        Example(
            "Voters go to the polls on the last Sunday of May 2025.",
            "the last Sunday of May 2025",
            "2025-05-25",
            "2025-05-25",
        ),
    ),
    Rule(
        "weekday-of-date",
        "WD comma? the nth",
        weekday_of_date,
        Example("It sank on Friday the 13th.", "Friday the 13th", "2024-09-13", "2024-09-13"),
    ),
    Rule(
        "weekday-beyond-next",
        "the WD (after next | before last)",
        weekday_beyond_next,
        Example("They meet the Monday after next.", "the Monday after next", "2024-10-21", "2024-10-21"),
    ),
    Rule(
        "beside-date",
        "the (WD | weekend) (before | after) (NAME (comma? year4)? | (MON NUM | the? NUM of? MON) (comma? year4)?)",
        beside_date,
        Example(
            "They will meet on the Saturday after Thanksgiving.",
            "the Saturday after Thanksgiving",
            "2024-11-30",
            "2024-11-30",
        ),
    ),
    Rule(
        "weekday-of-week",
        "WD of? (last | this | next) unit",
        weekday_of_week,
        Example("She left on Friday of last week.", "Friday of last week", "2024-10-04", "2024-10-04"),
    ),
    Rule(
        "weekday",
        "(last | this past? coming? | next | coming | past | the (following | previous | next | coming | past))? WD",
        weekday,
        Example("They met on Friday.", "Friday", "2024-10-11", "2024-10-11"),
    ),
    Rule(
        "today",
        "deictic",
        deictic,
        Example("The court ruled yesterday.", "yesterday", "2024-10-11", "2024-10-11"),
    ),
)
