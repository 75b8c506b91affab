"""Every width, every writing, and any number of events."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Site, Watch
from tests.page.model import EXAMPLES

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 640, 800, 1000, 1400, 2200)
ENDLESS = "Llanfairpwllgwyngyll" * 12


def assert_fits(page: Page) -> None:
    """Look at a page in every width: none scrolls sideways."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width, f"{page.url} at {width}"


def test_no_page_scrolls_sideways(site: Site, visit: Watch) -> None:
    """Neither for a word without end in title, source and text, nor for names from right to left."""
    text = f"{ENDLESS} met مسعود پزشکیان in Oslo on Friday. {ENDLESS} accused Per Holm of theft on Monday."
    timeline = site.extract(text, published="2024-05-20", title=f"لقاء {ENDLESS}", source=ENDLESS)
    page = visit(site, f"/articles/{timeline['article']['id']}")
    page.locator(".event h3 button").first.click()
    for path in (None, "/", f"/?about={ENDLESS}&q=Oslo", "/?q=Oslo", "/articles/none"):
        if path is not None:
            if path == "/articles/none":
                visit.expected.append("Failed to load resource")
            page.goto(path)
        assert_fits(page)


def test_the_drawing_that_fits_is_shown(site: Site, visit: Watch) -> None:
    """One of three: numbers on a phone, titles where there is room; no label is cut off at either side."""
    timeline = site.extract(EXAMPLES["court"])
    page = visit(site, f"/articles/{timeline['article']['id']}")
    for width, name in ((360, "narrow"), (800, "middle"), (1400, "wide")):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(".drawing:visible")).to_have_class(f"drawing {name}")
        edges = page.locator(".drawing:visible text").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])"
        )
        assert min(left for left, _ in edges) >= 0
        assert max(right for _, right in edges) <= width


def test_three_hundred_events_are_a_page_like_any_other(site: Site, visit: Watch) -> None:
    """Drawn as marks, filtered and opened without waiting."""
    months = ("January", "February", "March", "April", "May", "June", "July")
    names = ("Ana Silva", "Per Holm", "Josef Huber", "Anna Leitner", "Ingrid Solberg")
    told = [
        f"{names[day % 5]} accused {names[(day + 2) % 5]} of theft on {month} {day}."
        for month in months
        for day in range(1, 29)
    ]
    told += [
        f"Marta Lind visited Tomasz Wrona in Lyon on {month} {day}." for month in months[2:4] for day in (3, 5, 8, 20)
    ]
    timeline = site.extract("\n\n".join(["A year of meetings", *told]), published="2024-12-01")
    assert len(timeline["events"]) > 280
    page = visit(site, f"/articles/{timeline['article']['id']}")
    drawing = page.locator(".drawing:visible")
    assert drawing.evaluate("element => element.getBoundingClientRect().height") < 700
    page.get_by_label("Name").fill("wrona")
    expect(page.locator("#tally")).to_have_text(f"4 of {len(timeline['events'])} events")
    drawing.locator(".spot:not(.off)").last.click()
    expect(page.locator(".event.pinned .where")).to_contain_text("Lyon")


def test_an_article_without_events_says_so(site: Site, visit: Watch) -> None:
    """There is no drawing and no filter, and the text is there."""
    timeline = site.extract("The weather is nice.", published="2024-05-20")
    page = visit(site, f"/articles/{timeline['article']['id']}")
    expect(page.get_by_text("No event was found in this article.")).to_be_visible()
    expect(page.locator(".chart, .filters")).to_have_count(0)
    expect(page.locator(".story")).to_contain_text("The weather is nice.")


def test_names_keep_their_direction(site: Site, visit: Watch) -> None:
    """A name from right to left does not turn the words around it."""
    text = "Ana Silva met Per Holm in Oslo on Friday."
    timeline = site.extract(text, published="2024-05-20", title="لقاء في أوسلو")
    page = visit(site, f"/articles/{timeline['article']['id']}")
    isolated = "element => getComputedStyle(element).unicodeBidi"
    assert page.locator(".who .plain").first.evaluate(isolated) == "isolate"
    assert page.locator("h3 button, h1").evaluate_all("all => all.map(one => one.dir)") == ["auto"] * 2
