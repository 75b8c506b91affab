"""Days named by number: "Oct. 22", "22 October 2024", "Oct 22-24", "the 5th", "May 3, 5 and 7"."""

from datetime import date
from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import date_exists, date_near, direction
from timeline.temporal.english.ranges import is_new_date, is_old_date
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, day, move
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context
from timeline.text.tense import Clause, Tense

MACROS: Final = {
    "WD": "weekday | wkday dot?",
    "LEAD": "this? coming? WD comma? (the? part comma?)? the?",
    "MON": "month | monabbr dot?",
    "NUM": "day | nth",
    "ANYNUM": "day | nth | ordinal",
}


def calendar_date(found: Match, context: Context) -> Reading | None:
    """Resolve a day of a month, with or without its year."""
    number, of_month = found.number("mon"), day_number(found, "num" if found.has("num") else "anynum")
    if found.has("era"):
        return _before_christ(found, number, of_month)
    if (written := written_year(found)) is not None:
        return dated(day(date(written, number, of_month)), "day, month and year are written")
    if context.narrative and context.last:
        return dated(_narrated_day(context.last, number, of_month), "the year is that of the date told before")
    if (begun := context.opened_by(found.tokens, found.first)) is not None:
        if is_new_date(found, context.lead or found.word(-1)):
            return dated(date_near(begun, number, of_month)[0], "the new date is the nearest to the old one")
        return dated(_closing_date(begun, number, of_month), "the range ends on the first such day")
    return _date_by_tense(found, context, number, of_month)


def _closing_date(opened: date, number: int, of_month: int) -> Period:
    years = [year for year in range(opened.year, opened.year + 9) if date_exists(year, number, of_month)]
    return day(min(when for year in years if (when := date(year, number, of_month)) >= opened))


def _date_by_tense(found: Match, context: Context, number: int, of_month: int) -> Reading:
    """Resolve a day without its year: the nearest, or the next nearest where the clause looks the other way."""
    near, other = date_near(context.published, number, of_month)
    if other is None:
        return dated(near, "no year is written, so the one nearest to publication")
    away = (near.start - context.published).days
    tense = _tense_of_date(found, context, is_far=abs(away) > _FAR, is_ahead=away > 0)
    if away > 0 and (found.has("last") or tense is Tense.PAST):
        return dated(other, "the clause looks back, so the latest such day before publication", others=(near,))
    if away < 0 and tense is Tense.FUTURE:
        return dated(other, "the clause looks ahead, so the first such day after publication", others=(near,))
    return dated(near, "no year is written, so the one nearest to publication")


def _tense_of_date(found: Match, context: Context, *, is_far: bool, is_ahead: bool) -> Tense:
    """Return the tense that may decide the year: of one that is near, only a past form right before the date."""
    before = context.lead or found.word(-1)
    is_moved = is_new_date(found, before) or is_old_date(found, before)
    if is_moved and is_far:
        return Tense.FUTURE
    if is_moved or not (is_far or is_ahead):
        return Tense.NONE
    clause = context.clause(found.start, found.end)
    return clause.tense if is_far or _happened(clause, context.text, found.start) else Tense.NONE


def _happened(clause: Clause, text: str, start: int) -> bool:
    """Say whether the date tells when something was: "ran from Dec. 28", "was held on Dec. 28"."""
    if clause.tense is not Tense.PAST or clause.modality or not 0 <= clause.start < start:
        return False
    *_, verb, preposition = "", *text[clause.start : start].lower().split()
    return verb == clause.verb and verb not in _SETTLING and preposition in ("on", "from")


_SETTLING: Final = word_set("agreed decided settled fixed insisted planned counted closed")
"""Verbs that "on" joins to a date which is their object: "they agreed on Dec. 5"."""

_FAR: Final = 120
"""Days; a date without a year that lies further away may as well be that of the year beside it."""


def _narrated_day(last: Period, number: int, day_number: int) -> Period:
    start = last.start
    fine = last.grain in (Grain.DAY, Grain.MONTH, Grain.SEASON)
    later = start.year + (fine and start.month - number > 6)
    fitting = next((year for year in range(later, later + 8) if date_exists(year, number, day_number)), later)
    return Period(Grain.DAY, date(fitting, number, day_number), last.bc)


def _before_christ(found: Match, number: int, day_number: int) -> Reading | None:
    if found.value("era") is not True:
        return dated(day(date(found.number("year4"), number, day_number)), "day, month and year are written")
    return None


def day_number(found: Match, name: str, nth: int = 0) -> int:
    """Return the number of a day of the month, from figures or an ordinal."""
    word = found.words(name, nth)[0]
    if word.isalpha():
        return found.number("ordinal")
    return int("".join(character for character in word if character.isdigit()))


def written_year(found: Match) -> int | None:
    """Return the year written with the date, or right after a list or range that it is part of."""
    if found.has("year4"):
        return found.number("year4")
    return year_ahead(found)


def year_ahead(found: Match) -> int | None:
    """Return the year that closes a range or list begun here: "July" in "July to September 1990"."""
    codes, classes = found.lexicon.codes, found.tokens.classes
    index, joined = found.stop, False
    for _ in range(8):
        code = classes[index : index + 1]
        if not code:
            return None
        if code == codes["year4"]:
            return _as_year(found, index) if joined else None
        if code in (
            codes["month"],
            codes["monabbr"],
            codes["day"],
            codes["nth"],
            codes["dot"],
            codes["comma"],
            codes["the"],
            codes["early"],
        ):
            joined = joined or code in (codes["month"], codes["monabbr"])
        elif code not in (codes["slash"], codes["and"], codes["to"], codes["hyphen"], codes["until"], codes["or"]):
            return None
        index += 1
    return None


def _as_year(found: Match, index: int) -> int | None:
    number = found.lexicon.value(found.tokens.words[index])
    return number if isinstance(number, int) else None


def day_range(found: Match, context: Context) -> Reading | None:
    """Resolve two days of one month."""
    first = calendar_date(found, context)
    if first is None or first.period is None:
        return None
    start = first.period.start
    end_day = day_number(found, "num", 1)
    if end_day <= start.day:
        return None
    end = start.replace(day=end_day)
    return Reading(
        TimexType.DATE,
        start.isoformat(),
        edtf=f"{start.isoformat()}/{end.isoformat()}",
        period=day(end),
        reasons=first.reasons,
    )


def list_item(found: Match, context: Context) -> Reading | None:
    """Resolve a day of a list whose month stands before or after it: "5" in "May 3, 5 and 7" or "5 and 7 May"."""
    if (closing := _closing_day(found, context)) is not None:
        return closing
    previous = context.list_before(found.tokens, found.first)
    if previous is None or found.tokens.classes[found.stop : found.stop + 1] in _not_after_a_listed_day(found):
        return None
    return dated(day(previous.start.replace(day=day_number(found, "num"))), "a further day of the month named before")


def _closing_day(found: Match, context: Context) -> Reading | None:
    """Resolve a day of a list that ends in the month: "5" in "on 5 and 7 May"."""
    if found.word(-1) not in _BEFORE_A_DAY or found.word(0) not in (",", "and", "or"):
        return None
    codes, words = found.tokens.classes, found.tokens.words
    days, joints = found.lexicon.codes["day"] + found.lexicon.codes["nth"], (",", "and", "or", "of")
    months = found.lexicon.codes["month"] + found.lexicon.codes["monabbr"]
    at = found.stop
    while at < min(len(words), found.stop + _LONGEST_LIST) and (codes[at] in days or words[at] in joints):
        at += 1
    if at >= len(words) or codes[at] not in months or codes[at - 1] not in days + found.lexicon.codes["of"]:
        return None
    stop = at + (2 if codes[at + 1 : at + 2] == found.lexicon.codes["year4"] else 1)
    last = context.part(found.tokens, at - 2 if words[at - 1] == "of" else at - 1, stop)
    if last is None or last.period is None or last.period.grain is not Grain.DAY:
        return None
    return dated(day(last.period.start.replace(day=day_number(found, "num"))), "a day of the month named after it")


_BEFORE_A_DAY: Final = ("on", "of", "for", "from", "between", "by", "until", "since", ",", "and", "or", "the")
_LONGEST_LIST: Final = 8
"""Tokens from the first day of a list to its month."""


def _not_after_a_listed_day(found: Match) -> set[str]:
    names = [
        "unit",
        "units",
        "percent",
        "hyphen",
        "month",
        "monabbr",
        "hundred",
        "ampm",
        "colon",
        "several",
        "few",
        "open",
    ]
    if found.word(0) not in _AFTER_A_DATE:
        names.append("word")
    return {found.lexicon.codes[name] for name in names}


_AFTER_A_DATE: Final = word_set(
    "was were is are will would had has have when where while with as they he she it his her their who which "
    "that at into"
)


def bare_day(found: Match, context: Context) -> Reading | None:
    """Resolve "the 15th" alone: of the month nearest to publication, or told before."""
    if found.word(-1) not in ("on", "by", "until", "since", "before", "after") or found.word(0) == "-":
        return None
    if (
        found.tokens.classes[found.stop : found.stop + 1] == found.lexicon.codes["word"]
        and found.word(0) not in _AFTER_A_DATE
    ):
        return None
    anchor = context.reference
    months = [move(anchor.replace(day=1), Grain.MONTH, step) for step in (-1, 0, 1)]
    number = day_number(found, "nth")
    dates = [start.replace(day=number) for start in months if date_exists(start.year, start.month, number)]
    ahead, why = direction(found, context)
    fitting = [when for when in dates if ahead is None or (when >= anchor if ahead else when <= anchor)] or dates
    return dated(day(min(fitting, key=lambda when: abs(when - anchor))), why)


RULES: Final = (
    Rule(
        "days-of-month",
        "LEAD? MON NUM (hyphen | to | until) the? NUM (comma? year4)?",
        day_range,
        Example("They meet on Oct 22-24.", "Oct 22-24", "2024-10-22", "2024-10-22/2024-10-24"),
    ),
    Rule(
        "days-before-month",
        "LEAD? NUM (hyphen | to | until) NUM of? MON (comma? year4)?",
        day_range,
        Example("It runs 12-14 May 2025.", "12-14 May 2025", "2025-05-12", "2025-05-12/2025-05-14"),
    ),
    Rule(
        "month-day",
        "LEAD? (last | next)? MON ANYNUM (comma? (year4 era? | int era))?",
        calendar_date,
        Example("The bank failed on Sept. 5, 2008.", "Sept. 5, 2008", "2008-09-05", "2008-09-05"),
    ),
    Rule(
        "day-month",
        "LEAD? (the? NUM (day? of)? | the ANYNUM of) MON (comma? year4 era?)? | NUM hyphen MON hyphen year4",
        calendar_date,
        Example("They signed on 22 October 2023.", "22 October 2023", "2023-10-22", "2023-10-22"),
    ),
    Rule("bare-day", "the nth", bare_day, Example("He left on the 5th.", "the 5th", "2024-10-05", "2024-10-05")),
    Rule(
        "listed-day",
        "the? NUM",
        list_item,
        Example("He spoke on May 3, 5 and 7.", "5", "2024-05-05", "2024-05-05"),
    ),
)
