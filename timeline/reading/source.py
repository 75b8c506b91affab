"""Who published an article, as its byline or its dateline says."""

import re
from collections.abc import Sequence

from timeline.domain.annotated import Layout, Sentence
from timeline.text.agencies import AGENCIES
from timeline.text.bylines import is_byline

_AGENCY = re.compile(rf"\b{AGENCIES}\b")
_DATELINE = re.compile(rf"[A-Z][\w.,'’/ -]{{2,60}}\((?P<agency>{AGENCIES})\)\s?(?:—|–|-|:)")


def find_source(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Return the news agency of the byline, else of the dateline, or None."""
    for sentence in sentences:
        content = sentence.span.of(text)
        if sentence.layout is Layout.BODY:
            found = _DATELINE.match(content)
            return found["agency"] if found else None
        if sentence.layout is Layout.FURNITURE and is_byline(content):
            named = _AGENCY.search(content)
            if named:
                return named[0]
    return None
