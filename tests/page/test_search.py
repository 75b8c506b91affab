"""Searching what is stored: the address is the question, the answer a timeline across articles."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES

pytestmark = pytest.mark.browser


@pytest.fixture
def archive(site: Site) -> Site:
    """Return a server with the three examples."""
    for text in EXAMPLES.values():
        site.extract(text)
    return site


def test_a_search_goes_from_the_form_to_the_article(archive: Site, visit: Watch) -> None:
    """A name in any case finds events of its article, with the article's own page one link away."""
    page = visit(archive)
    page.get_by_label("Name").fill("LEITNER")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?about=LEITNER&*")
    expect(page.get_by_label("Name")).to_have_value("LEITNER")
    expect(page.locator(".event .origin").first).to_contain_text("Flood in Alder valley kills at least 14")
    page.locator(".drawing.wide .spot").first.click()
    expect(page.locator(".event:target")).to_be_in_viewport()
    page.locator(".event h3 a").first.click()
    page.wait_for_url("**/articles/sha256:*#evt_*")
    expect(page.locator(".event.pinned .who")).to_contain_text("Leitner")


def test_dates_kind_and_status_narrow_a_search(archive: Site, visit: Watch) -> None:
    """Across articles, in order of time; what is left can be saved."""
    page = visit(archive, "/?from=2025-03-01&to=2025-12-31&status=planned")
    expect(page.locator(".dateline")).to_contain_text("in 2 articles")
    dates = page.locator(".event .date").all_inner_texts()
    assert dates[0] == "17 Mar 2025"
    assert dates[-1] == "12 Jul 2025"
    assert set(page.locator(".event .status").all_inner_texts()) == {"planned"}
    with page.expect_download() as saving:
        page.get_by_role("link", name="JSON", exact=True).click()
    assert '"status":"planned"' in Path(saving.value.path()).read_text(encoding="utf-8").replace(" ", "")
    page.get_by_role("link", name="Clear").click()
    expect(page.locator(".shelf li")).to_have_count(3)


def test_relations_stand_with_what_was_found(archive: Site, visit: Watch) -> None:
    """The accusation leads to its denial among the events found."""
    page = visit(archive, "/?about=Halvard+Lines")
    denied = page.locator(".event", has_text="denied in").first
    expect(denied.locator(".kind")).to_contain_text("accusation")
    denied.locator(".bearing a", has_text="denies the allegation").click()
    expect(page.locator(".event:target .kind")).to_contain_text("denial")


def test_nothing_found_is_said(archive: Site, visit: Watch) -> None:
    """With a word on how names count."""
    page = visit(archive, "/?about=nobody")
    expect(page.get_by_text("No stored event answers to this.")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("nobody")


@pytest.mark.parametrize("width", [1100, 400])
def test_what_is_said_stands_apart_from_the_form(archive: Site, visit: Watch, width: int) -> None:
    """By about a line, at any width."""
    page = visit(archive, "/?about=nobody")
    page.set_viewport_size({"width": width, "height": 700})
    form = page.get_by_role("search").bounding_box()
    words = page.get_by_text("No stored event answers to this.").bounding_box()
    assert form is not None
    assert words is not None
    assert 12 <= words["y"] - form["y"] - form["height"] <= 40


def test_many_events_come_in_pages(site: Site, visit: Watch) -> None:
    """A hundred at a time, and the next ones behind a link."""
    months = ("March", "April", "May", "June")
    told = [f"Ana Silva met Per Holm in Oslo on {month} {day}." for month in months for day in range(1, 29)]
    site.extract("\n\n".join(["A spring of meetings", *told]), published="2024-07-01")
    page = visit(site, "/?about=Silva")
    expect(page.locator(".event")).to_have_count(100)
    expect(page.locator(".dateline")).to_contain_text("100 or more events")
    page.get_by_role("link", name="More events").click()
    expect(page.locator(".event")).to_have_count(12)
