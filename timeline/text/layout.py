"""Which part of a page each paragraph belongs to."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from timeline.domain.annotated import Layout
from timeline.text.line_kinds import TITLES, Kind, Look, looks
from timeline.text.lines import Paragraph

FEWEST_MENU_LINES = 3
"""So many lines of a word or two in a row, above the article, are a menu."""

# Tuples: a few members are compared in less time than the hash of one takes.
_FURNITURE = (Kind.FURNITURE, Kind.LINKS, Kind.BYLINE)
_TEXT = (Kind.PROSE, Kind.ITEM)
_DATES = (Kind.DATE, Kind.CLOCK)
_LINKED = (*_FURNITURE, *TITLES, *_DATES, Kind.ITEM)


def layouts(text: str, paragraphs: Sequence[Paragraph]) -> list[Layout]:
    """Return the layout of each paragraph, in order."""
    page = list(looks(text, paragraphs))
    set_aside = _links(page) | _menu(page)
    words = [index for index, look in enumerate(page) if look.kind not in _FURNITURE and index not in set_aside]
    first_text = next((index for index in words if _is_text(page[index])), -1)
    last_title = max((index for index in words if index < first_text and page[index].kind is Kind.TITLE), default=-1)
    chronology = first_text >= 0 and any(look.kind in _DATES for look in page[first_text:])
    found = [Layout.FURNITURE] * len(page)
    seen: set[Layout] = set()
    for index, following in zip_longest(words, words[1:]):
        after = None if following is None else page[following]
        if page[index].kind in _DATES:
            undated = index > 0 and page[index - 1].kind not in (Kind.BYLINE, Kind.DATE)
            found[index] = _layout_of_date(seen, heads=chronology and undated)
        elif after and index < first_text:
            found[index] = _layout_at_top(page[index], seen, above_title=index < last_title)
        else:
            found[index] = _layout_of_words(page[index], after, seen)
        seen.add(found[index])
    return found


def _is_text(look: Look) -> bool:
    """Say whether the article has begun: a long headline, or one that asks, looks like prose too."""
    return look.kind in _TEXT and not look.could_be_headline


def _layout_of_date(seen: AbstractSet[Layout], *, heads: bool) -> Layout:
    """Tell a line that dates the article, or the day it was saved, from one that dates what follows."""
    if Layout.BODY in seen or (heads and Layout.HEADLINE in seen):
        return Layout.HEADING
    return Layout.FURNITURE


def _layout_at_top(look: Look, seen: AbstractSet[Layout], *, above_title: bool) -> Layout:
    """Return the layout of words above the first text of the article."""
    if look.kind in (Kind.CAPTION, Kind.CREDITED):
        return Layout.CAPTION
    if Layout.HEADLINE in seen or not look.could_be_headline:
        return Layout.BODY if look.kind is Kind.PROSE else Layout.HEADING
    if above_title and look.could_be_masthead:
        return Layout.FURNITURE
    above_headline = above_title and look.in_capitals and look.kind is Kind.LABEL
    return Layout.HEADING if above_headline else Layout.HEADLINE


def _layout_of_words(look: Look, following: Look | None, seen: AbstractSet[Layout]) -> Layout:
    if look.kind is Kind.CAPTION or (look.kind is Kind.CREDITED and following):
        return Layout.CAPTION
    if not following:
        return Layout.BODY
    if look.could_be_headline and seen.isdisjoint({Layout.HEADLINE, Layout.BODY}):
        return Layout.HEADLINE
    if look.kind in TITLES and following.kind in _TEXT:
        return Layout.HEADING
    return Layout.BODY


def _links(page: Sequence[Look]) -> frozenset[int]:
    """Return the titles of other articles below a line that announces them."""
    found: set[int] = set()
    in_links = False
    for index, look in enumerate(page):
        in_links = look.kind in _LINKED and (in_links or look.kind is Kind.LINKS)
        if in_links:
            found.add(index)
    return frozenset(found)


def _menu(page: Sequence[Look]) -> frozenset[int]:
    """Return the lines above the first prose that are runs of one or a few words each."""
    found: set[int] = set()
    run: list[int] = []
    for index, look in enumerate(page):
        if look.kind is Kind.LABEL:
            run.append(index)
        elif look.kind is not Kind.FURNITURE:
            found.update(run if len(run) >= FEWEST_MENU_LINES else ())
            run = []
        if look.kind is Kind.PROSE:
            break
    return frozenset(found)
