"""The article of a web page: its text, and what the page says about it."""

import logging
import re
from datetime import date
from typing import NamedTuple

from trafilatura import bare_extraction, extract_metadata
from trafilatura.utils import load_html

from timeline.errors import UnreadableInputError
from timeline.reading.html_date import FIRST_DAY, LAST_DAY, find_page_date

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_DOCUMENT = re.compile(r"\s*(?:<!--|<!doctype|<html|<head|<body)", re.IGNORECASE)

FEWEST_SPACES = 8
"""A page without a full stop and without a line of more words than this holds no article."""

# Without a handler, Python writes the warnings of a library to stderr.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


_DATE_SEARCH = {"extensive_search": False, "min_date": FIRST_DAY, "max_date": LAST_DAY}
"""Trafilatura looks for a date too, which is not used; without bounds it asks the clock."""


class Page(NamedTuple):
    """What was found on a page."""

    text: str
    title: str | None
    source: str | None
    url: str | None
    published: date | None


def read_page(html: str, *, url: str | None = None) -> Page:
    """Return the article of a page; its paragraphs are parted by blank lines.

    Raises:
        UnreadableInputError: The page holds no article.
    """
    document = _document(html)
    text = _main_text(document, url)
    if not any(_is_prose(paragraph) for paragraph in text.split("\n\n")):
        raise UnreadableInputError("the HTML page holds no article; give the page of one article, or its text")
    about = extract_metadata(document, default_url=url, date_config=_DATE_SEARCH, extensive=False)
    address = url or about.url
    return Page(
        text, about.title or None, about.sitename or None, address, find_page_date(load_html(document), address)
    )


def _document(html: str) -> str:
    """Return what the parser takes: no declaration of an encoding, since it is decoded, and no bare fragment."""
    plain = _XML_DECLARATION.sub("", html, count=1)
    return plain if _DOCUMENT.match(plain) else f"<html><body><article>{plain}</article></body></html>"


def _main_text(document: str, url: str | None) -> str:
    found = bare_extraction(document, url=url, include_comments=False, date_extraction_params=_DATE_SEARCH)
    lines = (getattr(found, "text", None) or "").splitlines()
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _is_prose(paragraph: str) -> bool:
    """Say whether a paragraph is more than the words of a menu or a button."""
    return paragraph.endswith((".", "!", "?", "”", '"', "…")) or paragraph.count(" ") >= FEWEST_SPACES
