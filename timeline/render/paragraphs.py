"""The paragraphs of an article's text, whichever way its lines are broken."""

import re
from collections.abc import Iterator

from timeline.domain.span import Offsets

WIDEST_WRAPPED_LINE = 100
"""A text whose lines are all shorter was wrapped by its writer: there only a blank line ends a paragraph."""

_LINE = re.compile(r"[^\r\n]+")
_WRAPPED_BLOCK = re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n])[^\r\n]+)*")


def paragraphs(text: str) -> Iterator[Offsets]:
    """Find the paragraphs in order, without the blanks around them."""
    is_wrapped = all(found.end() - found.start() <= WIDEST_WRAPPED_LINE for found in _LINE.finditer(text))
    for found in (_WRAPPED_BLOCK if is_wrapped else _LINE).finditer(text):
        if (span := trimmed(Offsets(*found.span()), text)).end > span.start:
            yield span


def trimmed(span: Offsets, text: str) -> Offsets:
    """Leave out the blanks at both ends of a span, and whatever of it lies beyond the text."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Offsets(start, max(start, start + len(words.strip())))
