"""An article with its sentences numbered and its time expressions tagged: what an engine works on.

It is made by our own code alone and never read from outside, so that nothing of it is validated.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.time_expression import TimeExpression


class Layout(StrEnum):
    """What part of a page a sentence belongs to."""

    HEADLINE = "headline"
    HEADING = "heading"
    CAPTION = "caption"
    BODY = "body"
    FURNITURE = "furniture"


class Sentence(NamedTuple):
    """One sentence of an article. `number` counts from 1; furniture is numbered too, and is no evidence."""

    number: int
    span: Offsets
    layout: Layout = Layout.BODY
    paragraph: int = 0

    @property
    def is_evidence(self) -> bool:
        """Say whether a record may cite the sentence."""
        return self.layout is not Layout.FURNITURE


class TimeTag(NamedTuple):
    """A time expression with the id by which an engine points at it (`t1`, `t2`, …)."""

    id: str
    sentence: int
    expression: TimeExpression

    @property
    def span(self) -> Offsets:
        """Where the expression stands."""
        return Offsets(self.expression.start, self.expression.end)


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article, its sentences in order, and its time tags in order. Tags of furniture are left out."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[TimeTag, ...]

    def __hash__(self) -> int:
        """Hash what tells articles apart, and not every sentence and tag of each."""
        return hash((self.article.text, self.article.published))

    @cached_property
    def sentence_by_number(self) -> dict[int, Sentence]:
        """The sentences, by number."""
        return {sentence.number: sentence for sentence in self.sentences}

    @cached_property
    def time_by_id(self) -> dict[str, TimeTag]:
        """The time tags, by id."""
        return {tag.id: tag for tag in self.times}

    @cached_property
    def times_by_sentence(self) -> dict[int, tuple[TimeTag, ...]]:
        """The time tags of each sentence that has some."""
        found: dict[int, tuple[TimeTag, ...]] = {}
        for tag in self.times:
            found[tag.sentence] = (*found.get(tag.sentence, ()), tag)
        return found

    def text_of(self, sentence: Sentence) -> str:
        """Return the sentence's characters."""
        return sentence.span.of(self.article.text)
