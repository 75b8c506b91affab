"""Words of a text with their offsets, and the folded form in which names and words are compared."""

import re
import unicodedata
from functools import lru_cache, partial
from itertools import accumulate
from operator import sub
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    \s*+(?:
    (?>(?:[^\W\d_]\.){2,})                                # dotted letters: U.S.
    | [$€£¥]?[0-9]++(?>(?:[.,][0-9]++)*)%?                # numbers
    | [^\W\d_]++(?>(?:['’‑-][^\W_]++)*)                    # words, with inner apostrophes and hyphens
    | [^\W_]++
    | [^\s]
    )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]++(?>(?:['’][^\W\d_]++)*)")
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛ʼ′`´", "'") | dict.fromkeys("“”„‟«»″", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"\u00ad": None, "\u200b": None, "\ufeff": None})
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


class Token(NamedTuple):
    """A word, number or mark at `[start, end)`."""

    text: str
    start: int
    end: int


_make = partial(tuple.__new__, Token)  # half the time of `Token(…)`, and there are a thousand on a page


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in order; they hold every character that is not white space."""
    raw = _TOKEN.findall(text.rstrip())
    texts = list(map(str.strip, raw))
    ends = list(accumulate(map(len, raw)))
    return tuple(map(_make, zip(texts, map(sub, ends, map(len, texts)), ends, strict=True)))


def words(text: str) -> list[str]:
    """Return the words of a text that hold a letter."""
    return _WORD.findall(text)


@lru_cache(maxsize=32_768)
def fold(name: str) -> str:
    """Return the form in which names are compared: no case, no diacritics, plain quotes, dashes and spaces.

    The length is not kept.
    """
    if name.isascii():
        return " ".join(name.replace("`", "'").lower().split())
    plain = name.translate(_QUOTES).translate(_DASHES)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.casefold().translate(_UNDECOMPOSED))
        plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(plain.casefold().split())
