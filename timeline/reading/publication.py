"""When an article was published: as the user gives it, or as the article itself says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from timeline.domain.annotated import Layout, Sentence
from timeline.errors import InputError
from timeline.reading.calendar_dates import dates_in, first_date
from timeline.text.bylines import is_byline, is_date_line
from timeline.text.mastheads import is_masthead

_GIVEN = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?:[a-z]{3,9}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s[0-9]{4}|[0-9]{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}\.?,?\s[0-9]{4})"
    r"(?:,?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?(?:\s[a-z+-][a-z0-9:+-]{0,5})?)?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:first\s)?(?:published|posted|issued|created|date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last\s)?(?:updated|modified)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z]{3}[^—–:]{8,80}?(?:—|–|--|\s-\s|:)")
_FIRST, _LAST = 40, 8
"""So many paragraphs of the beginning and the end are looked at."""


class Paragraph(NamedTuple):
    """A paragraph's text and layout."""

    text: str
    layout: Layout


def parse_published(value: str) -> date:
    """Return the date that a user gave.

    Raises:
        InputError: It is no date, or can be read in two ways.
    """
    plain = " ".join(value.split())
    try:
        return datetime.fromisoformat(plain).date()
    except ValueError:
        written = first_date(plain) if _GIVEN.fullmatch(plain) else None
    if written is None:
        raise InputError(f"{value!r} is no date; give it as 2024-10-12 or 12 October 2024")
    return written


def find_published(text: str, sentences: Sequence[Sentence]) -> date | None:
    """Return the publication date that an article's own text gives, or None.

    In this order: a line that says `Published`, the byline or the date line below it, a date line below the headline,
    a dateline with a year, a date line that opens the text, perhaps under a paper's name, a line that says `Updated`.
    A date above the headline of a page that has other page furniture there is the day on which the page was saved.
    """
    paragraphs = list(_paragraphs(text, sentences))
    top, bottom = paragraphs[:_FIRST], paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]
    furniture = [one.text for one in (*top, *bottom) if one.layout is Layout.FURNITURE]
    candidates = (
        _labelled(furniture, _PUBLISHED),
        _with_byline(top),
        _below_headline(top),
        _in_dateline(top),
        _opening(top),
        _labelled(furniture, _UPDATED),
    )
    return next(filter(None, candidates), None)


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[Paragraph]:
    start = 0
    for index, sentence in enumerate(sentences):
        if index + 1 == len(sentences) or sentences[index + 1].paragraph != sentence.paragraph:
            yield Paragraph(text[sentences[start].span.start : sentence.span.end], sentence.layout)
            start = index + 1


def _labelled(lines: Iterable[str], label: re.Pattern[str]) -> date | None:
    return next(filter(None, (first_date(line) for line in lines if label.match(line))), None)


def _with_byline(top: Sequence[Paragraph]) -> date | None:
    for index, paragraph in enumerate(top):
        if paragraph.layout is Layout.FURNITURE and is_byline(paragraph.text):
            following = [one.text for one in top[index + 1 : index + 2] if is_date_line(one.text)]
            for line in (paragraph.text, *following):
                for day in dates_in(line):
                    return day
    return None


def _below_headline(top: Sequence[Paragraph]) -> date | None:
    seen = False
    for paragraph in top:
        if paragraph.layout is Layout.BODY:
            return None
        if seen and paragraph.layout is Layout.FURNITURE and is_date_line(paragraph.text):
            return first_date(paragraph.text)
        seen = seen or paragraph.layout is Layout.HEADLINE
    return None


def _in_dateline(top: Sequence[Paragraph]) -> date | None:
    body = next((one.text for one in top if one.layout is Layout.BODY), "")
    opening = body[:120].partition(". ")[0]
    if is_date_line(opening):
        return first_date(opening)
    found = _DATELINE.match(body[:120])
    return first_date(found[0]) if found else None


def _opening(top: Sequence[Paragraph]) -> date | None:
    """Return the date above the headline, unless the top of the page holds other furniture than a paper's name."""
    above: list[str] = []
    for paragraph in top:
        if paragraph.layout is not Layout.FURNITURE:
            break
        above.append(paragraph.text)
    plain = all(is_byline(line) or is_date_line(line) or is_masthead(line) for line in above)
    dates = (first_date(line) for line in above if plain and is_date_line(line))
    return next(filter(None, dates), None)
