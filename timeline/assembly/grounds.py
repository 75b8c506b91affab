"""What a record can be proved on: the article's sentences, its time tags, and a search that folds case and quotes."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

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


_GROUNDS: WeakKeyDictionary[AnnotatedArticle, "Grounds"] = WeakKeyDictionary()
"""What was prepared of the articles that are at work; it goes with each of them."""


def grounds_of(article: AnnotatedArticle) -> "Grounds":
    """Return the grounds of an article, the same for all that prove on it as long as the article is held."""
    grounds = _GROUNDS.get(article)
    if grounds is None:
        grounds = _GROUNDS[article] = Grounds(article)
    return grounds


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
        self._text = SearchableText(article.article.text)
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._found_anywhere: dict[str, Offsets | None] = {}

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of every word outside the furniture, as it stands, without its points, and by its parts."""
        pieces = set("\n".join(self._cited_texts()).split())
        return frozenset().union(*map(_stems_in, pieces))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The initials of every run of two to five capitalised words: "United States" gives "US"."""
        parts = (part for word in self._words for part in word.split("-") if part)
        initials = "".join(part[0] if part[0].isupper() else " " for part in parts)
        return frozenset(
            run[start : start + length]
            for run in initials.split()
            for length in range(2, 6)
            for start in range(len(run) - length + 1)
        )

    @cached_property
    def _words(self) -> list[str]:
        return [word for text in self._cited_texts() for word in words(text)]

    def _cited_texts(self) -> list[str]:
        return [self.text_at(sentence.span) for sentence in self.sentences if sentence.is_evidence]

    def find(self, phrase: str, sentences: Iterable[Sentence]) -> Offsets | None:
        """Return where `phrase` stands in the first of `sentences` that has it, or None."""
        for sentence in sentences:
            if span := self._text.find(phrase, sentence.span):
                return span
        return None

    def find_all(self, phrase: str, sentences: Iterable[Sentence]) -> list[Offsets]:
        """Return every place in `sentences` where `phrase` stands, in their order."""
        return [span for sentence in sentences for span in self._text.find_all(phrase, sentence.span)]

    def find_inside(self, phrase: str, within: Offsets) -> Offsets | None:
        """Return where `phrase` first stands inside `within`, or None."""
        return self._text.find(phrase, within)

    def find_anywhere(self, phrase: str) -> Offsets | None:
        """Return where `phrase` first stands in the article outside its furniture, or None."""
        if phrase not in self._found_anywhere:
            found = (span for span in self._text.find_all(phrase) if not self._is_furniture(span))
            self._found_anywhere[phrase] = next(found, None)
        return self._found_anywhere[phrase]

    def text_at(self, span: Offsets) -> str:
        """Return the article's characters at `span`."""
        return span.of(self.article.text)

    def text_of(self, sentences: Iterable[Sentence]) -> str:
        """Return the sentences' characters, one sentence a line."""
        return "\n".join(self.text_at(sentence.span) for sentence in sentences)

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
