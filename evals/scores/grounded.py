"""Whether a record can be found in the text: every sentence, trigger, name, place and number of it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from evals.prediction import PredictedEvent
from evals.scores.words import folded, stands_in

# fmt: off
NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
# fmt: on
"""Numbers that news text spells out, each at its own index."""

_NUMBER = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")


def is_grounded(event: PredictedEvent, text: str) -> bool:
    """Say whether a record cites text, and every sentence, trigger, name, place and number of it stands there."""
    return next(ungrounded(event, text), None) is None


def ungrounded(event: PredictedEvent, text: str) -> Iterator[str]:
    """Name what of a record does not stand in the text."""
    if not event.evidence and not event.unfound:
        yield "no sentence is cited"
    yield from (f"quote {quote!r}" for quote in event.unfound)
    yield from (f"span {list(span)}" for span in event.evidence if not span.of(text).strip() or span.end > len(text))
    phrases = (
        [("trigger", event.trigger)]
        + [("name", participant.name) for participant in event.participants]
        + [("source", source) for source in event.sources]
        + ([("place", event.place)] if event.place is not None else [])
    )
    yield from (f"{what} {phrase!r}" for what, phrase in phrases if not stands_in(phrase, text))
    known = numbers(text)
    yield from (f"number {number!r}" for number in sorted(numbers(event.title) - known))


@lru_cache(maxsize=512)
def numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text as digits without separators of thousands; spelled-out ones up to twenty too."""
    digits = {found.replace(",", "") for found in _NUMBER.findall(text)}
    words = set(re.findall(r"[a-z]+", folded(text)))
    return frozenset(digits | {str(value) for value, word in enumerate(NUMBER_WORDS) if word in words})
