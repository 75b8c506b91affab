"""Whether a text is English."""

from timeline.text.lexicon import FOREIGN_FUNCTION_WORDS, FUNCTION_WORDS
from timeline.text.tokens import fold, words

SAMPLE = 20_000
"""So many characters from the start are looked at."""

LONG = 60
"""A text of so many words without function words is no English either, though none of the known languages."""

LEAST_SHARE = 0.1
"""English news has 0.23 to 0.5 function words of this list; other languages, which share some spellings (`in`, `was`),
have up to 0.15, so this bound decides only where no known language is the better fit."""


def looks_english(text: str) -> bool:
    """Say whether a text reads like English rather than another language.

    The share of function words needs no model, is the same for capitals, and tells the languages of one script apart:
    running prose cannot do without them, and no two languages have the same ones. A short text, or a list without any,
    counts as English unless something speaks against it; a text without words does not.
    """
    found = [fold(word) for word in words(text[:SAMPLE])]
    latin = sum(word.isascii() for word in found)
    if not found or 2 * latin < len(found):
        return False
    english = sum(word in FUNCTION_WORDS for word in found)
    foreign = sum(word in FOREIGN_FUNCTION_WORDS for word in found)
    return english >= foreign and (len(found) < LONG or english >= LEAST_SHARE * len(found))
