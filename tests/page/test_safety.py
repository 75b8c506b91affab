"""What an article cannot do, and what is shown to whom."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.pwned=1</script> "
    "<img src=https://a.example/x onerror=window.pwned=1><svg onload=window.pwned=1> "
    "\" onfocus=window.pwned=1 autofocus x=\"' onmouseover=window.pwned=1 ' "
    "javascript:window.pwned=1"
)


@pytest.mark.parametrize("words", [HOSTILE, "javascript:window.pwned=1"], ids=["tags", "address"])
def test_an_article_cannot_run_anything(site: Site, visit: Watch, words: str) -> None:
    """Not where it arrives, nor in the list, on its timeline, in a search, or when it is deleted."""
    page = visit(site)
    text = f"{words}\n\nAna Silva met {words} Per Holm on Friday. Per Holm accused Ana Silva of {words} on Monday."
    page.get_by_label("The text of the article").fill(text)
    page.get_by_label("Published on").fill("2024-05-20")
    page.get_by_text("Title, source").click()
    page.get_by_label("Title").fill(words)
    page.get_by_label("Source").fill(words)
    page.get_by_role("button", name="Make the timeline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    page.wait_for_load_state()
    page.locator(".event h3 button").first.click()
    page.hover(".story mark")
    page.goto("/")
    expect(page.locator(".shelf a")).to_have_text(words)
    page.goto("/?about=Silva")
    expect(page.locator(".origin").first).to_contain_text(words)
    page.goto(f"/?about={words.replace('&', '')}")
    page.goto("/")
    page.locator(".shelf a").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Delete for good").click()
    expect(page.locator("#said")).to_have_text(f"Deleted: {words}")
    assert page.evaluate("window.pwned") is None
    assert page.locator("a[href^='javascript:' i]").count() == 0


def test_a_key_is_asked_for_once(site: Site, visit: Watch) -> None:
    """It is kept for the tab, shown with every request, and no other tab has it."""
    visit.expected.append("Failed to load resource")
    site.extract(EXAMPLES["meeting"])
    secret = site.ask_for_a_key()
    page = visit(site)
    expect(page.locator(".shelf")).to_have_count(0)
    for key, words in (("", "Type the key"), ("wrong", "This key is not valid here.")):
        page.get_by_label("API key").fill(key)
        page.get_by_role("button", name="Open").click()
        expect(page.locator("#key-fault")).to_contain_text(words)
    page.get_by_label("API key").fill(secret)
    page.get_by_role("button", name="Open").click()
    page.locator(".shelf a").click()
    expect(page.get_by_role("button", name="Delete", exact=True)).to_be_enabled()
    page.get_by_role("button", name="Poland accuses").click()
    expect(page.locator(".event.pinned")).to_have_count(1)
    with page.expect_download() as saving:
        page.get_by_role("link", name="Markdown").click()
    assert "Halvard Lines" in Path(saving.value.path()).read_text(encoding="utf-8")
    page.goto("/")
    page.get_by_label("The text of the article").fill(EXAMPLES["court"])
    expect(page.get_by_label("Published on")).to_have_value("2024-11-06")
    page.get_by_role("button", name="Make the timeline").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Former bank director")
    other = visit(site)
    expect(other.get_by_role("heading", level=1)).to_have_text("This server asks for a key")
