"""The numbers that a text states, as values, whether in digits or in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from timeline.text.lexicon import CARDINALS, MAGNITUDES

_SMALL = {word: value for word, value in CARDINALS.items() if word.isalpha() and value < 100 and word != "dozen"}
_SCALES = {"dozen": 12, "mn": 10**6, "k": 10**3, "tn": 10**12, **MAGNITUDES}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = "|".join([*_SMALL, *(f"{word}s?" for word in _SCALES if len(word) > 2)])
_TOKEN = re.compile(rf"(?<![\w.,])(?:(?<![A-Za-z]-)({_DIGITS})(bn|mn|tn|[mk])?|({_WORDS}))(?![\w])")
_MAXIMUM_LENGTH = 40
"""Longer runs of digits are serial numbers; their value is of no use, and slow to compute."""


@lru_cache(maxsize=4096)
def numbers(text: str) -> frozenset[Decimal]:
    """Return every number in `text`: as written, and multiplied out ("3.2 billion" is 3.2 and 3,200,000,000).

    Digits inside a word ("G20", "F-16") are part of a name and not counted. "one" is: it may be a pronoun,
    so callers that license text should take it as always there.
    """
    return frozenset(_values(text))


def _values(text: str) -> Iterator[Decimal]:
    total, end = Decimal(0), -1
    for match in _TOKEN.finditer(text.lower()):
        digits, suffix, word = match.groups()
        if digits and len(digits) > _MAXIMUM_LENGTH:
            continue
        joined = text[end : match.start()].strip(" -\u00a0") == "" if end >= 0 else False
        value, scale = _value(digits, suffix, word)
        total = _combine(total if joined else Decimal(0), value, scale=scale, is_spelled=not digits)
        end = match.end()
        yield value
        yield total


def _value(digits: str | None, suffix: str | None, word: str | None) -> tuple[Decimal, int]:
    """Return a token's own value, and the factor by which it multiplies what stands before it (1 for none)."""
    if digits:
        factor = _SCALES[suffix.lower()] if suffix else 1
        return Decimal(digits.replace(",", "")) * factor, 1
    folded = (word or "").lower()
    if folded in _SMALL:
        return Decimal(_SMALL[folded]), 1
    factor = _SCALES[folded.removesuffix("s")]
    return Decimal(factor), factor


def _combine(before: Decimal, value: Decimal, *, scale: int, is_spelled: bool) -> Decimal:
    if scale > 1:
        return (before or Decimal(1)) * scale
    return before + value if is_spelled else value
