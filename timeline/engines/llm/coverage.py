"""Which sentences a second look is worth: those with a date or a reporting verb that no record cites."""

from collections.abc import Collection, Sequence

from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.engines.llm.chunks import Chunk, Lines, chosen
from timeline.text.lexicon import REPORTING_FORMS
from timeline.text.tokens import tokens


def uncovered_chunks(
    article: AnnotatedArticle, lines: Lines, *, seen: Collection[int], lines_per_chunk: int
) -> tuple[Chunk, ...]:
    """Return the lines to ask about, in chunks, each with the line before it for context.

    `seen` holds the numbers of sentences that a record cites, or that could not be read.
    """
    asked = [
        index
        for index, number in enumerate(lines)
        if number not in seen and _may_tell_an_event(article, article.sentence_by_number[number])
    ]
    return tuple(
        _chunk(lines, asked[start : start + lines_per_chunk]) for start in range(0, len(asked), lines_per_chunk)
    )


def _chunk(lines: Lines, asked: Sequence[int]) -> Chunk:
    numbers = tuple(lines)
    before = (numbers[index - 1] for index in asked if index > 0)
    return Chunk(chosen(lines, (numbers[index] for index in asked)), chosen(lines, before))


def _may_tell_an_event(article: AnnotatedArticle, sentence: Sentence) -> bool:
    if any(tag.expression.edtf is not None for tag in article.times_by_sentence.get(sentence.number, ())):
        return True
    return any(token.text.lower() in REPORTING_FORMS for token in tokens(article.text_of(sentence)))
