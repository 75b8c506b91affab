"""An article with its sentences numbered and its time expressions tagged."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline.domain.annotated import AnnotatedArticle, Sentence, TimeTag
from timeline.domain.article import Article
from timeline.domain.time_expression import TimeExpression
from timeline.temporal import tag
from timeline.text.sentences import split_sentences


def annotate(article: Article) -> AnnotatedArticle:
    """Number the sentences and tag the time expressions; those of page furniture are left out."""
    sentences = split_sentences(article.text)
    expressions = sorted(tag(_without_furniture(article.text, sentences), article.published), key=lambda one: one.start)
    return AnnotatedArticle(article=article, sentences=sentences, times=tuple(_tags(sentences, expressions)))


def _without_furniture(text: str, sentences: Sequence[Sentence]) -> str:
    """Return the text with page furniture blanked, so that the day on which a page was saved dates nothing else."""
    pieces, at = [], 0
    for sentence in sentences:
        if not sentence.is_evidence:
            pieces += [text[at : sentence.span.start], " " * (sentence.span.end - sentence.span.start)]
            at = sentence.span.end
    return "".join([*pieces, text[at:]])


def _tags(sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]) -> Iterator[TimeTag]:
    starts = [sentence.span.start for sentence in sentences]
    count = 0
    for expression in expressions:
        sentence = sentences[bisect_right(starts, expression.start) - 1]
        if sentence.is_evidence:
            count += 1
            yield TimeTag(f"t{count}", sentence.number, expression)
