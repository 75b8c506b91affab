"""Years and what gathers them: "in 2024", "fiscal 1989", "the 1990s", "the 19th century"."""

from datetime import date
from typing import Final

from timeline.temporal.english.anchoring import edge_of
from timeline.temporal.english.quantity import year_in_words
from timeline.temporal.english.words import SPOKEN_CENTURIES, word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, year
from timeline.temporal.reading import Reading, dated, undated
from timeline.temporal.reference import Context
from timeline.temporal.tokens import clean

MACROS: Final = {
    "YEARNUM": "(tens | number) hyphen? (tens hyphen? number | tens | number) | number hundred",
    "STAGE": "((SIDE | early (hyphen | in)? | later in | earlier in) the?)?",
}


def plain_year(found: Match, context: Context) -> Reading | None:
    """Resolve four digits that stand for a year, or a year before Christ."""
    if found.has("era") and found.value("era") is True:
        digits = found.words("year4") or found.words("int") or found.words("day")
        rough = "APPROX" if found.has("circa") else None
        return dated(year(int(digits[0]), bc=True), "a year before Christ is written", mod=rough)
    mod = edge_of(found)
    if not found.has("year4"):
        return _early_year(found, context)
    number = _of_its_century(found, context)
    if mod is None and not found.has("the") and not _reads_as_year(found, context, number):
        return None
    if context.published.year + 150 < number and not found.has("era"):
        return None
    mod = mod or ("APPROX" if found.has("circa") else None)
    read = dated(year(number), "the year is written", mod=mod, approximate=mod is not None)
    return read._replace(edtf=f"{number:04}-12") if found.has("edge") and mod == "END" else read


def _of_its_century(found: Match, context: Context) -> int:
    """Return the year; one of two digits lies behind publication, or ahead by ten years at most."""
    number = found.number("year4")
    ahead = found.words("year4")[0].startswith("'") and number > context.published.year + 10
    return number - 100 if ahead else number


def _early_year(found: Match, context: Context) -> Reading | None:
    """Resolve "in 431" in a text that tells of the years before Christ, and "499" in "499-493 BC"."""
    if (
        found.has("int")
        and not found.has("era")
        and found.word(1).isdigit()
        and found.word(0) in ("-", "to", "and", "or")
    ):
        ahead = found.lexicon.entry(clean(found.word(2)))
        if ahead.code == found.lexicon.codes["era"] and ahead.value is True:
            return dated(year(int(found.words("int")[0]), bc=True), "the first of two years before Christ")
    if not (context.narrative and context.last and context.last.bc) or found.has("era"):
        return None
    number = int(found.words("int")[0])
    if found.word(-1) not in ("in", "until", "since", "early", "late", "(") and not found.has("circa"):
        return None
    if abs(context.last.year - number) > 60:
        return None
    return dated(year(number, bc=True), "a year before Christ, as those told before")


_BEFORE_A_YEAR: Final = word_set(
    "in since until till by from to through during of for before after between and or early late mid around "
    "about circa the "
    "( - , – until; year fiscal season early; edition spring summer autumn winter to into"
)
_BEFORE_A_SHORT_YEAR: Final = word_set("in of since until by from spring summer autumn fall winter")
_COUNTED: Final = word_set(
    "people persons men women troops soldiers dollars pounds euros yen miles feet meters metres kilometers tons "
    "tonnes barrels "
    "points shares jobs cases homes votes pages acres workers members copies students employees cars units "
    "percent hours"
)
_NOT_BEFORE_A_YEAR: Final = word_set(
    "$ £ € ¥ # no room flight route highway page windows boeing than nearly over at least most section rule "
    "resolution form suite gate channel"
)


def _reads_as_year(found: Match, context: Context, number: int) -> bool:
    before, after = found.word(-1), found.word(0)
    if found.words("year4")[0].startswith("'"):
        return before in _BEFORE_A_SHORT_YEAR
    if before in _NOT_BEFORE_A_YEAR or after in _COUNTED or after in ("%", "x"):
        return False
    if before in ("-", "/") and found.tokens.is_joined(found.first) and not _range_before(found):
        return False
    if before == "." and found.tokens.is_joined(found.first):
        return False
    if 1900 <= number <= context.published.year + 30 or (context.narrative and number <= context.published.year):
        return True
    return (
        before in _BEFORE_A_YEAR
        or found.first == 0
        or found.tokens.classes[found.first - 1] == found.lexicon.codes["break"]
    )


def _range_before(found: Match) -> bool:
    return found.first >= 2 and found.tokens.classes[found.first - 2] in (
        found.lexicon.codes["year4"],
        found.lexicon.codes["month"],
    )


def spoken_year(found: Match, _context: Context) -> Reading | None:
    """Resolve a year in words: "nineteen ninety-four", "the year two thousand"."""
    if found.has("year4"):
        return dated(year(found.number("year4")), "the year is written", mod=edge_of(found))
    words = [word for word in found.words("yearnum") if word != "-"]
    number = year_in_words(words)
    if number is None:
        return None
    if not found.has("unit") and (words[0] == "twenty" or (words[0] not in SPOKEN_CENTURIES and "-" not in found.text)):
        return None
    return dated(year(number), "the year is written in words")


def fiscal_year(found: Match, _context: Context) -> Reading | None:
    """Resolve "fiscal 1989", "FY24", "the 2024-25 fiscal year"."""
    first = found.number("fyear" if found.has("fyear") else "year4")
    read = dated(year(first), "a fiscal year, by the calendar year that names it")
    tail = found.words("day") or found.words("int")
    last = first // 100 * 100 + int(tail[0]) if tail and len(tail[0]) == 2 else first
    return read._replace(edtf=f"{first:04}/{last:04}") if last > first else read


def year_pair(found: Match, context: Context) -> Reading | None:
    """Resolve "1990/91", and the second year of "1990-91", which is an expression of its own."""
    tail = found.words("day") or found.words("int")
    if not tail or len(tail[0]) != 2:
        return None
    first = found.number("year4") if found.has("year4") else _year_before_hyphen(found, context)
    last = first // 100 * 100 + int(tail[0]) if first else 0
    if not first or last <= first:
        return None
    if not found.has("year4"):
        return dated(year(last), "the second of two years")
    return dated(year(first), "two years are written")._replace(edtf=f"{first:04}/{last:04}", period=year(last))


def _year_before_hyphen(found: Match, context: Context) -> int | None:
    before = context.match_period
    joined = context.match_stop == found.first - 1 and found.word(-1) == "-"
    touching = found.tokens.is_joined(found.first)
    return before.year if before and before.grain is Grain.YEAR and not before.bc and joined and touching else None


def decade(found: Match, _context: Context) -> Reading | None:
    """Resolve "the 1990s", "the early '90s", "the nineties"."""
    number = _decade_number(found)
    if number is None:
        return None
    period = containing(Grain.DECADE, date(max(1, number), 1, 1))
    mod = edge_of(found)
    read = dated(period, "the decade is written", mod=mod)
    if found.has("half"):
        return _half_decade(found, read, number)
    if mod is None or read.edtf is None:
        return read
    first, last = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[mod]
    return read._replace(edtf=f"{number + first:04}/{number + last:04}~")


def _half_decade(found: Match, read: Reading, number: int) -> Reading:
    first = 0 if found.has("ordinal") and found.number("ordinal") == 1 else 5
    return read._replace(edtf=f"{number + first:04}/{number + first + 4:04}")


def _decade_number(found: Match) -> int | None:
    if _counts_degrees_or_ages(found) or (found.has("year4") and not (found.has("the") or found.has("early"))):
        return None
    if found.has("nineties"):
        return 1900 + found.number("nineties")
    digits = found.name("decade") if found.has("decade") else str(found.number("year4"))
    if int(digits) % 10:
        return None
    if len(digits) == 2:
        return (
            (1900 if int(digits) >= 20 else 2000) + int(digits)
            if found.has("the") or found.has("early") or "'" in found.words("decade")[0]
            else None
        )
    return int(digits)


def _counts_degrees_or_ages(found: Match) -> bool:
    """Tell the decade from "in her early 30s" and "temperatures in the 40s"."""
    before = found.tokens.words[max(0, found.first - 6) : found.first]
    return found.word(-1) in _WHOSE_AGE or not _DEGREES.isdisjoint(before)


_WHOSE_AGE: Final = word_set("his her their my our your its")
_DEGREES: Final = word_set("temperature temperatures degrees highs lows mercury")


def century(found: Match, _context: Context) -> Reading | None:
    """Resolve "the 19th century", "the early twentieth century"."""
    if found.name("unit") != "CE":
        return None
    number = found.number("nth" if found.has("nth") else "ordinal") + (20 if found.has("tens") else 0)
    mod = edge_of(found)
    if found.has("era") and found.value("era") is True:
        return undated(f"BC{number - 1:02}", "a century before Christ is written", mod=mod)
    if number < 2:
        return undated("00", "the first century", mod=mod)
    return dated(Period(Grain.CENTURY, date((number - 1) * 100, 1, 1)), "the century is written", mod=mod)


RULES: Final = (
    Rule(
        "decade",
        "(STAGE the? (early hyphen?)? | the (ordinal | last | latter) half of the) (decade | year4 poss | nineties)",
        decade,
        Example("Prices fell in the 1990s.", "the 1990s", "199", "199X"),
    ),
    Rule(
        "century",
        "STAGE the? (early hyphen?)? (tens hyphen)? (nth | ordinal) hyphen? unit era?",
        century,
        Example("It dates from the 19th century.", "the 19th century", "18", "18XX"),
    ),
    Rule(
        "fiscal-year",
        "fiscal hyphen? unit? year4 | fyear ((slash | hyphen) (day | int))? "
        "| the? year4 (hyphen (day | int))? fiscal unit",
        fiscal_year,
        Example("Revenue grew in fiscal 2023.", "fiscal 2023", "2023", "2023"),
    ),
    Rule(
        "year-pair",
        "year4 slash (day | int) | day | int",
        year_pair,
        Example("He governed in 1990/91.", "1990/91", "1990", "1990/1991"),
    ),
    Rule(
        "spoken-year",
        "the (whole | fiscal)? unit (YEARNUM | year4) | YEARNUM",
        spoken_year,
        Example("He left in nineteen ninety-four.", "nineteen ninety-four", "1994", "1994"),
    ),
    Rule(
        "year",
        "(circa dot?)? STAGE (year4 era? | (int | day) era | int)",
        plain_year,
        Example("The war began in 2014.", "2014", "2014", "2014"),
    ),
)
