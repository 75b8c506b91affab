"""The page of one article: what lights up, what is filtered, what is saved, and what is deleted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES

pytestmark = pytest.mark.browser


@pytest.fixture
def article(modelled: Site) -> str:
    """The path of the example article's timeline, as the model read it."""
    timeline = modelled.extract(EXAMPLES["meeting"], engine="llm")
    return f"/articles/{timeline['article']['id']}"


def pinned(page: Page) -> str:
    """Return the title of the event that is pinned."""
    return page.locator(".event.pinned h3").inner_text()


def test_an_event_of_the_drawing_opens_its_card(modelled: Site, article: str, visit: Watch) -> None:
    """Its sentence lights up, and the card says what it is, and how it was dated."""
    page = visit(modelled, article)
    page.locator(".drawing.wide").get_by_role("link", name="13 Mar 2025").click()
    card = page.locator(".event.pinned")
    expect(card.locator("h3 button")).to_be_focused()
    expect(card.locator("h3")).to_contain_text("Solberg meets Wrona")
    expect(card.locator(".kind")).to_have_text("meetingoccurred")
    expect(card.locator(".who dd")).to_have_text("Ingrid Solberg, Tomasz Wrona")
    expect(card.locator(".where dd")).to_have_text("GDANSK")
    expect(card.locator(".dating dd")).to_have_text(
        "Thursday, read on 14 Mar 2025, is 2025-03-13 (rule weekday); could also be 20 Mar 2025"
    )
    expect(page.locator("mark.lit")).to_have_count(2)
    expect(page.locator("mark.lit .when.lit")).to_have_text("Thursday")
    expect(page.locator(".drawing.wide .spot.pinned")).to_have_count(1)
    expect(page.locator("#said")).to_contain_text("2 passages lit up")


def test_forms_and_statuses_are_told_apart(modelled: Site, article: str, visit: Watch) -> None:
    """A day, a month and an interval have forms of their own; planned, alleged and past ones have marks of theirs."""
    page = visit(modelled, article)
    drawn = page.locator(".drawing.wide .spot").evaluate_all("spots => spots.map(spot => spot.getAttribute('class'))")
    assert [each.replace(" pinned", "") for each in drawn] == [
        "spot occurred period",
        "spot alleged point",
        "spot occurred point",
        "spot occurred point",
        "spot planned point",
        "spot planned span",
    ]
    marks = page.locator(".drawing.wide .spot use").evaluate_all("uses => uses.map(use => use.getAttribute('href'))")
    assert len(set(marks)) == 3
    line = page.locator(".drawing.wide .published line").evaluate("line => line.getBoundingClientRect().x")
    ahead = page.locator(".drawing.wide .planned circle").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().x)"
    )
    assert all(x > line for x in ahead)


def test_days_are_drawn_to_scale(modelled: Site, article: str, visit: Watch) -> None:
    """From 28 February to 13 March are 13 days, to 17 March 17: so are the distances."""
    page = visit(modelled, article)
    centre = "use => { const box = use.getBoundingClientRect(); return box.x + box.width / 2; }"
    drawing = page.locator(".drawing.wide")
    first, second, third = (
        drawing.get_by_role("link", name=day).locator("use").evaluate(centre)
        for day in ("28 Feb 2025", "13 Mar 2025", "17 Mar 2025")
    )
    assert (second - first) / (third - first) == pytest.approx(13 / 17, abs=0.01)


def test_an_event_has_an_address(modelled: Site, article: str, visit: Watch) -> None:
    """Opening an event changes the address, and the address opens the event."""
    page = visit(modelled, article)
    page.get_by_role("button", name="Wrona invites Solberg").click()
    assert "#evt_" in page.url
    again = visit(modelled, page.url.removeprefix(modelled.url))
    assert pinned(again).endswith("Wrona invites Solberg")
    expect(again.locator(".event.pinned")).to_be_in_viewport()
    again.keyboard.press("Escape")
    assert "#" not in again.url


def test_filters_go_together(modelled: Site, article: str, visit: Watch) -> None:
    """Status, kind and name: what is left is counted, the rest leaves drawing and text; the address keeps it."""
    page = visit(modelled, article)
    shown, tally = page.locator(".event:visible h3"), page.locator("#tally")
    page.get_by_label("Name").fill("solberg")
    expect(shown).to_have_text(["4Solberg meets Wrona", "5Wrona invites Solberg"])
    page.get_by_label("Kind").select_option("invitation")
    expect(tally).to_have_text("1 of 9 events")
    page.get_by_role("checkbox", name="planned").check()
    expect(tally).to_have_text("0 of 9 events")
    page.get_by_role("checkbox", name="occurred").check()
    expect(tally).to_have_text("1 of 9 events")
    expect(page.locator(".story mark:not(.off)")).to_have_count(1)
    expect(page.locator(".loose .spot:visible")).to_have_count(1)
    page.reload()
    expect(tally).to_have_text("1 of 9 events")
    page.get_by_role("button", name="Show all").click()
    expect(shown).to_have_count(9)
    assert page.url.endswith(article)


def test_a_link_to_an_event_that_is_filtered_out_shows_all(modelled: Site, article: str, visit: Watch) -> None:
    """Otherwise it would lead nowhere."""
    page = visit(modelled, f"{article}?status=alleged")
    expect(page.locator(".event:visible")).to_have_count(1)
    page.locator(".event:visible .bearing a").click()
    expect(page.locator(".event.pinned h3 button")).to_be_focused()
    assert pinned(page).endswith("Poland accuses Halvard Lines")
    expect(page.locator(".event:visible")).to_have_count(9)


def test_every_format_can_be_saved(modelled: Site, article: str, visit: Watch) -> None:
    """Under a name of its kind, with the events in it."""
    page = visit(modelled, article)
    for label, ending in (
        ("Text", "txt"),
        ("JSON", "json"),
        ("JSON Lines", "jsonl"),
        ("Markdown", "md"),
        ("HTML", "html"),
    ):
        with page.expect_download() as saving:
            page.get_by_role("link", name=label, exact=True).click()
        assert saving.value.suggested_filename.endswith(f".{ending}")
        assert "Poland hosts a summit" in Path(saving.value.path()).read_text(encoding="utf-8")


def test_what_was_not_taken_is_told_with_the_reason(modelled: Site, article: str, visit: Watch) -> None:
    """Folded away at the foot."""
    page = visit(modelled, article)
    page.get_by_text("1 proposal was not taken").click()
    expect(page.locator(".imprint li p")).to_contain_text("“Oslo votes”, trigger not in evidence")


def test_deleting_is_asked_twice(modelled: Site, article: str, visit: Watch) -> None:
    """The safe button has the focus; Escape and it leave everything as it was; a failure is told."""
    visit.expected.append("Failed to load resource")
    page = visit(modelled, article)
    button = page.get_by_role("button", name="Delete", exact=True)
    button.click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    page.route("**/v1/articles/*", lambda route: route.fulfill(status=503, json={"title": "No", "detail": "locked"}))
    button.click()
    page.get_by_role("button", name="Delete for good").click()
    expect(page.locator("#delete-fault")).to_have_text("locked")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_versions_lead_to_each_other(modelled: Site, article: str, visit: Watch) -> None:
    """The same article by another engine is a version that can be looked at."""
    modelled.extract(EXAMPLES["meeting"])
    page = visit(modelled, article)
    expect(page.locator(".dateline")).to_contain_text("rules engine")
    page.get_by_text("Version 2 of 2").click()
    page.get_by_role("link", name="1: llm, scripted").click()
    expect(page.locator(".dateline")).to_contain_text("llm engine, scripted")
