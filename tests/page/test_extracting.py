"""From a text, files or an address to a timeline, and what is said when that cannot be."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.llm.provider import Provider, fails, says
from tests.page.conftest import Serve, Site, Watch
from tests.page.model import EXAMPLES, Reader

pytestmark = pytest.mark.browser

UNDATED = "Ana Silva met Per Holm in Oslo on Friday."
REFUSED = "Failed to load resource: the server responded with a status of 4"


def file(name: str, content: str, *, encoding: str = "utf-8", kind: str = "text/plain") -> FilePayload:
    """Return a file as a reader chooses it."""
    return {"name": name, "mimeType": kind, "buffer": content.encode(encoding)}


def make(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Make the timeline").click()


def text_field(page: Page, text: str) -> None:
    """Give a text."""
    page.get_by_label("The text of the article").fill(text)


def test_the_date_of_a_text_is_filled_in(site: Site, visit: Watch) -> None:
    """It follows the text, says where it comes from, and never writes over what the reader typed."""
    page = visit(site)
    date, note = page.get_by_label("Published on"), page.locator("#published-note")
    text_field(page, EXAMPLES["meeting"])
    expect(date).to_have_value("2025-03-14")
    expect(note).to_contain_text("Found in the article")
    text_field(page, UNDATED)
    expect(date).to_have_value("")
    expect(note).to_have_text("No publication date stands in the text: give it here.")
    date.fill("2024-05-20")
    with page.expect_response("**/published"):
        page.get_by_role("radio", name="Files").check()
        page.get_by_role("radio", name="Text").check()
        date.fill("")
        text_field(page, EXAMPLES["court"])
    date.fill("2024-12-24")
    text_field(page, EXAMPLES["meeting"])
    make(page)
    page.wait_for_url("**/articles/*")
    expect(page.locator(".dateline time")).to_have_text("24 Dec 2024")


def test_nothing_is_sent_without_text_or_date(site: Site, visit: Watch) -> None:
    """The field that is missing is named, marked and in focus."""
    page = visit(site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    make(page)
    expect(page.locator("#text-fault")).to_have_text("Paste the text of an article first.")
    expect(page.get_by_label("The text of the article")).to_be_focused()
    text_field(page, UNDATED)
    make(page)
    expect(page.get_by_label("Published on")).to_be_focused()
    expect(page.get_by_label("Published on")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#published-note")).to_contain_text("Give the day on which the article was published")
    assert not [url for url in asked if "/v1/" in url]


def test_title_and_source_go_with_the_article(site: Site, visit: Watch) -> None:
    """What the reader knows is on the timeline."""
    page = visit(site)
    text_field(page, UNDATED)
    page.get_by_label("Published on").fill("2024-05-20")
    page.get_by_text("Title, source").click()
    page.get_by_label("Title").fill("Talks in Oslo")
    page.get_by_label("Source").fill("Fjord Times")
    make(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Talks in Oslo")
    expect(page.locator(".dateline")).to_contain_text("Fjord Times")
    expect(page.locator(".event .date")).to_contain_text("17 May 2024")


def test_several_files_are_done_one_after_another(site: Site, visit: Watch) -> None:
    """Each has its row, its outcome and its reason; one without a date can be given one there."""
    visit.expected.append(REFUSED)
    page = visit(site)
    page.get_by_role("radio", name="Files").check()
    files = [
        file("court.txt", EXAMPLES["court"]),
        file("report.pdf", "%PDF-1.7", kind="application/pdf"),
        file("notes.txt", UNDATED),
        file("empty.txt", " "),
        file("flood.txt", EXAMPLES["flood"]),
    ]
    page.locator("#files").set_input_files(files)
    make(page)
    rows = page.locator(".job")
    expect(rows.nth(4).locator(".state")).to_contain_text("events")
    expect(rows.nth(0).get_by_role("link")).to_have_text("Open the timeline")
    expect(rows.nth(1)).to_contain_text("A PDF file cannot be read. Give plain text or HTML, or paste the text.")
    expect(rows.nth(2)).to_contain_text("No publication date stands in this document.")
    expect(rows.nth(3)).to_contain_text("The file is empty.")
    expect(page.locator("#said")).to_have_text("2 of 5 articles done")
    expect(page.locator(".shelf li")).to_have_count(2)
    rows.nth(2).get_by_label("Publication date of notes.txt").fill("2024-05-20")
    rows.nth(2).get_by_role("button", name="Use this date").click()
    expect(rows.nth(2).locator(".state")).to_have_text("1 event")
    expect(page.locator(".shelf li")).to_have_count(3)


def test_the_date_of_the_form_is_for_files_that_say_none(site: Site, visit: Watch) -> None:
    """A file that says when it was published keeps its own date."""
    visit.expected.append(REFUSED)
    page = visit(site)
    page.get_by_role("radio", name="Files").check()
    page.locator("#files").set_input_files([file("notes.txt", UNDATED), file("court.txt", EXAMPLES["court"])])
    page.get_by_label("Published on").fill("2024-05-20")
    make(page)
    expect(page.locator("#said")).to_have_text("2 of 2 articles done")
    expect(page.locator(".shelf p").nth(1)).to_contain_text("20 May 2024")
    expect(page.locator(".shelf p").nth(0)).to_contain_text("6 Nov 2024")


def test_files_are_decoded(site: Site, visit: Watch) -> None:
    """By mark, declaration, UTF-8, or what Western newsrooms once used; each is the same article in the end."""
    visit.expected.append(REFUSED)
    page = visit(site)
    page.get_by_role("radio", name="Files").check()
    sentence = "José Nuñez met Zoë Müller in Málaga on Friday. They talked for three hours about trade and fishing."
    declared = f'<html><meta charset="latin1"><p>{sentence}</p></html>'
    files = [
        file("declared.html", declared, encoding="latin1"),
        *(file(f"{encoding}.txt", sentence, encoding=encoding) for encoding in ("cp1252", "utf-16", "utf-8-sig")),
    ]
    page.locator("#files").set_input_files(files)
    page.get_by_label("Published on").fill("2024-05-20")
    make(page)
    expect(page.locator("#said")).to_have_text("4 of 4 articles done")
    links = page.get_by_role("link", name="Open the timeline")
    addresses = {link.get_attribute("href") for link in links.all()}
    assert len(addresses) == 1
    links.first.click()
    expect(page.locator(".story")).to_contain_text(sentence[:46])


def test_files_can_be_dropped(site: Site, visit: Watch) -> None:
    """Wherever on the page; the button starts."""
    page = visit(site)
    transfer = page.evaluate_handle(
        """text => { const transfer = new DataTransfer();
        transfer.items.add(new File([text], "court.txt", { type: "text/plain" })); return transfer; }""",
        EXAMPLES["court"],
    )
    page.dispatch_event("#archive", "dragover", {"dataTransfer": transfer})
    expect(page.locator("#compose")).to_have_class("compose over")
    page.dispatch_event("#archive", "drop", {"dataTransfer": transfer})
    expect(page.locator("#said")).to_have_text("1 file taken")
    expect(page.get_by_role("radio", name="Files")).to_be_checked()
    make(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Former bank director")


def test_an_extraction_can_be_stopped_and_tried_again(modelled: Site, reader: Reader, visit: Watch) -> None:
    """What arrived is told to a screen reader; stopping leaves the form as it was."""
    page = visit(modelled)
    reader.hold()
    text_field(page, EXAMPLES["meeting"])
    expect(page.get_by_label("Published on")).to_have_value("2025-03-14")
    make(page)
    expect(page.locator("#arrivals-title")).to_be_focused()
    expect(page.locator("#said")).to_have_text("9 events so far")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".state")).to_have_text("stopped")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    reader.go_on()
    page.get_by_role("button", name="Try again").click()
    page.wait_for_url("**/articles/*")


def test_a_model_that_fails_is_told(serve: Serve, visit: Watch) -> None:
    """With the reason, and another try."""
    visit.expected.append("Failed to load resource")
    with Provider([fails(401, message="wrong key")]) as provider:
        site = serve(TIMELINE_BASE_URL=provider.url, TIMELINE_MODEL="scripted")
        page = visit(site)
        text_field(page, EXAMPLES["meeting"])
        expect(page.get_by_label("Published on")).to_have_value("2025-03-14")
        make(page)
        expect(page.locator(".job .fault")).to_contain_text("401")
        expect(page.locator(".state")).to_have_text("failed")
        page.get_by_text("Title, source, engine").click()
        page.get_by_label("Engine").select_option("rules")
        make(page)
        page.wait_for_url("**/articles/*")
        expect(page.locator(".dateline")).to_contain_text("rules engine")


def test_what_a_model_could_not_do_is_on_the_timeline(serve: Serve, visit: Watch) -> None:
    """Failures stand at the top."""
    with Provider([says("I would rather talk about the weather.")]) as provider:
        site = serve(TIMELINE_BASE_URL=provider.url, TIMELINE_MODEL="scripted")
        page = visit(site)
        text_field(page, EXAMPLES["meeting"])
        expect(page.get_by_label("Published on")).to_have_value("2025-03-14")
        make(page)
        page.wait_for_url("**/articles/*")
        expect(page.locator(".notice").first).to_contain_text("Incomplete, unreadable reply")
        expect(page.get_by_text("No event was found in this article.")).to_be_visible()


def test_an_address_is_asked_for_only_where_it_is_fetched(serve: Serve, site: Site, visit: Watch) -> None:
    """The server decides; what it refuses to fetch is told."""
    visit.expected.append(REFUSED)
    expect(visit(site).get_by_label("Address")).to_have_count(0)
    page = visit(serve(TIMELINE_FETCH="1"))
    page.get_by_role("radio", name="Address").check()
    page.get_by_label("The address of the article").fill("ftp://news.example/a")
    make(page)
    expect(page.locator("#url-fault")).to_contain_text("Give an address that starts with https://")
    page.get_by_label("The address of the article").fill(f"{site.url}/")
    make(page)
    expect(page.locator(".job .fault")).to_contain_text("127.0.0.1")
