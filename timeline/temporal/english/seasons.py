"""Seasons and weekends: "spring 2026", "last summer", "this weekend"."""

from typing import Final

from timeline.temporal.english.anchoring import season_near
from timeline.temporal.english.relative import base_told, edge_of
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.period import SEASON_STARTS, Grain, Period, containing, move, shift
from timeline.temporal.reading import Reading, dated, undated
from timeline.temporal.reference import Context


def named_season(found: Match, context: Context) -> Reading | None:
    """Resolve a season, by its year, by the word before it, or by tense."""
    name = found.name("season")
    if not _is_season(found):
        return None
    mod = edge_of(found)
    rough = mod is not None
    if found.has("year4"):
        start_month = SEASON_STARTS[name]
        base = containing(Grain.YEAR, context.published.replace(year=found.number("year4"), day=1))
        bc = found.value("era") is True
        if bc:
            return undated(f"BC{found.number('year4'):04}-{name}", "season and year are written", mod=mod)
        return dated(
            Period(Grain.SEASON, base.start.replace(month=start_month)),
            "season and year are written",
            mod=mod,
            approximate=rough,
        )
    if found.has("that") or found.has("same") or found.has("following") or (context.narrative and context.last):
        base_day = base_told(context, Grain.YEAR).start
        period = Period(
            Grain.SEASON,
            base_day.replace(month=SEASON_STARTS[name]),
            bool(context.last and context.last.bc),
        )
        step = (
            1
            if found.has("following") or found.has("next")
            else -1
            if found.has("previous") or found.has("last")
            else 0
        )
        return dated(
            Period(Grain.SEASON, move(period.start, Grain.YEAR, step), period.bc),
            "the year is that of the date told before",
            mod=mod,
            approximate=rough,
        )
    ahead = (
        found.has("next")
        or found.has("coming")
        or (not found.has("last") and not found.has("past") and context.looks_ahead(found.start, found.end))
    )
    anchor = move(context.published, Grain.MONTH, 3) if found.has("next") else context.published
    period = season_near(anchor, name, ahead=ahead)
    if found.has("last") and shift(period, 1).start > context.published:
        period = Period(Grain.SEASON, move(period.start, Grain.YEAR, -1))
    if found.has("this") and not found.has("past"):
        period = _season_of_this_year(context, name)
    return dated(period, "the season nearest to publication that fits the clause", mod=mod, approximate=rough)


def _season_of_this_year(context: Context, name: str) -> Period:
    if name == "WI":
        return season_near(context.published, name, ahead=context.published.month > 3)
    return Period(Grain.SEASON, context.published.replace(month=SEASON_STARTS[name], day=1))


def _is_season(found: Match) -> bool:
    """Tell seasons from the verbs "fall" and "spring" and from names such as "Winter Olympics"."""
    word = found.words("season")[0]
    if any(
        found.has(name)
        for name in (
            "last",
            "this",
            "next",
            "that",
            "year4",
            "early",
            "edge",
            "coming",
            "following",
            "previous",
            "past",
            "same",
        )
    ):
        return True
    raw = found.tokens.text[found.tokens.starts[(found.span("season") or (0, 0))[0]]]
    before = found.word(-1)
    if word in ("fall", "spring"):
        return (found.has("the") and before in ("in", "by", "during", "until", "since", "of", "through")) or (
            before in ("in", "by", "since", "until") and word == "spring"
        )
    if raw.isupper() and found.word(0)[:1].isalpha() and found.tokens.text[found.end + 1 : found.end + 2].isupper():
        return False
    if word in ("summer", "winter", "autumn"):
        return True
    return found.has("the") or before in (
        "in",
        "by",
        "during",
        "until",
        "since",
        "of",
        "through",
        "for",
        "and",
        "to",
        "or",
        "harsh",
        "every",
    )


def weekend(found: Match, context: Context) -> Reading | None:
    """Resolve "the weekend", "last weekend", "this weekend"."""
    base = containing(Grain.WEEKEND, context.reference)
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


RULES: Final = (
    Rule(
        "weekend",
        "PRE? (this past? coming? | last | past | next | coming | that same? | the (past | coming | following | "
        "last | next | previous)?) weekend",
        weekend,
        Example("Thousands marched last weekend.", "last weekend", "2024-W40-WE", "2024-10-05/2024-10-06"),
    ),
    Rule(
        "season",
        "PRE? (the? (this past? coming? | last | past | next | coming | that same? | same | following | previous "
        "| the)? )? early? hyphen? season (hyphen? of? (year4 era? | YEARNUM))?",
        named_season,
        Example("The bridge opens in spring 2026.", "spring 2026", "2026-SP", "2026-21"),
    ),
)
