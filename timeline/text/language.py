"""Whether a text is English."""

from collections import Counter

from timeline.text.lexicon import FOREIGN_FUNCTION_WORDS, FUNCTION_WORDS
from timeline.text.tokens import fold, words

SAMPLE = 3_000
"""So many characters are looked at, half a thousand words: a text's share of function words then varies by 0.02."""

_STRETCHES = 6
"""Of a longer text so many are looked at, spread over it, since its head may be another language than its body."""

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
    counts = _count_words(_sample(text))
    total = counts.total()
    latin = total - sum(count for word, count in counts.items() if not word.isascii())
    if not total or 2 * latin < total:
        return False
    english = sum(counts[word] for word in FUNCTION_WORDS & counts.keys())
    foreign = sum(counts[word] for word in FOREIGN_FUNCTION_WORDS & counts.keys())
    return english >= foreign and (total < LONG or english >= LEAST_SHARE * total)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    step = len(text) // _STRETCHES
    return " ".join(text[at : at + SAMPLE // _STRETCHES] for at in range(0, step * _STRETCHES, step))


def _count_words(text: str) -> Counter[str]:
    """Count the folded words. Cutting at what is no letter is several times faster than looking for words."""
    counts = Counter(text.encode(errors="replace").translate(_ASCII_LETTERS).decode().split())
    strange = [piece for piece in counts if "'" in piece or not piece.isascii()]
    for piece, times in [(piece, counts.pop(piece)) for piece in strange]:
        for part in piece.translate(_LETTERS).split():
            for word in words(part):
                counts[fold(word)] += times
    return counts


_ASCII_LETTERS = bytes(
    code if code >= 0x80 or code == ord("'") else ord(chr(code).lower() if chr(code).isalpha() else " ")
    for code in range(0x100)
)
"""ASCII capitals as small letters, an apostrophe as it is, and a space for the rest; what else UTF-8 has stays."""


class _Letters(dict[int, str]):
    """Letters and apostrophes, and a space for the rest, found out as they come up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = character in "'’" or (character.isalnum() and not character.isdecimal())
        self[code] = character if kept else " "
        return self[code]


_LETTERS = _Letters()
