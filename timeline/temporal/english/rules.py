"""The rules of English in the order in which they are tried: the first that matches at a place wins."""

from functools import cache
from typing import Final

from timeline.temporal.english import (
    clock,
    dayparts,
    days,
    durations,
    figures,
    holidays,
    months,
    offsets,
    quantity,
    quarters,
    relative,
    seasons,
    vague,
    weekdays,
    years,
)
from timeline.temporal.english.words import CLASSES, SPOKEN_CENTURIES, TRIGGERS
from timeline.temporal.grammar import Grammar, Rule
from timeline.temporal.scan import Scanner
from timeline.temporal.tokens import SHAPES, Lexicon

MACROS: Final = {
    name: pattern
    for module in (clock, days, holidays, quantity, quarters, relative, weekdays, years)
    for name, pattern in module.MACROS.items()
}

_ORDER: Final = (
    "numeric-date remembered-day beside-today beyond-next weekday-beyond-next beside-date weekday-weeks-away "
    "offset-from-date clock-on-date date-at-clock around-holiday holiday part-of-date part-of-date-inverted "
    "days-of-month days-before-month day-of-named-year part-of-month month-day day-month month-of-named-year "
    "nth-weekday weekday-of-date weekday-of-week week-of weekend season-of-named-year season part-of-day "
    "hour-of-light at-night modified-day year-end decade century quarter-of-month compared-quarter "
    "quarter-in-figures same-of-another-year quarter-of-that-name quarter-of-year recent-quarter fiscal-year "
    "year-pair counted-offset recurring named-unit coming recent present compound-length spell lasting "
    "past-unit length bare-units month weekday today tonight spoken-year running-unit listed-day bare-day "
    "single-unit while-ago past former future year"
)

_BY_NAME: Final[dict[str, Rule]] = {
    rule.name: rule
    for module in (
        clock,
        dayparts,
        days,
        durations,
        figures,
        holidays,
        months,
        offsets,
        quarters,
        relative,
        seasons,
        vague,
        weekdays,
        years,
    )
    for rule in module.RULES
}

RULES: Final[tuple[Rule, ...]] = tuple(_BY_NAME[name] for name in _ORDER.split())


@cache
def english() -> Grammar:
    """Return the compiled grammar of English."""
    return Grammar(RULES, Lexicon(CLASSES), MACROS, [*TRIGGERS, *SHAPES, "number"])


@cache
def english_scanner() -> Scanner:
    """Return the scan for the words without which English tells no time."""
    return Scanner([*SPOKEN_CENTURIES, *(word for name in TRIGGERS for word in CLASSES[name])])
