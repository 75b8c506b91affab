"""The lines of a text with their offsets, and the paragraphs that they make up.

A blank line always ends a paragraph. A single line break ends one too, unless it is a wrap: the text was folded
at some width, or the next line goes on in the middle of a sentence.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.text.abbreviations import CONTINUERS
from timeline.text.bullets import starts_item

WIDEST_WRAP = 130
"""Nobody folds text wider than this; longer lines are paragraphs."""

FOLDED_SHARE = 0.6
"""So much of a folded text stands in lines no longer than that; a caption or an address may be longer."""

NARROWEST_WRAP = 30
"""Nor narrower than this; shorter lines are headings and lists."""


DASHES = "-‐–—_"
"""A line that ends with one is a dateline on a line of its own, or a sentence that goes on."""


class Line(NamedTuple):
    """One line that is not blank, without the white space around it."""

    start: int
    end: int
    after_blank: bool

    @property
    def length(self) -> int:
        """The number of its characters."""
        return self.end - self.start


class Paragraph(NamedTuple):
    """One line, or several that were one before they were wrapped."""

    start: int
    end: int
    after_blank: bool


def split_lines(text: str) -> list[Line]:
    """Return the lines that hold something, in order."""
    found: list[Line] = []
    offset, after_blank = 0, False
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            start = offset + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(content), after_blank))
        after_blank = not content
        offset += len(raw)
    return found


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs in order, wrapped lines joined."""
    lines = split_lines(text)
    width = wrap_width(text, lines)
    found: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        if previous and _is_wrapped(text, previous, line, width):
            found[-1] = found[-1]._replace(end=line.end)
        else:
            found.append(Paragraph(line.start, line.end, line.after_blank))
        previous = line
    return found


def wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """Return the width at which the text was folded, or None if it was not.

    It was folded if, at most breaks, the next word would not have fitted, and many of them are no sentence end.
    """
    breaks = [(line, following) for line, following in pairwise(lines) if not following.after_blank]
    lengths = [line.length for line in lines if line.length <= WIDEST_WRAP]
    width = max(lengths, default=0)
    mostly_short = sum(lengths) >= FOLDED_SHARE * sum(line.length for line in lines)
    if len(breaks) < 2 or width < NARROWEST_WRAP or not mostly_short:
        return None
    full = [line for line, following in breaks if _is_full(text, line, following, width)]
    inside = [line for line in full if text[line.end - 1] not in '.!?:"”']
    folded = 2 * len(full) >= len(breaks) and 3 * len(inside) >= len(full)
    return width if folded else None


def _is_wrapped(text: str, line: Line, following: Line, width: int | None) -> bool:
    if following.after_blank or starts_item(text, following.start):
        return False
    if line.length > WIDEST_WRAP:
        return False
    if width is not None and _is_full(text, line, following, width):
        return True
    is_rule = text[line.start] in DASHES
    return (text[line.end - 1] in DASHES and not is_rule) or (
        line.length >= NARROWEST_WRAP and _goes_on(text, line, following)
    )


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    word = text[following.start : following.end].split(None, 1)[0] if following.length < 4096 else text[following.start]
    return line.length + 1 + len(word) > width


def _goes_on(text: str, line: Line, following: Line) -> bool:
    if text[line.end - 1] in ".!?:;…":
        return False
    last_word = text[max(line.start, line.end - 20) : line.end].rsplit(maxsplit=1)[-1]
    return text[following.start].islower() or text[line.end - 1] == "," or last_word in CONTINUERS
