"""A long article in pieces: sentences packed under a token budget, with what a reader of the piece must know."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.domain.annotated import AnnotatedArticle
from timeline.engines.llm.shown import numbered_line, shown
from timeline.llm.estimate import tokens_of

_NAME = re.compile(r"\b[^\W\d_a-z][\w'’-]*(?:\s(?:(?:al|bin|da|de|der|van|von)\s)?[^\W\d_a-z][\w'’-]*){1,3}")
_MOST_PEOPLE = 40


class Line(NamedTuple):
    """One sentence as the model sees it."""

    number: int
    text: str


class Chunk(NamedTuple):
    """Lines to read in one request, the lines before them, and the names that came up earlier."""

    lines: tuple[Line, ...]
    context: tuple[Line, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the sentences to read."""
        return tuple(line.number for line in self.lines)

    def halves(self) -> "tuple[Chunk, Chunk]":
        """Return the two halves; the second has the end of the first for context."""
        middle = len(self.lines) // 2
        first, second = self.lines[:middle], self.lines[middle:]
        overlap = max(len(self.context), 1)
        return Chunk(first, self.context, self.people), Chunk(second, first[-overlap:], self.people)


def lines_of(article: AnnotatedArticle) -> tuple[Line, ...]:
    """Return the sentences that are evidence, as lines."""
    return tuple(
        Line(sentence.number, numbered_line(article, sentence))
        for sentence in article.sentences
        if sentence.is_evidence
    )


def chunks_of(article: AnnotatedArticle, lines: Sequence[Line], *, tokens: int, overlap: int) -> tuple[Chunk, ...]:
    """Pack the lines of an article into chunks of at most `tokens`, or of one line where that alone is longer."""
    chunks: list[Chunk] = []
    people: dict[str, None] = {}
    for start, end in _packed([tokens_of(line.text) for line in lines], tokens):
        context = lines[max(0, start - overlap) : start]
        chunks.append(Chunk(tuple(lines[start:end]), tuple(context), tuple(people)[:_MOST_PEOPLE]))
        if end < len(lines):
            people |= dict.fromkeys(_names_in(article, lines[start:end]))
    return tuple(chunks)


def _packed(sizes: Sequence[int], budget: int) -> list[tuple[int, int]]:
    """Return half-open ranges of `sizes`, each with a sum under `budget` where it has more than one member."""
    ranges: list[tuple[int, int]] = []
    start = used = 0
    for index, size in enumerate(sizes):
        if index > start and used + size > budget:
            ranges.append((start, index))
            start, used = index, 0
        used += size
    if sizes:
        ranges.append((start, len(sizes)))
    return ranges


def _names_in(article: AnnotatedArticle, lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        text = article.text_of(article.sentence_by_number[line.number])
        yield from (shown(name) for name in _NAME.findall(text))
