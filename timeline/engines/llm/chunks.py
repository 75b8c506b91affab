"""A long article in pieces: sentences packed under a token budget, with what a reader of the piece must know."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from timeline.domain.annotated import AnnotatedArticle
from timeline.engines.llm.shown import numbered_line, shown
from timeline.llm.estimate import tokens_of

_NAME = re.compile(r"\b[^\W\d_a-z][\w'’-]*(?:\s(?:(?:al|bin|da|de|der|van|von)\s)?[^\W\d_a-z][\w'’-]*){1,3}")
_MOST_PEOPLE = 40


Lines: TypeAlias = Mapping[int, str]
"""Sentences as the model sees them, by number, in order."""


class Chunk(NamedTuple):
    """Lines to read in one request, the lines before them, and the names that came up earlier."""

    lines: Lines
    context: Lines = MappingProxyType({})
    people: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the sentences to read."""
        return tuple(self.lines)

    def halves(self) -> "tuple[Chunk, Chunk]":
        """Return the two halves; the second has the end of the first for context."""
        middle = len(self.lines) // 2
        first, second = self.numbers[:middle], self.numbers[middle:]
        before = first[-max(len(self.context), 1) :]
        return (
            Chunk(chosen(self.lines, first), self.context, self.people),
            Chunk(chosen(self.lines, second), chosen(self.lines, before), self.people),
        )


def lines_of(article: AnnotatedArticle) -> Lines:
    """Return the sentences that are evidence, as lines."""
    return {sentence.number: numbered_line(article, sentence) for sentence in article.sentences if sentence.is_evidence}


def chosen(lines: Lines, numbers: Iterable[int]) -> Lines:
    """Return the lines of those numbers."""
    return {number: lines[number] for number in numbers}


def chunks_of(article: AnnotatedArticle, lines: Lines, *, tokens: int, overlap: int) -> tuple[Chunk, ...]:
    """Pack the lines of an article into chunks of at most `tokens`, or of one line where that alone is longer."""
    chunks: list[Chunk] = []
    people: dict[str, None] = {}
    numbers = tuple(lines)
    for start, end in _packed(list(map(tokens_of, lines.values())), tokens):
        read, before = numbers[start:end], numbers[max(0, start - overlap) : start]
        chunks.append(Chunk(chosen(lines, read), chosen(lines, before), tuple(people)[:_MOST_PEOPLE]))
        if end < len(lines):
            people |= dict.fromkeys(_names_in(article, read))
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


def _names_in(article: AnnotatedArticle, numbers: Sequence[int]) -> Iterator[str]:
    for number in numbers:
        text = article.text_of(article.sentence_by_number[number])
        yield from (shown(name) for name in _NAME.findall(text))
