"""Quarters and halves of years: "Q1 2027", "the first half of 2024", "the year-earlier quarter"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.anchoring import quarter_near
from timeline.temporal.english.quantity import amount, duration
from timeline.temporal.english.words import UNITS, word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import Grain, Period, containing, move, part_of_year, shift
from timeline.temporal.reading import Reading, dated, undated
from timeline.temporal.reference import Context

MACROS: Final = {
    "QUARTER": "(ordinal | nth | final | last) hyphen? unit",
    "WHOSE": "(last | this | next | the (previous | following | current | same | next | last))",
}


def quarter(found: Match, context: Context) -> Reading | None:
    """Resolve a quarter: of a written year, of a year named beside it, or by tense."""
    grain, index = _which_quarter(found)
    article_of_noun = "-" in found.words("quarter") and found.tokens.words[found.first] == "the"
    if grain is None or (article_of_noun and not found.has("year4")) or _is_half_of_something(found):
        return None
    if not (found.has("year4") or found.has("fiscal")) and _is_of_a_game(found):
        return None
    if found.words("quarter")[:1] == ["last"] and not found.has("of"):
        return None
    read = _resolved(found, context, grain, index)
    if not _is_glanced_at(found):
        context.basis = read
    return read


def _resolved(found: Match, context: Context, grain: Grain, index: int) -> Reading:
    number = _quarter_year(found, context)
    if number is not None:
        return dated(part_of_year(number, grain, index), "the year is named beside it")
    ahead = context.looks_ahead(found.start, found.end)
    return dated(
        quarter_near(context, grain, index, ahead=ahead),
        "the clause looks ahead, so the one not yet over, unless it has just ended" if ahead else "the one begun last",
    )


def _is_glanced_at(found: Match) -> bool:
    """Say whether the quarter is only mentioned ("after a flat second quarter") beside the one that is told of."""
    return "-" not in found.words("quarter") and not {"a", "an"}.isdisjoint((found.word(-1), found.word(-2)))


def _is_of_a_game(found: Match) -> bool:
    words = found.tokens.words[max(0, found.first - _REACH) : found.stop + _REACH]
    return not _SPORTS.isdisjoint(words)


_REACH: Final = 12
_SPORTS: Final = word_set(
    "touchdown touchdowns yards halftime kickoff quarterback rebounds free-throw goal goals scored scoring "
    "interception fumble striker midfielder goalkeeper penalty header equaliser equalizer"
)
"""Near these a quarter or half is one of a game."""


def _is_half_of_something(found: Match) -> bool:
    """Tell the half of a year from "the first half of May", "the second half of the match", "of the month"."""
    if not found.has("half"):
        return False
    if found.has("unit") and found.name("unit") != "Y":
        return True
    return found.word(0) == "of" and _FISCAL.isdisjoint((found.word(1), found.word(2)))


_FISCAL: Final = word_set("fiscal financial")


def _which_quarter(found: Match) -> tuple[Grain | None, int]:
    if found.has("quartername"):
        return Grain.QUARTER, found.number("quartername")
    if found.has("halfname"):
        return Grain.HALF, found.number("halfname")
    grain = Grain.HALF if found.has("half") else Grain.QUARTER
    if grain is Grain.QUARTER and UNITS.get((found.words("quarter") or [""])[-1]) != "Q":
        return None, 0
    size = 4 if grain is Grain.QUARTER else 2
    if found.has("ordinal") or found.has("nth"):
        index = found.number("ordinal" if found.has("ordinal") else "nth")
    else:
        index = size
    return (grain, index) if index <= size else (None, 0)


def _quarter_year(found: Match, context: Context) -> int | None:
    for written in ("year4", "fyear"):
        if found.has(written):
            return found.number(written)
    this = context.published.year
    told = context.last_of(Grain.QUARTER, Grain.HALF, Grain.YEAR)
    if found.has("earlier") or found.has("ago") or found.has("previous"):
        return (told.start.year if told else this) - 1
    if found.has("following"):
        return (told.start.year if told else this) + 1
    if found.has("same") and told:
        return told.start.year
    whose = found.words("whose")
    if not whose:
        return context.reference.year if found.has("poss") and found.has("unit") else None
    return this + (-1 if "last" in whose else 1 if "next" in whose else 0)


def quarter_in_figures(found: Match, _context: Context) -> Reading | None:
    """Resolve "2Q24", "1H24"."""
    value = found.value("quarteryear")
    if not isinstance(value, tuple):
        return None
    letter, index, number = value
    return dated(part_of_year(number, Grain(letter), index), "part and year are written in figures")


def same_of_another_year(found: Match, context: Context) -> Reading | None:
    """Resolve "the same quarter last year", "the same period of 2023", beside figures for a quarter or a month."""
    told = context.basis.period if context.basis else None
    if found.has("period"):
        base = told
    elif found.name("unit") == "Q":
        base = told or shift(containing(Grain.QUARTER, context.published), -1)
    else:
        base = context.last_of(Grain.MONTH) if found.name("unit") == "M" else None
    if base is None:
        return None
    number = found.number("year4") if found.has("year4") else base.start.year - 1
    return dated(Period(base.grain, base.start.replace(year=number)), "the same part of another year")._replace(
        told=False
    )


def quarter_of_month(found: Match, context: Context) -> Reading | None:
    """Resolve "the December quarter": the one that ends with the month."""
    stop = found.stop - 1
    read = context.part(found.tokens, (found.span("mon") or (stop, stop))[0], stop)
    if found.name("unit") != "Q" or read is None or read.period is None or read.period.start.month % 3:
        return None
    context.basis = dated(containing(Grain.QUARTER, read.period.start), *read.reasons)
    return context.basis


def compared_period(found: Match, context: Context) -> Reading | None:
    """Resolve "the year-earlier quarter", "a year ago", "the year-ago period"."""
    if found.name("unit") != "Y":
        return None
    basis = context.basis
    if found.has("many"):
        length = duration(amount(found.words("many")).number, found.name("units"))
        return undated(length, "as long a time, a year before", kind=TimexType.DURATION)
    if basis and basis.period is None and not found.has("quarter"):
        return basis
    told = (basis.period if basis else None) or shift(containing(Grain.QUARTER, context.published), -1)
    if found.has("quarter"):
        told = part_of_year(told.start.year, Grain.QUARTER, found.number("ordinal")) if found.has("ordinal") else told
    return dated(
        Period(told.grain, move(told.start, Grain.YEAR, -1)), "a year before the quarter that figures were given for"
    )._replace(told=False)


def quarter_of_that_name(found: Match, context: Context) -> Reading | None:
    """Resolve "the 1989 period", "the 1988 quarter", beside figures for a quarter: that quarter of the year named."""
    told = context.basis.period if context.basis else None
    if told is None or told.grain is not Grain.QUARTER or (found.has("unit") and found.name("unit") != "Q"):
        return None
    period = Period(told.grain, told.start.replace(year=found.number("year4")))
    return dated(period, "the quarter that figures were given for, in the year named")._replace(told=False)


def recent_quarter(found: Match, context: Context) -> Reading | None:
    """Resolve "the latest quarter", "last quarter", "the current quarter"."""
    if found.name("unit") != "Q":
        return _recent_other(found, context)
    step = -1 if found.has("latest") or found.has("last") or found.has("recent") else 1 if found.has("next") else 0
    context.basis = dated(shift(containing(Grain.QUARTER, context.published), step), "counted from publication")
    return context.basis


def _recent_other(found: Match, context: Context) -> Reading | None:
    grain = {"Y": Grain.YEAR, "M": Grain.MONTH, "W": Grain.WEEK}.get(found.name("unit"))
    if grain is None or not (found.has("latest") or found.has("recent")):
        return None
    return dated(shift(containing(grain, context.published), -1), "the latest complete one")


RULES: Final = (
    Rule(
        "compared-quarter",
        "the? comparable? (unit hyphen (earlier | ago) | previous hyphen unit) "
        "(QUARTER | fiscal? unit | period | MANY units)?",
        compared_period,
        Example("Profit rose from the year-earlier quarter.", "the year-earlier quarter", "2023-Q3", "2023-35"),
    ),
    Rule(
        "quarter-of-month",
        "the? MON year4? unit",
        quarter_of_month,
        Example("Sales fell in the June quarter.", "the June quarter", "2024-Q2", "2024-34"),
    ),
    Rule(
        "quarter-in-figures",
        "quarteryear",
        quarter_in_figures,
        Example("Output grew in 2Q24.", "2Q24", "2024-Q2", "2024-34"),
    ),
    Rule(
        "same-of-another-year",
        "the (same | comparable) (unit | period) (of | in)? "
        "(last unit | the (previous | last) unit | year4 | a unit (earlier | ago))",
        same_of_another_year,
        Example("Profit rose from the same quarter last year.", "the same quarter last year", "2023-Q3", "2023-35"),
    ),
    Rule(
        "quarter-of-that-name",
        "the? comparable? year4 (period | unit)",
        quarter_of_that_name,
        Example("Sales in the third quarter rose from the 2023 period.", "the 2023 period", "2023-Q3", "2023-35"),
    ),
    Rule(
        "quarter-of-year",
        "STAGE (the unit poss | the | WHOSE unit poss)? (fiscal | year4 poss? | year4 fiscal | fiscal year4 poss?)? "
        "(QUARTER | (ordinal | last | latter) half | quartername | halfname) "
        "(hyphen? comma? of? fiscal? (year4 | fyear | (the same | WHOSE | the) fiscal? unit))?",
        quarter,
        Example("Output grew in the first quarter of 2024.", "the first quarter of 2024", "2024-Q1", "2024-33"),
    ),
    Rule(
        "recent-quarter",
        "the? (latest | last | current | next | this | least? recent) fiscal? unit",
        recent_quarter,
        Example("Sales rose last quarter.", "last quarter", "2024-Q3", "2024-35"),
    ),
)
