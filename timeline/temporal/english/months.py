"""Months, with or without their year: "July", "mid-March 2025", "March last year"."""

from datetime import date, timedelta
from typing import Final

from timeline.temporal.english.anchoring import direction, edge_of, month_near
from timeline.temporal.english.days import day_number, written_year
from timeline.temporal.english.ranges import MOVED, begun, opened_by
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, last_day, month, move, year
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context


def bare_month(found: Match, context: Context) -> Reading | None:
    """Resolve a month, with or without its year, its beginning, middle or end."""
    number = found.number("mon")
    if found.has("unit") and found.name("unit") != "M":
        return None
    if not found.has("year4") and not found.has("unit") and not _is_month(found):
        return None
    if found.has("era") and found.value("era") is True:
        return _month_before_christ(found, number)
    mod = edge_of(found)
    if (written := written_year(found)) is not None:
        return dated(month(written, number), "month and year are written", mod=mod, approximate=mod is not None)
    if (told := _told_month(found, context, number)) is not None:
        return dated(told, "the year is that of the date told before", mod=mod, approximate=mod is not None)
    near = _month_beside(found, context, number)
    if near is not None:
        return dated(near, "counted from publication", mod=mod, approximate=mod is not None)
    return _month_by_tense(found, context, number, mod)


def _month_before_christ(found: Match, number: int) -> Reading:
    written = int((found.words("year4") or found.words("int"))[0])
    period = Period(Grain.MONTH, year(written, bc=True).start.replace(month=number), bc=True)
    return dated(period, mod=edge_of(found))


def _month_by_tense(found: Match, context: Context, number: int, mod: str | None) -> Reading:
    """Resolve a month that the range it closes or else the clause tells the year of."""
    if (opened := opened_by(found, context, Grain.MONTH)) is not None:
        period = month_near(opened, number, ahead=True)
        return dated(period, "the range ends on the first such month", mod=mod, approximate=mod is not None)
    start = begun(found, context, context.published, number=number, near=_first_of_month, grain=Grain.MONTH)
    if start is not None:
        period = containing(Grain.MONTH, start[0])
        return dated(period, start[1], mod=mod, approximate=mod is not None)
    ahead, why = direction(found, context, attributive=found.word(-1) in _DETERMINERS)
    if ahead is None:
        back, on = (month_near(context.published, number, ahead=side) for side in (False, True))
        ahead = abs((on.start - context.published).days) < abs((context.published - back.start).days)
    near = _range_begun(found, context, number) if not ahead else None
    near = near or month_near(context.published, number, ahead=ahead)
    other = month_near(context.published, number, ahead=not ahead)
    return dated(near, why, mod=mod, approximate=mod is not None, others=(other,) if other != near else ())


def _first_of_month(anchor: date, number: int, *, ahead: bool) -> date:
    return month_near(anchor, number, ahead=ahead).start


_DETERMINERS: Final = word_set("a an the its their his her our this that")


def _month_beside(found: Match, context: Context, number: int) -> Period | None:
    """Return the month that "last", "next" or "this" before it names."""
    if found.has("last") or found.has("past"):
        return month_near(move(context.published.replace(day=1), Grain.MONTH, -1), number, ahead=False)
    if found.has("next") or found.has("coming"):
        return month_near(move(context.published.replace(day=1), Grain.MONTH, 1), number, ahead=True)
    return month(context.published.year, number) if found.has("this") else None


def _range_begun(found: Match, context: Context, number: int) -> Period | None:
    """Return the month that begins a range which is over: "from September to January" in October is last year's."""
    names = {found.lexicon.codes["month"], found.lexicon.codes["monabbr"]}
    after = found.tokens.classes[found.stop + 1 : found.stop + 2]
    if found.word(0) not in ("to", "through", "-") or after not in names:
        return None
    last = found.lexicon.value(found.tokens.words[found.stop + 1])
    if not isinstance(last, int):
        return None
    return month_near(month_near(context.published, last, ahead=False).start, number, ahead=False)


def _told_month(found: Match, context: Context, number: int) -> Period | None:
    """Return the month that the date told before decides: after "the following", and in a text of history."""
    if found.has("following") or found.has("previous"):
        step = 1 if found.has("following") else -1
        told = context.last.start if context.last else context.published
        return month_near(move(told.replace(day=1), Grain.MONTH, step), number, ahead=step > 0)
    return _narrated_month(context.last, number) if context.narrative and context.last else None


def _narrated_month(last: Period, number: int) -> Period:
    start = last.start
    ahead = last.grain in (Grain.DAY, Grain.MONTH, Grain.SEASON) and start.month - number > 7
    return Period(Grain.MONTH, date(start.year + ahead, number, 1), last.bc)


def _index(found: Match, name: str) -> int:
    span = found.span(name)
    return span[0] if span else found.first


_VERB_OR_NAME: Final = word_set("may march april june august jan feb mar apr jun jul aug sep oct nov dec")
_BEFORE_A_MONTH: Final = word_set(
    "in on by since until till from of to for between and or through during before after last next this that "
    "early late mid each "
    "every - the , ( / around about past following previous"
)


def _is_month(found: Match) -> bool:
    """Tell months from the verbs "may" and "march" and from names such as "April" and "Jan"."""
    index = _index(found, "mon")
    if found.word(0) == "quarter" and found.tokens.is_capital(index):
        return True
    return not _is_a_street(found) and _is_month_by_its_neighbours(found, index)


def _is_month_by_its_neighbours(found: Match, index: int) -> bool:
    word = found.tokens.words[index]
    if word in {"march", "may"} and found.has("this") and found.tokens.text[found.tokens.start(index)].islower():
        return False
    if word not in _VERB_OR_NAME or found.has_any(("early", "edge", "side", "last", "next", "this", "coming")):
        return True
    raw = found.tokens.text[found.tokens.start(index) : found.tokens.ends[index]]
    before, after = found.word(-1), found.word(0)
    if word in {"april", "june", "august"}:
        return not (
            after.isalpha()
            and found.tokens.text[found.end + 1 : found.end + 2].isupper()
            and (before not in _BEFORE_A_MONTH or (before in {"and", "or"} and not _month_near_by(found)))
        )
    if len(word) == 3 and word != "may":
        return found.has("dot") and before in _BEFORE_A_MONTH
    if raw.islower():
        return before in {"in", "since", "until", "by", "during", "last", "next", "of"} and word == "may"
    if before in _DETERMINERS and found.tokens.classes[found.stop : found.stop + 1] == found.lexicon.codes["word"]:
        return found.tokens.text[found.end : found.end + 2].strip().islower()
    return (before in _BEFORE_A_MONTH and before not in {"and", "or", "the", "to"}) or (
        before in {"to", "and", "or"} and (_month_near_by(found) or _is_a_limit(found))
    )


def _is_a_street(found: Match) -> bool:
    """Tell the month from the name of a street: "moved to May Street"."""
    return found.word(0) in _STREETS and found.tokens.is_capital(found.stop)


_STREETS: Final = word_set("street avenue road lane square boulevard drive terrace crescent bridge hill park")


def _is_a_limit(found: Match) -> bool:
    """Say whether the month ends a length or is a new date: "the year to March", "moved to March"."""
    if found.word(-2) in MOVED:
        return True
    before = found.tokens.classes[found.first - 2 : found.first - 1] if found.first > 1 else ""
    return before in {found.lexicon.codes["unit"], found.lexicon.codes["units"]} and found.word(-1) == "to"


def _month_near_by(found: Match) -> bool:
    around = found.tokens.classes[max(0, found.first - 5) : found.first]
    return (
        any(found.lexicon.codes[name] in around for name in ("month", "monabbr"))
        or found.lexicon.codes["from"] in around
    )


def month_of_that_year(found: Match, context: Context) -> Reading | None:
    """Resolve a month or day of "that year", "the same year", "this year", "last year"."""
    number = found.number("mon")
    base = named_year(found, context)
    bc = bool(context.last and context.last.bc and context.narrative)
    mod = edge_of(found)
    if found.has("num"):
        return dated(Period(Grain.DAY, date(base, number, day_number(found, "num")), bc), "the year is named beside it")
    return dated(
        Period(Grain.MONTH, date(base, number, 1), bc),
        "the year is named beside it",
        mod=mod,
        approximate=mod is not None,
    )


def named_year(found: Match, context: Context) -> int:
    """Return the year of "that year", "the same year", "this year", "last year"."""
    this = context.published.year
    told = context.last.start.year if context.last else this
    if found.has("following") or found.has("previous"):
        return told + (1 if found.has("following") else -1)
    if found.has("last") or found.has("next"):
        return this + (1 if found.has("next") else -1)
    return told if found.has("that") or found.has("same") else this


def part_of_month(found: Match, context: Context) -> Reading | None:
    """Resolve "the first week of May", "the last day of the month": weeks count from the first or last day."""
    unit, whole = found.name("unit"), _whole(found, context)
    if unit not in ("W", "D") or whole is None:
        return None
    nth = found.number("ordinal") if found.has("ordinal") else 0
    size = 7 if unit == "W" else 1
    first, final = whole.start, last_day(whole)
    start = first + timedelta(days=(nth - 1) * size) if nth else final - timedelta(days=size - 1)
    if start > final:
        return None
    if unit == "D":
        return dated(Period(Grain.DAY, start), "a day counted within its month")
    end = min(start + timedelta(days=6), final)
    read = dated(containing(Grain.WEEK, start + timedelta(days=3)), "a week counted within its month")
    return read._replace(edtf=f"{start.isoformat()}/{end.isoformat()}")


def _whole(found: Match, context: Context) -> Period | None:
    """Return the month or year that the part belongs to."""
    span = found.span("mon")
    if span is None:
        grain = {"M": Grain.MONTH, "Y": Grain.YEAR}.get(str(found.value("unit", 1)))
        return containing(grain, context.reference) if grain else None
    read = context.part_of(found.tokens, (span[0], found.stop), "of")
    return read.period if read and read.period and not read.period.bc else None


YEAR_NAMED: Final = "of? (the? (that same? | this | last | next | same | following | previous)) unit"

RULES: Final = (
    Rule(
        "day-of-named-year",
        f"LEAD? (MON NUM | NUM of? MON) comma? {YEAR_NAMED}",
        month_of_that_year,
        Example("It closed on May 3 last year.", "May 3 last year", "2023-05-03", "2023-05-03"),
    ),
    Rule(
        "month-of-named-year",
        f"((SIDE | early hyphen?) the?)? MON comma? {YEAR_NAMED}",
        month_of_that_year,
        Example("It began in March last year.", "March last year", "2023-03", "2023-03"),
    ),
    Rule(
        "part-of-month",
        "the (ordinal | last | final) unit of (MON (comma? year4)? | the unit)",
        part_of_month,
        Example(
            "It opens in the first week of May 2025.", "the first week of May 2025", "2025-W18", "2025-05-01/2025-05-07"
        ),
    ),
    Rule(
        "month",
        "((SIDE | early in | early hyphen? to? early? hyphen?) the?)? (the unit of)? (last | this past? | next | "
        "coming | the (following | previous))? MON "
        "(comma? of? (year4 era? | int era))?",
        bare_month,
        Example("A vote is due in mid-March 2025.", "mid-March 2025", "2025-03", "2025-03~"),
    ),
)
