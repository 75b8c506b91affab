"""Invented articles, annotated by hand."""

import re
from datetime import date

from timeline.domain.annotated import AnnotatedArticle, Layout, Sentence, TimeTag
from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.time_expression import TimeExpression, TimexType

PUBLISHED = date(2031, 3, 6)


def annotated(
    *sentences: str, times: dict[str, str] | None = None, layouts: dict[int, Layout] | None = None
) -> AnnotatedArticle:
    """Number `sentences` from 1 and tag each key of `times` with its EDTF value wherever it stands."""
    text = "\n".join(sentences)
    numbered: list[Sentence] = []
    position = 0
    for number, sentence in enumerate(sentences, start=1):
        span = Offsets(position, position + len(sentence))
        numbered.append(Sentence(number=number, span=span, layout=(layouts or {}).get(number, Layout.BODY)))
        position = span.end + 1
    article = Article(text=text, published=PUBLISHED, title="Ministers meet", source="NNA")
    return AnnotatedArticle(article=article, sentences=tuple(numbered), times=_tags(text, numbered, times or {}))


def _tags(text: str, sentences: list[Sentence], times: dict[str, str]) -> tuple[TimeTag, ...]:
    found = sorted(
        (m.start(), m.end(), edtf) for phrase, edtf in times.items() for m in re.finditer(re.escape(phrase), text)
    )
    return tuple(
        TimeTag(
            id=f"t{index}",
            sentence=next(one.number for one in sentences if one.span.covers(Offsets(start, end))),
            expression=TimeExpression(
                start=start, end=end, text=text[start:end], type=TimexType.DATE, value=edtf, edtf=edtf, rule="by hand"
            ),
        )
        for index, (start, end, edtf) in enumerate(found, start=1)
    )


MEETING = annotated(
    "Brandt and Castell meet in Port Amsel",
    "Foreign minister Ada Brandt met Ivo Castell in Port Amsel on Wednesday.",
    "Brandt accused Sudmark of cutting a cable, which Sudmark denied.",
    "They will meet again on March 20.",
    "Share this story",
    times={"Wednesday": "2031-03-05", "March 20": "2031-03-20"},
    layouts={1: Layout.HEADLINE, 5: Layout.FURNITURE},
)
