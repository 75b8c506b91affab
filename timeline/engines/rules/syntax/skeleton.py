"""A sentence as words and phrases, with the look-ups that everything else is built on."""

from collections.abc import Sequence
from functools import cached_property

from timeline.engines.rules.syntax.phrases import Kind, Phrase, VerbGroup, cut_phrases
from timeline.engines.rules.syntax.words import Word

_SKIPPED = frozenset({Kind.ADVERB, Kind.TIME, Kind.QUOTE})


class Skeleton:
    """One sentence, cut into phrases."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.phrases = cut_phrases(words)

    @cached_property
    def index_of_start(self) -> dict[int, int]:
        """The indexes of the phrases by the index of their first word."""
        return {phrase.start: index for index, phrase in enumerate(self.phrases)}

    def verb_at(self, index: int) -> VerbGroup:
        """Return the verb group at `index`, which must be one."""
        verb = self.phrases[index].verb
        if verb is None:
            raise ValueError(f"the phrase at {index!r} is no verb group")
        return verb

    def head(self, phrase: Phrase) -> Word:
        """Return the last word of a noun phrase."""
        return self.words[phrase.end - 1]

    def words_of(self, phrase: Phrase) -> Sequence[Word]:
        """Return the words of a phrase."""
        return self.words[phrase.start : phrase.end]

    def lower(self, index: int) -> str:
        """Return the first word of the phrase at `index`, in lower case."""
        return self.words[self.phrases[index].start].lower

    def skip(self, index: int) -> int:
        """Return the first index from `index` on that is no adverb, time or quotation mark."""
        while index < len(self.phrases) and self.phrases[index].kind in _SKIPPED:
            index += 1
        return index

    def skip_back(self, index: int) -> int:
        """Return the last index up to `index` that is no adverb, time (with its "on") or quotation mark, or -1."""
        while index >= 0 and (self.phrases[index].kind in _SKIPPED or self._introduces_time(index)):
            index -= 1
        return index

    def _introduces_time(self, index: int) -> bool:
        following = index + 1
        return (
            self.phrases[index].kind == Kind.PREPOSITION
            and following < len(self.phrases)
            and self.phrases[following].kind == Kind.TIME
        )
