"""Where an event takes place: a prepositional phrase of its clause that names a place."""

from collections.abc import Iterable, Sequence

from timeline.engines.rules.geography import DEMONYMS, GOVERNMENTS, PLACE_HEADS, PLACE_NAME_HEADS, PLACES
from timeline.engines.rules.names import NameBook
from timeline.engines.rules.syntax.arguments import Oblique
from timeline.engines.rules.syntax.clauses import Parse
from timeline.engines.rules.syntax.phrases import Kind, Phrase
from timeline.engines.rules.syntax.words import Tag, Word
from timeline.text.word_set import word_set

_LOCAL = word_set("in at near outside inside off on across")
_TOWARDS = frozenset({"to", "into"})


class Gazetteer:
    """The places of one article, with the fuller form of those that it once gives with their country or region."""

    def __init__(self, parses: Iterable[Parse], book: NameBook, text: str) -> None:
        self._book = book
        self._text = text
        self.fuller: dict[str, str] = {}
        for parse in parses:
            self._note_pairs(parse.words)

    def _note_pairs(self, words: Sequence[Word]) -> None:
        for index in range(1, len(words) - 2):
            if words[index].tag == Tag.NAME and words[index + 1].tag == Tag.COMMA and words[index + 2].tag == Tag.NAME:
                start = index
                while start > 0 and words[start - 1].tag == Tag.NAME:
                    start -= 1
                end = index + 2
                while end + 1 < len(words) and words[end + 1].tag == Tag.NAME:
                    end += 1
                if start > 0 and words[start - 1].lower in _LOCAL and self._is_region(words, index + 2, end):
                    short = self._text[words[start].start : words[index].end]
                    self.fuller.setdefault(short, self._text[words[start].start : words[end].end])

    def _is_region(self, words: Sequence[Word], first: int, last: int) -> bool:
        name = self._text[words[first].start : words[last].end]
        closes = last + 1 >= len(words) or words[last + 1].tag in {
            Tag.COMMA,
            Tag.STOP,
            Tag.TIME,
            Tag.PREPOSITION,
            Tag.QUOTE,
        }
        return name in PLACES or (closes and self._book.person(name) is None and first == last)

    def place_of(self, parse: Parse, obliques: Iterable[Oblique], *, towards: bool = False) -> str | None:
        """Return the place that the prepositional phrases name, in the fuller form of the article."""
        wanted = _LOCAL | _TOWARDS if towards else _LOCAL
        common = None
        for oblique in obliques:
            if oblique.preposition not in wanted:
                continue
            for phrase in oblique.nouns:
                name = self.named_place(parse, phrase)
                if name:
                    return name
                common = common or self._common_place(parse, phrase, oblique.preposition)
        return common

    def is_known(self, name: str) -> bool:
        """Say whether a single word is the name of a town or country."""
        return name in PLACES or name in self.fuller

    def named_place(self, parse: Parse, phrase: Phrase) -> str | None:
        """Return the place that a noun phrase names, if it names one."""
        words = parse.words_of(phrase)
        if words[-1].tag != Tag.NAME:
            return None
        start = len(words) - 1
        while start > 0 and words[start - 1].tag == Tag.NAME:
            start -= 1
        name = self._text[words[start].start : words[-1].end]
        if words[-1].text in GOVERNMENTS or name in DEMONYMS or self._book.person(name) is not None:
            return None
        if name in PLACES or words[-1].text in PLACE_NAME_HEADS or words[-1].text in PLACES:
            return self.fuller.get(name, name)
        if len(name) > 1 and name.isupper():
            return None
        return self.fuller.get(name, name) if self._stands_as_place(parse, phrase) else None

    def _stands_as_place(self, parse: Parse, phrase: Phrase) -> bool:
        """Say whether an unknown capitalised name follows "in", which hardly anything but a place does."""
        before = phrase.start - 1
        return before >= 0 and parse.words[before].lower in {"in", "near"}

    def _common_place(self, parse: Parse, phrase: Phrase, preposition: str) -> str | None:
        words = parse.words_of(phrase)
        if words[-1].tag != Tag.NOUN or words[-1].lower not in PLACE_HEADS or preposition in {"on", "across"}:
            return None
        kept = [word for word in words if word.tag != Tag.DETERMINER]
        name = self._text[kept[0].start : kept[-1].end]
        index = parse.index_of_start.get(phrase.end, len(parse.phrases))
        if (
            index + 1 < len(parse.phrases)
            and parse.phrases[index].kind == Kind.PREPOSITION
            and parse.lower(index) in {"of", "in"}
        ):
            inner = (
                self.named_place(parse, parse.phrases[index + 1])
                if parse.phrases[index + 1].kind == Kind.NOUN
                else None
            )
            if inner:
                return inner
        return name
