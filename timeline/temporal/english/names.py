"""Proper names that hold a time word: "the Sunday Times", "Super Tuesday", "the Good Friday Agreement"."""

from typing import Final

from timeline.temporal.english.words import word_set
from timeline.temporal.grammar import Match

_BEFORE: Final = word_set("black bloody super cyber giving fat ash")
"""Before a weekday in capitals."""

_AFTER: Final = word_set(
    "times mirror telegraph express mail herald independent post tribune star mercury live fever agreement accord "
    "accords school driver drivers show"
)
"""After a day's name: papers, programmes, pacts."""


def is_in_a_name(found: Match) -> bool:
    """Say whether the phrase is part of a name and tells no day."""
    if not found.tokens.text[found.start].isupper():
        return False
    after = found.word(1) if found.word(0) == "night" else found.word(0)
    return found.word(-1) in _BEFORE or after in _AFTER
