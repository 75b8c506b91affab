"""How the words under a picture look."""

import re

from timeline.text.agencies import PICTURE_CREDITS

TAIL = 80
"""A credit stands within so many characters of the end."""

_KIND = r"(?:Photo|Photos|Image|Picture|Photograph|Video|Graphic|Map|Chart|PHOTO|IMAGE|VIDEO)"
_OPENING = re.compile(
    rf"(?:FILE\b(?:\s(?:PHOTO|photo|IMAGE))?\s?(?:[-–—:]|$)|File\s(?:photo|picture|image)\b"
    rf"|{_KIND}(?:\s(?:by|credit|courtesy|caption|source))?\s?:|Caption\s?:|Image\scaption\b|Credit\s?:)"
)
_CREDIT = re.compile(
    rf"(?:"
    rf"(?:—|–|\s-|[|/(\[])\s?(?:(?:AP|AFP|File|Courtesy)\s)?(?:{_KIND}\s?[:/]?\s?)?(?:by\s)?{PICTURE_CREDITS}"
    rf"(?:\s?(?:/|via\s|-|,\s)\s?[\w.'’ ]{{1,40}})?"
    rf"|[(\[](?:AP\s|AFP\s|File\s)?(?:{_KIND}|Credit|File|Courtesy)\b[^)\]]{{0,60}}"
    rf"|{_KIND}\s?(?:credit\s?)?:\s?[\w.'’/ ]{{2,50}}"
    rf")[)\]]?\.?\Z"
)

_MARK = re.compile(r"[-—–|/(\[:]")
"""No credit is without one of these, and a look for them is much faster than one for a credit."""


def opens_caption(line: str) -> bool:
    """Say whether a paragraph says that it stands under a picture."""
    return _OPENING.match(line) is not None


def ends_with_credit(tail: str) -> bool:
    """Say whether a paragraph, of which `tail` is the last part, names who made a picture."""
    return _MARK.search(tail) is not None and _CREDIT.search(tail) is not None
