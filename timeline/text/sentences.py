"""The sentences of a text, numbered, with their layout."""

from collections.abc import Iterator
from functools import lru_cache, partial

from timeline.domain.annotated import Sentence
from timeline.domain.span import Offsets
from timeline.text.boundaries import sentence_ends
from timeline.text.layout import layouts
from timeline.text.lines import Paragraph, split_paragraphs

# Half the time of `Offsets(…)` and `Sentence(…)`, and there are dozens on a page.
_offsets = partial(tuple.__new__, Offsets)
_sentence = partial(tuple.__new__, Sentence)


# An article is split when it is read and again when it is annotated.
@lru_cache(maxsize=4)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences.

    They are numbered from 1 in order, do not overlap, have no white space at their ends, and hold every other
    character of the text.
    """
    paragraphs = split_paragraphs(text)
    found: list[Sentence] = []
    for number, (paragraph, layout) in enumerate(zip(paragraphs, layouts(text, paragraphs), strict=True), start=1):
        for span in _spans(text, paragraph):
            found.append(_sentence((len(found) + 1, span, layout, number)))
    return tuple(found)


def _spans(text: str, paragraph: Paragraph) -> Iterator[Offsets]:
    start = paragraph.start
    for end in sentence_ends(text, paragraph.start, paragraph.end):
        content = text[start:end].lstrip()
        if content:
            first = end - len(content)
            yield _offsets((first, first + len(content.rstrip())))
        start = end
