"""No rule of axe-core is violated: on any page, light and dark, wide and narrow, with results and with errors."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES

pytestmark = pytest.mark.browser

AXE = Axe()
OPTIONS = {"resultTypes": ["violations"]}
BLAME = """Poland accuses shipping line

14 March 2025

Poland accused Halvard Lines of cutting a cable on February 19. Halvard Lines denied the allegation on Thursday.

Poland will host a summit in Warsaw on April 28-30. Marta Lind resigned last month. Per Holm was absent."""
UNDATED = "Ana Silva met Per Holm in Oslo on Friday."


def first_page(page: Page) -> None:
    """Leave the first page as it is."""


def fault(page: Page) -> None:
    """Send a text without a date."""
    page.get_by_label("The text of the article").fill(UNDATED)
    page.get_by_role("button", name="Make the timeline").click()
    expect(page.locator("#published-note")).to_contain_text("Give the day")


def queue(page: Page) -> None:
    """Send a file that is done, one that cannot be read, and one that lacks its date."""
    page.get_by_role("radio", name="Files").check()
    files: list[FilePayload] = [
        {"name": "court.txt", "mimeType": "text/plain", "buffer": EXAMPLES["court"].encode()},
        {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"},
        {"name": "notes.txt", "mimeType": "text/plain", "buffer": UNDATED.encode()},
    ]
    page.locator("#files").set_input_files(files)
    page.get_by_role("button", name="Make the timeline").click()
    expect(page.locator("#said")).to_contain_text("of 3 articles done")


def article(page: Page) -> None:
    """Open an event of an article, filter, and unfold what is folded."""
    page.locator(".shelf a").first.click()
    page.wait_for_url("**/articles/*")
    page.get_by_role("checkbox", name="occurred").check()
    page.get_by_role("button", name="Poland accuses").click()
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")


def dialog(page: Page) -> None:
    """Ask to delete."""
    page.locator(".shelf a").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()


def search(page: Page) -> None:
    """Search."""
    page.goto("/?about=Poland")
    expect(page.locator(".event").first).to_be_visible()


def nothing_found(page: Page) -> None:
    """Search for nobody."""
    page.goto("/?about=nobody")


def missing(page: Page) -> None:
    """Ask for an article that is not stored."""
    page.goto("/articles/none")


STATES = [first_page, fault, queue, article, dialog, search, nothing_found, missing]


def assert_accessible(page: Page) -> None:
    """Run every rule in light on a wide screen, and in dark on a narrow one."""
    for scheme, width in (("light", 1400), ("dark", 360)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})
        results = AXE.run(page, options=OPTIONS)
        assert results.violations_count == 0, f"{scheme}, {width} pixels: {results.generate_report()}"


@pytest.mark.parametrize("reach", STATES, ids=lambda reach: reach.__name__)
def test_no_rule_is_violated(site: Site, visit: Watch, reach: Callable[[Page], None]) -> None:
    """In this state of the page."""
    visit.expected.append("Failed to load resource")
    site.extract(BLAME)
    page = visit(site, bypass_csp=True)
    reach(page)
    assert_accessible(page)


def test_no_rule_is_violated_where_a_key_is_asked_for(site: Site, visit: Watch) -> None:
    """Before and after a wrong one."""
    visit.expected.append("Failed to load resource")
    site.ask_for_a_key()
    page = visit(site, bypass_csp=True)
    page.get_by_label("API key").fill("wrong")
    page.get_by_role("button", name="Open").click()
    expect(page.locator("#key-fault")).to_contain_text("not valid")
    assert_accessible(page)
