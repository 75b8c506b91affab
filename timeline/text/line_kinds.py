"""What a paragraph looks like by itself, before its place on the page is considered."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from timeline.text.bullets import starts_item
from timeline.text.bylines import is_byline, is_date_line, is_time_line
from timeline.text.captions import TAIL, ends_with_credit, opens_caption
from timeline.text.furniture import is_furniture, opens_links
from timeline.text.lines import DASHES, Paragraph
from timeline.text.mastheads import is_masthead

CLOSERS = "\"'”’»)]"
LONGEST_HEADLINE = 200
MOST_HEADLINE_WORDS = 25
MOST_TITLE_WORDS = 14
MOST_LABEL_WORDS = 3
_ENDS_OF_PROSE = ".!?…:;," + DASHES
_NO_ENDS_OF_HEADLINES = ".,;:…" + DASHES


class Kind(Enum):
    """What a paragraph looks like."""

    FURNITURE = auto()
    LINKS = auto()
    """Furniture after which links to other articles follow."""
    BYLINE = auto()
    DATE = auto()
    CLOCK = auto()
    CAPTION = auto()
    CREDITED = auto()
    """Words with the name of an agency after them: a caption, or the last paragraph of the article."""
    ITEM = auto()
    """An item of a list."""
    LABEL = auto()
    """A title of very few words."""
    TITLE = auto()
    """Words without a full stop."""
    PROSE = auto()


TITLES = (Kind.LABEL, Kind.TITLE)


class Look(NamedTuple):
    """The kind of a paragraph, and what it could be at the top of a page."""

    kind: Kind
    could_be_headline: bool
    could_be_masthead: bool
    in_capitals: bool


def looks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Look]:
    """Yield the look of each paragraph."""
    for paragraph in paragraphs:
        head = text[paragraph.start : min(paragraph.end, paragraph.start + 1024)]
        tail = text[max(paragraph.start, paragraph.end - TAIL) : paragraph.end]
        kind = _kind(head, tail)
        is_title = kind in TITLES
        yield Look(kind, _could_be_headline(head), is_title and is_masthead(head), is_title and head.isupper())


def _kind(head: str, tail: str) -> Kind:
    if opens_links(head):
        return Kind.LINKS
    if is_furniture(head):
        return Kind.FURNITURE
    if is_byline(head):
        return Kind.BYLINE
    if is_date_line(head):
        return Kind.DATE
    if is_time_line(head):
        return Kind.CLOCK
    if opens_caption(head):
        return Kind.CAPTION
    if ends_with_credit(tail):
        return Kind.CREDITED
    return _kind_of_words(head, tail)


def _kind_of_words(head: str, tail: str) -> Kind:
    if starts_item(head, 0):
        return Kind.ITEM
    spaces = head.count(" ")
    if spaces > MOST_TITLE_WORDS or tail.rstrip(CLOSERS)[-1:] in _ENDS_OF_PROSE:
        return Kind.PROSE
    return Kind.LABEL if spaces < MOST_LABEL_WORDS else Kind.TITLE


def _could_be_headline(head: str) -> bool:
    if len(head) > LONGEST_HEADLINE or head.count(" ") >= MOST_HEADLINE_WORDS or starts_item(head, 0):
        return False
    return head.rstrip(CLOSERS)[-1:] not in _NO_ENDS_OF_HEADLINES
