"""Find a phrase in a text as a reader would: blind to case, to line breaks and to the kind of quote or dash."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from timeline.domain.span import Offsets

_ALIKE = {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
_SPACES = dict.fromkeys((chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) != " "), " ")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


class SearchableText:
    """A text prepared once for many searches. Offsets are those of the text as given."""

    def __init__(self, text: str) -> None:
        self._folded = fold_in_place(text)
        self._spaced = _replaced(self._folded, _SPACES)

    def find(self, phrase: str, within: Offsets | None = None) -> Offsets | None:
        """Return where `phrase` first stands as whole words inside `within`, or None.

        White space in the phrase matches any run of white space. A phrase without a letter or digit is never found.
        """
        sought = _sought(phrase)
        start, end = within or (0, len(self._folded))
        if sought and self._is_plain(sought, start, end):
            return self._next_plain(sought, start, end)
        return next(self.find_all(phrase, within), None)

    def find_all(self, phrase: str, within: Offsets | None = None) -> Iterator[Offsets]:
        """Yield every place where `phrase` stands as whole words inside `within`."""
        sought = _sought(phrase)
        if not sought:
            return
        start, end = within or (0, len(self._folded))
        if not self._is_plain(sought, start, end):
            yield from (Offsets(*match.span()) for match in _pattern(sought).finditer(self._folded, start, end))
            return
        while (found := self._next_plain(sought, start, end)) is not None:
            yield found
            start = found.end

    def _is_plain(self, sought: str, start: int, end: int) -> bool:
        """Say whether a search for the words with one space between them finds all: much faster than a pattern."""
        return " " not in sought or self._spaced.find("  ", start, end) < 0

    def _next_plain(self, sought: str, start: int, end: int) -> Offsets | None:
        spaced = self._spaced
        at = start
        while (at := spaced.find(sought, at, end)) >= 0:
            behind = at + len(sought)
            if (at and _is_of_a_word(spaced[at - 1])) or (behind < end and _is_of_a_word(spaced[behind])):
                at += 1
            else:
                return Offsets(at, behind)
        return None


def fold_in_place(text: str) -> str:
    """Return `text` in lower case with plain quotes and dashes, every character still at its offset."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters, like İ, have a longer lower case
        lowered = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    return _replaced(lowered, _ALIKE)


def _replaced(text: str, plain_of: Mapping[str, str]) -> str:
    """Replace characters one by one: where few of them are there, many times faster than `translate`."""
    for character, plain in plain_of.items():
        text = text.replace(character, plain)
    return text


@lru_cache(maxsize=4096)
def _sought(phrase: str) -> str:
    """Return the words searched for, a space between them, or nothing where the phrase has no letter or digit."""
    folded = fold_in_place(phrase)
    return " ".join(folded.split()) if _LETTER_OR_DIGIT.search(folded) else ""


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=4096)
def _pattern(sought: str) -> re.Pattern[str]:
    inner = r"\s+".join(map(re.escape, sought.split(" ")))
    return re.compile(rf"(?<!\w){inner}(?!\w)")
