"""Words for the present, the past and the future without a date: "now", "recently", "the coming months"."""

from typing import Final

from timeline.domain.time_expression import TimexType
from timeline.temporal.english.quantity import duration
from timeline.temporal.grammar import Example, Match, Rule
from timeline.temporal.reading import Reading, undated
from timeline.temporal.reference import Context


def present(found: Match, _context: Context) -> Reading | None:
    """Resolve "now", "currently", "the present", "at this point"."""
    if found.has("now") and found.word(0) in ("that", "-") and found.word(-1) != "until":
        return None
    if found.has("these") and (found.words("these") != ["these"] or found.name("units") != "D"):
        return None
    return undated("PRESENT_REF", "the present, without a date")


def past(_found: Match, _context: Context) -> Reading | None:
    """Resolve "recently", "the past", "previously"."""
    return undated("PAST_REF", "the past, without a date")


def former(_found: Match, context: Context) -> Reading | None:
    """Resolve "former" in a text of history, whose annotators count it with the past; news leaves it alone."""
    return undated("PAST_REF", "the past, without a date") if context.narrative else None


def future(found: Match, context: Context) -> Reading | None:
    """Resolve "soon", "the future", "the near term", and in a text of history "future" before any noun."""
    if not found.has("the") and found.has("future"):
        return undated("FUTURE_REF", "the future, without a date") if context.narrative else None
    ahead = found.word(-1) in ("to", "will") or context.looks_ahead(found.start, found.end)
    if found.has("futureword") and not ahead:
        return None
    if found.has("futureword") and found.word(-1) in ("as", "how", "too", "so"):
        return None
    if found.has("futureword") and found.word(0) == "after":
        return None
    return undated("FUTURE_REF", "the future, without a date")


def recent(found: Match, _context: Context) -> Reading | None:
    """Resolve "recent years", "recent weeks", "recent"."""
    if found.has("units"):
        return undated(
            duration(None, found.name("units")), "a vague stretch up to the present", kind=TimexType.DURATION
        )
    if found.has("unit"):
        return None
    return undated("PAST_REF", "the past, without a date")


def coming(_found: Match, _context: Context) -> Reading | None:
    """Resolve "the coming months", "future quarters"."""
    return undated("FUTURE_REF", "the future, without a date")


_HISTORY: Final = (
    "War broke out in 1936. The king had ruled since 1902, and the republic of 1910 to 1914 had failed. In 1937 "
    "and 1938 "
    "the former king lived abroad. He died in 1941, his son in 1950."
)

RULES: Final = (
    Rule(
        "coming",
        "(the? coming | future) units | the units ahead",
        coming,
        Example("More cuts are due in the coming months.", "the coming months", "FUTURE_REF"),
    ),
    Rule(
        "recent",
        "(more | the)? recent units (and units)? | recent",
        recent,
        Example("Rents rose in recent years.", "recent years", "PXY"),
    ),
    Rule(
        "present",
        "now | presentword | the present time? | at (present | this time | the moment) | these units | current",
        present,
        Example("Prices are falling now.", "now", "PRESENT_REF"),
    ),
    Rule(
        "while-ago",
        "(a (short time | while) | several time) ago",
        past,
        Example("He died a while ago.", "a while ago", "PAST_REF"),
    ),
    Rule("past", "pastword | the recent? past", past, Example("He recently retired.", "recently", "PAST_REF")),
    Rule("former", "former", former, Example(_HISTORY, "former", "PAST_REF")),
    Rule(
        "future",
        "futureword | the? foreseeable? future | the (foreseeable | short) hyphen? term",
        future,
        Example("Little is known of the future.", "the future", "FUTURE_REF"),
    ),
)
