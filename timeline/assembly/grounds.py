"""What a record can be proved on: the article's sentences, its time tags, and a search that folds case and quotes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.domain.span import Offsets
from timeline.domain.vocabulary import RejectionReason
from timeline.text.search import SearchableText
from timeline.text.stems import stem
from timeline.text.words import words


class RejectedError(Exception):
    """A proposed record that the article does not support: the reason from the closed list, and in words."""

    def __init__(self, reason: RejectionReason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


class Grounds:
    """One annotated article, prepared for many searches. Furniture is no ground.

    The annotated article itself is not held, so that what is remembered of it goes with it.
    """

    def __init__(self, article: AnnotatedArticle) -> None:
        self.article = article.article
        self.sentences = article.sentences
        self.times = article.times
        self.sentence_by_number = article.sentence_by_number
        self.time_by_id = article.time_by_id
        self.times_by_sentence = article.times_by_sentence
        self._text = article.article.text
        self._searchable = SearchableText(self._text)
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._found_anywhere: dict[str, Offsets | None] = {}
        self._stems: dict[int, frozenset[str]] = {}

    def absent_stems(self, stems: Iterable[str], evidence: tuple[Sentence, ...]) -> set[str]:
        """Return those of `stems` that no word outside the furniture has: whole, without its points, or by its parts.

        The sentences in `evidence` are read first, and then those before them: most of what is asked for is there.
        """
        absent = set(stems)
        first = evidence[0].number - 1
        for sentence in chain(evidence, reversed(self.sentences[:first]), self.sentences[first:]):
            if not absent:
                break
            absent -= self._stems_of(sentence)
        return absent

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The initials of every run of two to five capitalised words: "United States" gives "US"."""
        texts = (self.text_at(sentence.span) for sentence in self.sentences if sentence.is_evidence)
        parts = (part for text in texts for word in words(text) for part in word.split("-") if part)
        initials = "".join(part[0] if part[0].isupper() else " " for part in parts)
        return frozenset(
            run[start : start + length]
            for run in initials.split()
            for length in range(2, 6)
            for start in range(len(run) - length + 1)
        )

    def _stems_of(self, sentence: Sentence) -> frozenset[str]:
        stems = self._stems.get(sentence.number)
        if stems is None:
            pieces = self.text_at(sentence.span).split() if sentence.is_evidence else ()
            stems = self._stems[sentence.number] = frozenset().union(*map(_stems_in, pieces))
        return stems

    def find(self, phrase: str, sentences: Iterable[Sentence]) -> Offsets | None:
        """Return where `phrase` stands in the first of `sentences` that has it, or None."""
        for sentence in sentences:
            if span := self._searchable.find(phrase, sentence.span):
                return span
        return None

    def find_all(self, phrase: str, sentences: Iterable[Sentence]) -> Iterator[Offsets]:
        """Yield every place in `sentences` where `phrase` stands, in their order."""
        for sentence in sentences:
            yield from self._searchable.find_all(phrase, sentence.span)

    def find_inside(self, phrase: str, within: Offsets) -> Offsets | None:
        """Return where `phrase` first stands inside `within`, or None."""
        return self._searchable.find(phrase, within)

    def find_anywhere(self, phrase: str) -> Offsets | None:
        """Return where `phrase` first stands in the article outside its furniture, or None."""
        if phrase not in self._found_anywhere:
            found = (span for span in self._searchable.find_all(phrase) if not self._is_furniture(span))
            self._found_anywhere[phrase] = next(found, None)
        return self._found_anywhere[phrase]

    def text_at(self, span: Offsets) -> str:
        """Return the article's characters at `span`."""
        return self._text[span.start : span.end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at `offset`, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.sentences[at].span.end:
            return None
        return self.sentences[at]

    def _is_furniture(self, span: Offsets) -> bool:
        sentence = self.sentence_at(span.start)
        return sentence is None or not sentence.is_evidence


@lru_cache(maxsize=16_384)
def _stems_in(piece: str) -> frozenset[str]:
    """Return the stems of the words between two spaces."""
    forms = (form for word in words(piece) for form in (word, word.replace(".", ""), *word.split("-")))
    return frozenset(stem(form) for form in forms if form)
