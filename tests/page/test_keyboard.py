"""Everything with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES

pytestmark = pytest.mark.browser


_NAMES = """(() => { const it = document.activeElement;
return [it.ariaLabel, it.labels?.[0]?.textContent, it.textContent].join(); })()"""

_OUTLINE = """(() => { const it = document.activeElement;
return it.type === "date" ? "" : getComputedStyle(it.closest(".ways label") ?? it).outlineStyle; })()"""


def press(page: Page, *keys: str) -> None:
    """Press keys, one after another."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the element in focus has these words in its name, its text or its label."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if words in page.evaluate(_NAMES):
            return
    pytest.fail(f"{words!r} is not in reach of Tab")


def test_from_a_text_to_its_deletion(site: Site, visit: Watch) -> None:
    """Skip, type, send, walk through the drawing, open, follow, filter, delete."""
    page = visit(site)
    press(page, "Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    press(page, "Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, "The text of the article")
    page.keyboard.insert_text(EXAMPLES["meeting"])
    expect(page.get_by_label("Published on")).to_have_value("2025-03-14")
    tab_to(page, "Make the timeline")
    press(page, "Enter")
    page.wait_for_url("**/articles/*")
    _walk_through_the_drawing(page)
    _follow_and_filter(page)
    _delete(page)


def _walk_through_the_drawing(page: Page) -> None:
    tab_to(page, "1, Gas pipeline is damaged")
    press(page, "ArrowRight", "ArrowDown")
    expect(page.locator(".spot:focus")).to_have_attribute("aria-label", re.compile("^3, Lines dragging"))
    expect(page.locator("mark.lit")).to_contain_text("Poland has accused")
    press(page, "End", "Home", "ArrowLeft")
    expect(page.locator(".spot:focus")).to_have_attribute("aria-label", re.compile("^1, Gas"))
    press(page, "ArrowRight", "Enter")
    expect(page.locator(".event.pinned h3 button")).to_be_focused()
    expect(page.locator(".event.pinned h3")).to_contain_text("Poland accuses")


def _follow_and_filter(page: Page) -> None:
    tab_to(page, "Lines denies the allegation")
    press(page, "Enter")
    expect(page.locator(".event.pinned h3")).to_contain_text("Lines denies the allegation")
    expect(page.locator(".event.pinned h3 button")).to_be_focused()
    press(page, "Escape", "ArrowUp")
    expect(page.locator(".event.pinned")).to_have_count(0)
    page.evaluate("document.getElementById('main').focus()")
    tab_to(page, "planned")
    press(page, "Space")
    expect(page.locator("#tally")).to_contain_text("of 16 events")
    tab_to(page, "Show all")
    press(page, "Enter")
    expect(page.locator(".event:visible")).to_have_count(16)


def _delete(page: Page) -> None:
    page.evaluate("document.getElementById('main').focus()")
    tab_to(page, "Delete")
    press(page, "Enter", "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    press(page, "Enter", "Shift+Tab", "Enter")
    expect(page.locator("#said")).to_contain_text("Deleted: Norway and Poland")


def test_focus_can_be_seen(site: Site, visit: Watch) -> None:
    """Every stop of the first page has an outline, in forced colours and in common ones."""
    page = visit(site, forced_colors="active")
    assert outlines(page) == {"solid"}
    page.emulate_media(forced_colors="none")
    assert outlines(page) == {"solid"}


def outlines(page: Page) -> set[str]:
    """Return the outlines of the first stops; of a date's calendar the browser draws one by itself."""
    page.evaluate("document.getElementById('main').focus()")
    found = set()
    for _ in range(9):
        press(page, "Tab")
        found.add(page.evaluate(_OUTLINE))
    return found - {""}
