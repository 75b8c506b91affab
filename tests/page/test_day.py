"""A day in the life of somebody who never opens a terminal."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES, Reader

pytestmark = pytest.mark.browser


def test_a_day_in_the_life(modelled: Site, reader: Reader, visit: Watch) -> None:
    """Extract, look, check, filter, search, export, delete: all in the browser."""
    for name in ("court", "flood"):
        modelled.extract(EXAMPLES[name])
    page = visit(modelled)
    _paste_and_watch(page, reader)
    _follow_the_accusation(page)
    _filter_what_is_planned(page)
    _search_a_name(page)
    _export_markdown(page)
    _delete(page)


def _paste_and_watch(page: Page, reader: Reader) -> None:
    reader.hold()
    page.get_by_label("The text of the article").fill(EXAMPLES["meeting"])
    expect(page.get_by_label("Published on")).to_have_value("2025-03-14")
    page.get_by_role("button", name="Make the timeline").click()
    arriving = page.locator(".arriving li")
    expect(arriving).to_have_count(9)
    expect(arriving.first).to_contain_text("Feb 2025Gas pipeline is damagedoccurred")
    expect(page.locator(".state")).to_contain_text("reading 18 sentences, 10 proposed")
    assert "/articles/" not in page.url
    reader.go_on()
    page.wait_for_url("**/articles/sha256:*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Norway and Poland ministers meet in Gdansk")
    expect(page.get_by_text("1 proposal was not taken")).to_be_visible()


def _follow_the_accusation(page: Page) -> None:
    page.get_by_role("button", name="Poland accuses Halvard Lines").click()
    accusation = page.locator(".event.pinned")
    expect(page.locator("mark.lit")).to_have_count(1)
    expect(page.locator("mark.lit")).to_contain_text("Poland has accused the shipping company Halvard Lines")
    expect(accusation.locator(".kind")).to_have_text("accusationoccurred")
    accusation.get_by_role("link", name="Halvard Lines denies the allegation").click()
    expect(page.locator(".event.pinned h3")).to_contain_text("Halvard Lines denies the allegation")
    expect(page.locator(".event.pinned .source")).to_contain_text("Erik Moe")
    expect(page.locator("mark.lit").first).to_contain_text("Halvard Lines has denied the allegation")


def _filter_what_is_planned(page: Page) -> None:
    page.get_by_role("checkbox", name="planned").check()
    expect(page.locator("#tally")).to_have_text("2 of 9 events")
    expect(page.locator(".event:visible h3")).to_have_text(["8Divers begin repairs", "9Poland hosts a summit"])


def _search_a_name(page: Page) -> None:
    page.get_by_role("link", name="Stored articles").click()
    expect(page.locator(".shelf li")).to_have_count(3)
    page.get_by_label("Name").fill("solberg")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/?about=solberg&*")
    expect(page.locator(".event h3")).to_have_text(["1Solberg meets Wrona", "2Wrona invites Solberg"])
    expect(page.locator(".dateline")).to_have_text("2 events in 1 article")
    page.locator(".event h3 a").first.click()


def _export_markdown(page: Page) -> None:
    expect(page.locator(".event.pinned h3")).to_contain_text("Solberg meets Wrona")
    with page.expect_download() as saving:
        page.get_by_role("link", name="Markdown").click()
    saved = Path(saving.value.path()).read_text(encoding="utf-8")
    assert saving.value.suggested_filename.endswith(".md")
    assert "Poland accuses Halvard Lines" in saved
    assert "Norwegian Foreign Minister Ingrid Solberg met her Polish counterpart" in saved


def _delete(page: Page) -> None:
    gone = page.url.partition("#")[0]
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Delete for good").click()
    expect(page.locator("#said")).to_have_text(
        "Deleted: Norway and Poland ministers meet in Gdansk as pipeline dispute deepens"
    )
    expect(page.locator(".shelf li")).to_have_count(2)
    response = page.request.get(gone)
    assert response.status == 404
    assert "not stored" in response.text()
    expect(page.get_by_text("Norway and Poland", exact=False).locator("visible=true")).to_have_count(1)
