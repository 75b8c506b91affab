"""The publication date that a page states in its markup.

Only statements count: metadata, then a `time` element of the article, then a full date in the address. The guesses
that htmldate makes from other text, copyright years and times of modification are kept from it.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

from htmldate import find_date
from trafilatura.utils import load_html

from timeline.reading.calendar_dates import first_date

HtmlElement: TypeAlias = Any
"""An element of lxml, which ships no types."""

FIRST_DAY, LAST_DAY = "1600-01-01", "9999-12-30"
"""The bounds of what htmldate accepts. Without a last day, it takes the clock's."""

_NAMES = ("name", "property", "itemprop")
_NO_PUBLICATION = re.compile(r"modif|updat|copyright|revis|expir|url", re.IGNORECASE)
_PUBLICATION = re.compile(r"datepublished|datecreated|pubdate|entry-date|published", re.IGNORECASE)
_NUMERIC = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}")
_URL_DATE = re.compile(r"/(?P<year>[12][0-9]{3})[/-](?P<month>[01]?[0-9])[/-](?P<day>[0-3]?[0-9])(?:[/-]|$)")


def find_page_date(page: HtmlElement | None, url: str | None) -> date | None:
    """Return the date on which a page says that it was published, or None. The page is taken apart."""
    if page is None:
        return None
    return (
        _in_time_element(page, stated=True)
        or _in_metadata(page)
        or _in_time_element(page, stated=False)
        or _in_url(url)
    )


def _in_metadata(page: HtmlElement) -> date | None:
    bare: HtmlElement = load_html("<html><head></head><body><p></p></body></html>")
    bare.find("head").extend([*_metadata(page.iter("meta")), *_linked_data(page.iter("script"))])
    found = find_date(bare, extensive_search=False, original_date=True, min_date=FIRST_DAY, max_date=LAST_DAY)
    return date.fromisoformat(found) if found else None


def _metadata(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    return [element for element in elements if _states_publication(element)]


def _states_publication(element: HtmlElement) -> bool:
    """Say whether a `meta` element may date the article, and not in figures whose order htmldate would guess."""
    name = " ".join(element.get(attribute, "") for attribute in _NAMES).strip()
    content = element.get("content", "").strip()
    guessed = _NUMERIC.match(content) is not None and first_date(content) is None
    return bool(name) and not _NO_PUBLICATION.search(name) and not guessed


def _linked_data(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    return [
        element
        for element in elements
        if element.get("type") == "application/ld+json" and "datePublished" in (element.text or "")
    ]


def _in_time_element(page: HtmlElement, *, stated: bool) -> date | None:
    """Return the date of the first `time` element that is marked as publication, or else of the article's first."""
    for element in page.iter("time"):
        marks = " ".join(filter(None, (element.get("itemprop"), element.get("class"), *element.keys())))
        of_article = any(ancestor.tag in ("article", "main") for ancestor in element.iterancestors())
        if _PUBLICATION.search(marks) if stated else of_article and not _NO_PUBLICATION.search(marks):
            day = first_date(f"{element.get('datetime', '')} {element.text_content()}")
            if day:
                return day
    return None


def _in_url(url: str | None) -> date | None:
    found = _URL_DATE.search(url or "")
    return first_date("{year}-{month:0>2}-{day:0>2}".format(**found.groupdict())) if found else None
