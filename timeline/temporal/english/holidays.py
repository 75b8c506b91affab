"""Days with a name: Christmas Eve, Good Friday, Labor Day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from timeline.temporal.english.days import day_number
from timeline.temporal.english.names import is_in_a_name
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, containing, day, move
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context
from timeline.text.tense import Tense

Finder = Callable[[int], date]


def _fixed(month: int, number: int) -> Finder:
    return lambda year: date(year, month, number)


def _nth(month: int, weekday: int, nth: int) -> Finder:
    """Find the nth weekday (Monday is 1) of a month."""

    def find(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))

    return find


def _last(month: int, weekday: int) -> Finder:
    def find(year: int) -> date:
        last = date(year, month, 31)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)

    return find


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, remainder = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * remainder + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, number = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, number + 1)


def _easter(offset: int) -> Finder:
    return lambda year: easter(year) + timedelta(days=offset)


def _election(year: int) -> date:
    return _nth(11, 1, 1)(year) + timedelta(days=1)


HOLIDAYS: Final[dict[str, Finder]] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "new year 's day": _fixed(1, 1), "new year 's eve": _fixed(12, 31), "new year 's": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "new years day": _fixed(1, 1), "new years eve": _fixed(12, 31),
    "thanksgiving": _nth(11, 4, 4), "thanksgiving day": _nth(11, 4, 4), "easter": _easter(0),
    "easter sunday": _easter(0),
    "easter monday": _easter(1), "good friday": _easter(-2), "palm sunday": _easter(-7), "ash wednesday": _easter(-46),
    "halloween": _fixed(10, 31), "labor day": _nth(9, 1, 1), "memorial day": _last(5, 1),
    "independence day": _fixed(7, 4),
    "veterans day": _fixed(11, 11), "armistice day": _fixed(11, 11), "columbus day": _nth(10, 1, 2),
    "presidents day": _nth(2, 1, 3),
    "election day": _election, "inauguration day": _fixed(1, 20), "boxing day": _fixed(12, 26),
    "valentine 's day": _fixed(2, 14),
    "valentine day": _fixed(2, 14), "mother 's day": _nth(5, 7, 2), "father 's day": _nth(6, 7, 3),
    "bastille day": _fixed(7, 14),
    "may day": _fixed(5, 1), "earth day": _fixed(4, 22), "patrick 's day": _fixed(3, 17), "canada day": _fixed(7, 1),
    "australia day": _fixed(1, 26), "labour day": _fixed(5, 1),
}  # fmt: skip
"""Names, folded and cut into tokens, with the day they fall on in a year."""


def holiday(found: Match, context: Context) -> Reading | None:
    """Resolve a named day: of the year written, else by the word before it, by tense, or the nearest."""
    name = " ".join(word for word in found.words("name") if word != "'")
    finder = HOLIDAYS.get(name)
    if finder is None or is_in_a_name(found):
        return None
    anchor = context.reference
    when = finder(_year(found, context, finder, anchor))
    return dated(day(when), "a holiday")


def around_holiday(found: Match, context: Context) -> Reading | None:
    """Resolve "Easter week", "the Labor Day weekend": the week that holds the day, the weekend next to it."""
    named = holiday(found, context)
    if named is None or named.period is None:
        return None
    if found.tokens.words[found.stop - 1] == "weekend":
        return dated(
            containing(Grain.WEEKEND, move(named.period.start, Grain.DAY, -3)), "the weekend next to the holiday"
        )
    if found.tokens.words[found.stop - 1] != "week":
        return None
    return dated(containing(Grain.WEEK, named.period.start), "the week that holds the holiday")


def remembered_day(found: Match, context: Context) -> Reading | None:
    """Resolve a day that is called by its date alone ever since: "9/11", "the Sept. 11 attacks"."""
    if context.published < _ATTACKS or found.word(0) == "of":
        return None
    if found.has("mon") and not (
        found.word(0) in _AFTER_THE_ATTACKS and (found.number("mon"), day_number(found, "num")) == (9, 11)
    ):
        return None
    return dated(day(_ATTACKS), "the day of 2001 that is known by its date")


_ATTACKS: Final = date(2001, 9, 11)
_AFTER_THE_ATTACKS: Final = word_set(
    "attack attacks terror terrorist terrorists hijacker hijackers hijackings bombings plot plotters commission "
    "victims widows survivors"
)


def _year(found: Match, context: Context, finder: Finder, anchor: date) -> int:
    if found.has("year4"):
        return found.number("year4")
    this = anchor.year
    if found.has("last"):
        return this if finder(this) < anchor else this - 1
    if found.has("next"):
        return this if finder(this) > anchor else this + 1
    if found.has("this"):
        return this
    years = [number for number in (this - 1, this, this + 1) if 1 <= number <= 9999]
    named = found.word(-1) in _ON_THE_DAY
    ahead = context.clause(found.start, found.end).tense if named else Tense.NONE
    fitting = {
        Tense.PAST: [number for number in years if finder(number) <= anchor],
        Tense.FUTURE: [number for number in years if finder(number) >= anchor],
    }.get(ahead, years)
    return min(fitting or years, key=lambda number: abs(finder(number) - anchor))


_ON_THE_DAY: Final = ("on", "over", "at", "since", "until", "by", "during", "this", "before", "after")
"""Before these the day is when the clause happens, so its tense tells; else it is talked of, so the nearest."""

MACROS: Final = {
    "NAME": (
        "month unit | feast apos? poss? (unit | part | weekday) | new (unit poss (unit | part) | unit poss | "
        "unit unit | "
        "units (unit | part)) | feast"
    ),
}

RULES: Final = (
    Rule(
        "remembered-day",
        "nineeleven | MON NUM",
        remembered_day,
        Example("He enlisted on 9/11.", "9/11", "2001-09-11", "2001-09-11"),
    ),
    Rule(
        "around-holiday",
        "(the? | last | this past? coming? | next) NAME (weekend | unit)",
        around_holiday,
        Example(
            "Fares will rise on the Thanksgiving weekend.",
            "the Thanksgiving weekend",
            "2024-W48-WE",
            "2024-11-30/2024-12-01",
        ),
    ),
    Rule(
        "holiday",
        "(last | this past? coming? | next)? NAME (comma? year4)?",
        holiday,
        Example("Shops will shut on Christmas Day.", "Christmas Day", "2024-12-25", "2024-12-25"),
    ),
)
