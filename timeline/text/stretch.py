"""A stretch of a text as its words, folded and as written; each can be found again in the text."""

import re
from typing import Final, NamedTuple

_PLAIN: Final = r"[a-zA-Z]++(?=[ ,])"
"""What most words look like: the longer pattern reads them no differently, but takes twice the time."""

_WORD: Final = re.compile(
    rf" ?({_PLAIN}|[^\W\d_]++(?>(?:-[^\W\d_]++)*)(?:'[tT]\b)?|'(?:[lL][lL]|[vV][eE]|[rR][eE]|[mMdDsS])\b|\d++|[,;])"
)


class Stretch(NamedTuple):
    """The words of `text`, which begins at `offset`, folded and as written, and whether all are in capitals."""

    words: list[str]
    written: list[str]
    is_shouted: bool
    text: str
    offset: int

    def is_capital(self, index: int) -> bool:
        """Say whether the word is written with a capital where others are not."""
        return not self.is_shouted and self.written[index][0].isupper()

    def start_of(self, index: int) -> int:
        """Return the offset of a word, found back from the end: between words stands nothing that could be one."""
        at = len(self.text)
        for word in reversed(self.written[index:]):
            at = self.text.rindex(word, 0, at)
        return self.offset + at


def stretch_of(window: str, offset: int) -> Stretch:
    """Return the words, contractions, numbers, commas and semicolons of `window`, which begins at `offset`."""
    text = window.replace("’", "'")
    written = _WORD.findall(text)
    words = _lower(" ".join(written)).split(" ") if written else []
    return Stretch(words, written, window.isupper(), text, offset)


def _lower(text: str) -> str:
    """Return the text in lower case, but for letters whose lower case is two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join([low if len(low := character.lower()) == 1 else character for character in text])
