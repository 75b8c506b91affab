"""Days and months named by number: "Oct. 22", "22 October 2024", "Oct 22-24", "mid-March", "2024-10-22"."""

from datetime import date
from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import date_exists, date_near, direction, month_near
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, day, month, move, year
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context
from timeline.text.tense import Tense

MACROS: Final = {
    "WD": "weekday | wkday dot?",
    "LEAD": "this? coming? WD comma? (the? part comma?)? the?",
    "MON": "month | monabbr dot?",
    "NUM": "day | nth",
    "ANYNUM": "day | nth | ordinal",
}


def calendar_date(found: Match, context: Context) -> Reading | None:
    """Resolve a day of a month, with or without its year."""
    number, day_number = found.number("mon"), _day_number(found, "num" if found.has("num") else "anynum")
    if found.has("era"):
        return _before_christ(found, number, day_number)
    if (written := _year(found, context)) is not None:
        return dated(day(date(written, number, day_number)), "day, month and year are written")
    if context.narrative and context.last:
        return dated(_narrated_day(context.last, number, day_number), "the year is that of the date told before")
    near, other = date_near(context.published, number, day_number)
    if other is None:
        return dated(near, "no year is written, so the one nearest to publication")
    far_ahead = (near.start - context.published).days > _FAR_AHEAD
    past = found.has("last") or (far_ahead and context.clause(found.start, found.end).tense is Tense.PAST)
    if past and near.start > context.published:
        return dated(other, "the clause looks back, so the latest such day before publication", others=(near,))
    return dated(near, "no year is written, so the one nearest to publication")


_FAR_AHEAD: Final = 120
"""Days; a date without a year that lies further ahead may as well be the one gone by."""


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


def _day_number(found: Match, name: str, nth: int = 0) -> int:
    word = found.words(name, nth)[0]
    if word.isalpha():
        return found.number("ordinal")
    return int("".join(character for character in word if character.isdigit()))


def _year(found: Match, _context: Context) -> int | None:
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
            return int(found.tokens.words[index]) if joined else None
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


def day_range(found: Match, context: Context) -> Reading | None:
    """Resolve two days of one month."""
    first = calendar_date(found, context)
    if first is None or first.period is None:
        return None
    start = first.period.start
    end_day = _day_number(found, "num", 1)
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
    """Resolve a further day of a list: "5" in "May 3, 5 and 7"."""
    previous = context.list_before(found.tokens, found.first)
    if previous is None or found.tokens.classes[found.stop : found.stop + 1] in _not_after_a_listed_day(found):
        return None
    return dated(day(previous.start.replace(day=_day_number(found, "num"))), "a further day of the month named before")


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
    number = _day_number(found, "nth")
    dates = [start.replace(day=number) for start in months if date_exists(start.year, start.month, number)]
    ahead, why = direction(found, context)
    fitting = [when for when in dates if ahead is None or (when >= anchor if ahead else when <= anchor)] or dates
    return dated(day(min(fitting, key=lambda when: abs(when - anchor))), why)


def bare_month(found: Match, context: Context) -> Reading | None:
    """Resolve a month, with or without its year, its beginning, middle or end."""
    number = found.number("mon")
    if found.has("unit") and found.name("unit") != "M":
        return None
    if not found.has("year4") and not found.has("unit") and not _is_month(found):
        return None
    mod = _mod(found)
    if found.has("era") and found.value("era") is True:
        written_bc = int((found.words("year4") or found.words("int"))[0])
        return dated(Period(Grain.MONTH, year(written_bc, bc=True).start.replace(month=number), bc=True), mod=mod)
    if (written := _year(found, context)) is not None:
        return dated(month(written, number), "month and year are written", mod=mod, approximate=mod is not None)
    if context.narrative and context.last:
        period = _narrated_month(context.last, number)
        return dated(period, "the year is that of the date told before", mod=mod, approximate=mod is not None)
    near = _month_beside(found, context, number)
    if near is not None:
        return dated(near, "counted from publication", mod=mod, approximate=mod is not None)
    ahead, why = direction(found, context, attributive=found.word(-1) in _DETERMINERS)
    if ahead is None:
        back, on = (month_near(context.published, number, ahead=side) for side in (False, True))
        ahead = abs((on.start - context.published).days) < abs((context.published - back.start).days)
    near = month_near(context.published, number, ahead=ahead)
    other = month_near(context.published, number, ahead=not ahead)
    return dated(near, why, mod=mod, approximate=mod is not None, others=(other,) if other != near else ())


_DETERMINERS: Final = word_set("a an the its their his her our this that")


def _month_beside(found: Match, context: Context, number: int) -> Period | None:
    """Return the month that "last", "next" or "this" before it names."""
    if found.has("last") or found.has("past"):
        return month_near(move(context.published.replace(day=1), Grain.MONTH, -1), number, ahead=False)
    if found.has("next") or found.has("coming"):
        return month_near(move(context.published.replace(day=1), Grain.MONTH, 1), number, ahead=True)
    return month(context.published.year, number) if found.has("this") else None


def _narrated_month(last: Period, number: int) -> Period:
    start = last.start
    ahead = last.grain in (Grain.DAY, Grain.MONTH, Grain.SEASON) and start.month - number > 7
    return Period(Grain.MONTH, date(start.year + ahead, number, 1), last.bc)


def _index(found: Match, name: str) -> int:
    span = found.span(name)
    return span[0] if span else found.first


def _mod(found: Match) -> str | None:
    for name in ("early", "edge"):
        if found.has(name):
            return found.name(name)
    return None


_VERB_OR_NAME: Final = word_set("may march april june august jan feb mar apr jun jul aug sep oct nov dec")
_BEFORE_A_MONTH: Final = word_set(
    "in on by since until till from of to for between and or through during before after last next this that "
    "early late mid each "
    "every - the , ( / around about past following previous"
)


def _is_month(found: Match) -> bool:
    """Tell months from the verbs "may" and "march" and from names such as "April" and "Jan"."""
    index = _index(found, "mon")
    word = found.tokens.words[index]
    if word == "march" and found.has("this") and found.tokens.text[found.tokens.starts[index]].islower():
        return False
    if word not in _VERB_OR_NAME or any(
        found.has(name) for name in ("early", "edge", "last", "next", "this", "coming")
    ):
        return True
    raw = found.tokens.text[found.tokens.starts[index] : found.tokens.ends[index]]
    before, after = found.word(-1), found.word(0)
    if word in {"april", "june", "august"}:
        return not (
            after.isalpha()
            and found.tokens.text[found.end + 1 : found.end + 2].isupper()
            and before not in _BEFORE_A_MONTH
        )
    if len(word) == 3 and word != "may":
        return found.has("dot") and before in _BEFORE_A_MONTH
    if raw.islower():
        return before in {"in", "since", "until", "by", "during", "last", "next", "of"} and word == "may"
    if before in _DETERMINERS and found.tokens.classes[found.stop : found.stop + 1] == found.lexicon.codes["word"]:
        return found.tokens.text[found.end : found.end + 2].strip().islower()
    return (before in _BEFORE_A_MONTH and before not in {"and", "or", "the", "to"}) or (
        before in {"to", "and", "or"} and _month_near_by(found)
    )


def _month_near_by(found: Match) -> bool:
    around = found.tokens.classes[max(0, found.first - 5) : found.first]
    return (
        any(found.lexicon.codes[name] in around for name in ("month", "monabbr"))
        or found.lexicon.codes["from"] in around
    )


def month_of_that_year(found: Match, context: Context) -> Reading | None:
    """Resolve a month or day of "that year", "the same year", "this year", "last year"."""
    number = found.number("mon")
    base = context.published.year
    if found.has("last"):
        base -= 1
    elif found.has("next"):
        base += 1
    elif found.has("following") or found.has("previous"):
        base = (context.last.start.year if context.last else base) + (1 if found.has("following") else -1)
    elif (found.has("that") or found.has("same")) and context.last:
        base = context.last.start.year
    bc = bool(context.last and context.last.bc and context.narrative)
    mod = _mod(found)
    if found.has("num"):
        return dated(
            Period(Grain.DAY, date(base, number, _day_number(found, "num")), bc), "the year is named beside it"
        )
    return dated(
        Period(Grain.MONTH, date(base, number, 1), bc),
        "the year is named beside it",
        mod=mod,
        approximate=mod is not None,
    )


_YEAR_NAMED = "comma? of? (the? (that same? | this | last | next | same | following | previous)) unit"

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
        "day-of-named-year",
        f"LEAD? (MON NUM | NUM of? MON) {_YEAR_NAMED}",
        month_of_that_year,
        Example("It closed on May 3 last year.", "May 3 last year", "2023-05-03", "2023-05-03"),
    ),
    Rule(
        "month-day",
        "LEAD? (last | next)? MON ANYNUM (comma? (year4 era? | int era))?",
        calendar_date,
        Example("The bank failed on Sept. 5, 2008.", "Sept. 5, 2008", "2008-09-05", "2008-09-05"),
    ),
    Rule(
        "day-month",
        "LEAD? the? NUM (day? of)? MON (comma? year4 era?)?",
        calendar_date,
        Example("They signed on 22 October 2023.", "22 October 2023", "2023-10-22", "2023-10-22"),
    ),
    Rule(
        "month-of-named-year",
        f"((the? edge of | early hyphen?) the?)? MON {_YEAR_NAMED}",
        month_of_that_year,
        Example("It began in March last year.", "March last year", "2023-03", "2023-03"),
    ),
    Rule(
        "month",
        "((the? edge of | early hyphen? to? early? hyphen?) the?)? (the unit of)? (last | this past? | next | "
        "coming)? MON "
        "(comma? of? (year4 era? | int era))?",
        bare_month,
        Example("A vote is due in mid-March 2025.", "mid-March 2025", "2025-03", "2025-03~"),
    ),
    Rule("bare-day", "the nth", bare_day, Example("He left on the 5th.", "the 5th", "2024-10-05", "2024-10-05")),
    Rule(
        "listed-day",
        "NUM",
        list_item,
        Example("He spoke on May 3, 5 and 7.", "5", "2024-05-05", "2024-05-05"),
    ),
)
