"""Seasons and weekends: "spring 2026", "last summer", "this weekend"."""

from datetime import date
from typing import Final

from timeline.temporal.english.anchoring import edge_of, season_near
from timeline.temporal.english.months import YEAR_NAMED, named_year
from timeline.temporal.english.quantity import year_in_words
from timeline.temporal.english.relative import base_told
from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import SEASON_STARTS, Grain, Period, containing, last_day, move, season, shift, year
from timeline.temporal.reading import Reading, dated
from timeline.temporal.reference import Context
from timeline.text.tense import Aspect, Tense


def named_season(found: Match, context: Context) -> Reading | None:
    """Resolve a season, by its year, by the word before it, or by tense."""
    name = found.name("season")
    if not _is_season(found):
        return None
    mod = edge_of(found)
    if (written := _written_year(found)) is not None:
        if found.value("era") is True:
            start = year(written, bc=True).start.replace(month=SEASON_STARTS[name])
            return dated(Period(Grain.SEASON, start, bc=True), "season and year are written", mod=mod)
        return dated(season(written, name), "season and year are written", mod=mod, approximate=mod is not None)
    if found.has("that") or found.has("same") or found.has("following") or (context.narrative and context.last):
        period, why = _told_season(found, context, name), "the year is that of the date told before"
    else:
        period, why = _near_season(found, context, name), "the season nearest to publication that fits the clause"
    return dated(period, why, mod=mod, approximate=mod is not None)


def _written_year(found: Match) -> int | None:
    if found.has("year4") or found.has("int"):
        return found.number("year4" if found.has("year4") else "int")
    return year_in_words(found.words("yearnum")) if found.has("yearnum") else None


def _told_season(found: Match, context: Context, name: str) -> Period:
    told = context.thread
    start = date(told.start.year if told else context.published.year, SEASON_STARTS[name], 1)
    step = 1 if found.has("following") or found.has("next") else 0
    step = -1 if found.has("previous") or found.has("last") else step
    return Period(Grain.SEASON, move(start, Grain.YEAR, step), bool(context.last and context.last.bc))


def _near_season(found: Match, context: Context, name: str) -> Period:
    if found.has("this") and not found.has("past"):
        return _season_of_this_year(context, name)
    if found.has("next"):
        return season_near(move(context.published, Grain.MONTH, 3), name, ahead=True)
    if found.has("last"):
        period = season_near(context.published, name, ahead=False)
        return period if shift(period, 1).start <= context.published else _of_another_year(period, -1)
    if found.has("past") or found.has("coming"):
        return season_near(context.published, name, ahead=found.has("coming"))
    return _season_by_tense(found, context, name)


def _season_by_tense(found: Match, context: Context, name: str) -> Period:
    """Return the season that the clause looks to, in the present the nearest: "if the autumn is dry"."""
    clause = context.clause(found.start, found.end)
    if clause.tense in (Tense.FUTURE, Tense.PAST) or clause.aspect is Aspect.PERFECTIVE:
        return season_near(context.published, name, ahead=clause.tense is Tense.FUTURE)
    back, on = (season_near(context.published, name, ahead=side) for side in (False, True))
    behind = context.published - last_day(back)
    return on if on.start - context.published < behind else back


def _of_another_year(period: Period, count: int) -> Period:
    return Period(Grain.SEASON, move(period.start, Grain.YEAR, count), period.bc)


def _season_of_this_year(context: Context, name: str) -> Period:
    if name == "WI":
        return season_near(context.published, name, ahead=context.published.month > 3)
    return season(context.published.year, name)


_NAMING: Final = word_set("last this next that year4 yearnum early edge coming following previous past same")
_OF_A_SEASON: Final = word_set(
    "offensive offensives campaign campaigns training semester term season election elections harvest planting "
    "collection collections session"
)
"""Nouns before which "spring" and "fall" are seasons."""
_ANY_ONE: Final = ("a", "an", "one", "another", "no", "any")
"""Before these a season is one of any year: "what changed it was a winter"."""
_BEFORE_SPRING: Final = word_set("in by during until since of through")


def _is_season(found: Match) -> bool:
    """Tell seasons from the verbs "fall" and "spring" and from names such as "Winter Olympics"."""
    if found.has_any(_NAMING):
        return True
    if found.word(-1) in _ANY_ONE:
        return False
    word, before = found.words("season")[0], found.word(-1)
    if found.word(0) in _OF_A_SEASON:
        return True
    if word == "fall":
        return found.has("the") and before in _BEFORE_SPRING
    if word == "spring":
        if found.has("the") and found.word(0) in ("and", "or", "of"):
            return True
        return before in (_BEFORE_SPRING if found.has("the") else ("in", "by", "since", "until"))
    start = (found.span("season") or (0, 0))[0]
    named = found.tokens.is_capital(start)
    return not (named and found.word(0)[:1].isalpha() and found.tokens.text[found.end + 1 : found.end + 2].isupper())


def season_of_that_year(found: Match, context: Context) -> Reading | None:
    """Resolve a season of "last year", "that year": "the spring of last year"."""
    if found.name("unit") != "Y" or found.word(0) == "'s" or not _stands_in_its_year(found):
        return None
    mod = edge_of(found)
    period = season(named_year(found, context), found.name("season"))
    return dated(period, "the year is named beside it", mod=mod, approximate=mod is not None)


def _stands_in_its_year(found: Match) -> bool:
    """Tell the season from the verb: "in the fall of last year", but "prices fall this year"."""
    index = (found.span("season") or (0, 0))[0]
    words = found.tokens.words[max(0, index - 2) : index]
    if found.words("season")[0] not in ("fall", "spring") or found.has("early") or found.has("edge"):
        return True
    return words[-1:] == ["the"] if found.has("of") else not _BEFORE_SPRING.isdisjoint(words)


def weekend(found: Match, context: Context) -> Reading | None:
    """Resolve "the weekend", "last weekend", "this weekend"."""
    base = containing(Grain.WEEKEND, context.reference)
    if found.has("following") or found.has("previous"):
        told = base_told(context, Grain.WEEKEND)
        return dated(shift(told, _beside(found, told, context)), "beside the date told before")
    if found.has("last") or found.has("past"):
        period = (
            base if base.start < context.reference and (context.reference - base.start).days > 1 else shift(base, -1)
        )
    elif found.has("next") or found.has("coming"):
        period = shift(base, 1) if found.has("next") else base
    else:
        ahead = context.looks_ahead(found.start, found.end) or found.has("this")
        period = base if ahead or base.start <= context.reference else shift(base, -1)
    return dated(period, "the weekend that fits the clause")


def _beside(found: Match, told: Period, context: Context) -> int:
    """Return how many weekends away: the weekend of the week told follows a weekday of it."""
    if found.has("previous"):
        return -1
    last = context.last.start if context.last else context.published
    return 0 if last < told.start else 1


RULES: Final = (
    Rule(
        "weekend",
        "PRE? (this past? coming? | last | past | next | coming | that same? | the (past | coming | following | "
        "last | next | previous)?) weekend",
        weekend,
        Example("Thousands marched last weekend.", "last weekend", "2024-W40-WE", "2024-10-05/2024-10-06"),
    ),
    Rule(
        "season-of-named-year",
        f"PRE? the? (early hyphen?)? season {YEAR_NAMED}",
        season_of_that_year,
        Example("They wed in the spring of last year.", "the spring of last year", "2023-SP", "2023-21"),
    ),
    Rule(
        "season",
        "PRE? (the? (this past? coming? | last | past | next | coming | that same? | same | following | previous "
        "| the)? )? (early hyphen?)? season (hyphen? of? (year4 (hyphen day | era)? | int era | YEARNUM))?",
        named_season,
        Example("The bridge opens in spring 2026.", "spring 2026", "2026-SP", "2026-21"),
    ),
)
