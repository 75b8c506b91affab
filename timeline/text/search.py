"""Find a phrase in a text as a reader would: blind to case, to line breaks and to the kind of quote or dash."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.domain.span import Offsets

_ALIKE = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)


class SearchableText:
    """A text prepared once for many searches. Offsets are those of the text as given."""

    def __init__(self, text: str) -> None:
        self._folded = fold_in_place(text)

    def find(self, phrase: str, within: Offsets | None = None) -> Offsets | None:
        """Return where `phrase` first stands as whole words inside `within`, or None.

        White space in the phrase matches any run of white space. A phrase without a letter or digit is never found.
        """
        return next(self.find_all(phrase, within), None)

    def find_all(self, phrase: str, within: Offsets | None = None) -> Iterator[Offsets]:
        """Yield every place where `phrase` stands as whole words inside `within`."""
        pattern = _pattern(phrase)
        if pattern is None:
            return
        start, end = within or (0, len(self._folded))
        for match in pattern.finditer(self._folded, start, end):
            yield Offsets(*match.span())


def fold_in_place(text: str) -> str:
    """Return `text` in lower case with plain quotes and dashes, every character still at its offset."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters, like İ, have a longer lower case
        lowered = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    return lowered.translate(_ALIKE)


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    words = fold_in_place(phrase).split()
    if not any(character.isalnum() for word in words for character in word):
        return None
    inner = r"\s+".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w){inner}(?!\w)")
