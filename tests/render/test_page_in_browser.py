"""The page in a real browser: events and sentences light up together, by pointer and by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser import chromium
from timeline.render import Format, Rendered, render

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Return an opener of pages; no page may ask for anything, open a dialog, or log an error."""
    complaints: list[str] = []
    requests: list[str] = []
    pages: list[Page] = []

    def refused(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def opened(rendered: Rendered, width: int = 1400) -> Page:
        address = tmp_path / "page.html"
        address.write_text(render([rendered], Format.HTML), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", refused)
        page.goto(address.as_uri())
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert complaints == []
    assert set(requests) == {(tmp_path / "page.html").as_uri()}


@pytest.fixture
def page(open_page: Opener, rendered: Rendered) -> Page:
    """Return the page of the whole example."""
    return open_page(rendered)


def lit_events(page: Page) -> list[str]:
    """Name the events that are lit."""
    return [element.get_attribute("id") or "" for element in page.locator(".event.lit").all()]


def lit_sentences(page: Page) -> list[str]:
    """Give the beginnings of the sentences that are lit."""
    return [text[:12] for text in page.locator("mark.lit").all_inner_texts()]


def test_hovering_an_event_lights_up_its_sentences(page: Page) -> None:
    """Its sentences light up and no other; nothing stays when the pointer leaves."""
    assert lit_sentences(page) == []
    page.hover("#a1-e3 h3")
    assert lit_events(page) == ["a1-e3"]
    assert lit_sentences(page) == ["The mood was", "“We have pho"]
    page.hover("h1")
    assert lit_sentences(page) == []


def test_hovering_a_sentence_lights_up_its_events(page: Page) -> None:
    """A sentence of two events lights both, and their other sentences."""
    page.hover("mark >> text=The mood was")
    assert lit_events(page) == ["a1-e3", "a1-e6"]
    assert lit_sentences(page) == ["The mood was", "“We have pho"]


def test_clicking_an_event_pins_it(page: Page) -> None:
    """It stays lit until it is clicked again, and says so to a screen reader."""
    button = page.locator("#a1-e4 button")
    button.click()
    page.hover("h1")
    assert lit_sentences(page) == ["LEDNA, Kostr", "President Il"]
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status")).to_have_text("4Presidents Maren and Dovrek meet in Ledna: 2 passages lit up")
    button.click()
    page.hover("h1")
    assert lit_sentences(page) == []
    expect(button).to_have_attribute("aria-pressed", "false")


def test_clicking_a_sentence_goes_through_its_events(page: Page) -> None:
    """The first click pins the first event, the next click the next one."""
    sentence = page.locator("mark", has_text="The mood was").locator(".drawn")
    for expected in ("a1-e3", "a1-e6", "a1-e3"):
        sentence.click(position={"x": 20, "y": 8})
        assert [event.get_attribute("id") for event in page.locator(".event.pinned").all()] == [expected]


def test_the_keyboard_goes_from_event_to_event(page: Page) -> None:
    """Focus lights up, arrows move, Enter pins, Escape clears."""
    page.locator("#a1-e1 button").focus()
    assert lit_events(page) == ["a1-e1"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert lit_sentences(page) == ["The mood was", "“We have pho"]
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    assert lit_events(page) == ["a1-e2"]
    expect(page.locator("#a1-e3")).to_have_class("event occurred pinned")
    page.keyboard.press("Escape")
    assert lit_events(page) == []


def test_arrows_stop_at_the_ends(page: Page) -> None:
    """Above the first event and below the last there is none."""
    for event, key in (("a1-e1", "ArrowUp"), ("a1-e10", "ArrowDown")):
        page.locator(f"#{event} button").focus()
        page.keyboard.press(key)
        assert lit_events(page) == [event]


def test_the_keyboard_goes_from_a_sentence_to_its_event(page: Page) -> None:
    """The number after a sentence can be reached, lights its event up, and leads to it."""
    page.locator("sup a[href='#a1-e9']").focus()
    assert lit_events(page) == ["a1-e9"]
    page.keyboard.press("Enter")
    expect(page.locator("#a1-e9 button")).to_be_focused()
    expect(page.locator("#a1-e9")).to_be_in_viewport()


def test_the_keyboard_reaches_events_and_numbers_by_tab(page: Page) -> None:
    """Every event and every number of the text is a stop."""
    stops = []
    page.locator("#a1-e10 button").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent"))
    assert stops == ["¶1", "¶2", "4", "5", "4", "5"]


def test_an_event_leads_to_its_sentence(open_page: Opener, rendered: Rendered) -> None:
    """On a narrow screen, the sign of the sentence brings it into view and pins the event."""
    page = open_page(rendered, 360)
    page.locator("#a1-e10 .proof a").last.click()
    expect(page.locator("mark", has_text="Belsky said")).to_be_in_viewport()
    assert lit_events(page) == ["a1-e10"]


def test_a_relation_leads_to_the_other_event(page: Page) -> None:
    """The link of the denial pins the accusation."""
    page.click("#a1-e7 .bearing a")
    page.hover("h2")
    assert lit_events(page) == ["a1-e3"]
    expect(page.locator("#a1-e3")).to_be_in_viewport()


def test_a_pinned_event_quotes_its_sentences_on_a_narrow_screen(open_page: Opener, rendered: Rendered) -> None:
    """Where the article is far below, the quotes come to the event."""
    page = open_page(rendered, 360)
    quotes = page.locator("#a1-e3 blockquote")
    expect(quotes.first).to_be_hidden()
    page.click("#a1-e3 button")
    expect(quotes.first).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 640, 800, 1000, 1400, 2200])
def test_nothing_is_wider_than_the_window(
    open_page: Opener, hostile: Callable[[str], Rendered], rendered: Rendered, width: int
) -> None:
    """No screen scrolls sideways, not even for a word without end."""
    for shown in (rendered, hostile("endless" * 60)):
        page = open_page(shown, width)
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_article_stands_beside_the_events(page: Page) -> None:
    """On a wide screen both begin at the same height."""
    chronicle, story = (page.locator(name).bounding_box() for name in (".chronicle", ".story"))
    assert chronicle
    assert story
    assert story["y"] == chronicle["y"]
    assert story["x"] >= chronicle["x"] + chronicle["width"]


def test_paper_has_everything_unfolded(page: Page) -> None:
    """In print the article follows the events in full, with rejected proposals open and dates resolved."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details pre").first).to_be_visible()
    style = "element => [getComputedStyle(element).position, getComputedStyle(element).overflowY]"
    assert page.locator(".story").evaluate(style) == ["static", "visible"]
    after = "element => getComputedStyle(element, '::after').content"
    assert page.locator(".when", has_text="Wednesday").evaluate(after) == '" [14 May 2025]"'
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details pre").first).to_be_hidden()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("</script><script>alert(1)</script>", id="script"),
        pytest.param("<img src=https://a.example/x onerror=alert(1)><svg onload=alert(1)>", id="tags"),
        pytest.param("\" onfocus=alert(1) autofocus x=\"' onmouseover=alert(1) '", id="quotes"),
    ],
)
def test_an_article_cannot_run_anything(open_page: Opener, hostile: Callable[[str], Rendered], words: str) -> None:
    """Hostile text is shown, and the page works as any other."""
    page = open_page(hostile(words))
    expect(page.locator("h1")).to_have_text(words)
    page.hover("#a1-e1 h3")
    assert page.locator("mark.lit").count() == 1
