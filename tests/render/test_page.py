"""The self-contained page, as it is written."""

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from timeline.render import Format, Rendered, render

Attributes = dict[str, str | None]

HOSTILE = [
    pytest.param("</script><script>document.title='pwned'</script>", id="script"),
    pytest.param("<img src=x onerror=alert(1)>", id="tag"),
    pytest.param('" onmouseover="alert(1)" x=\'', id="quotes"),
    pytest.param("' autofocus onfocus='alert(1)", id="apostrophes"),
    pytest.param("</style></title></pre></mark><!-- <![CDATA[ ]]> -->", id="closing-tags"),
    pytest.param("Tom &amp; Jerry & &lt;b&gt; &#60;i&#62;", id="ampersands"),
    pytest.param("{{ 7 * 7 }}{% raw %}{# note #}", id="template"),
]


class Reader(HTMLParser):
    """Collects the tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All texts in a row."""
        return "".join(self.words)

    def all(self, tag: str, css_class: str | None = None) -> list[Attributes]:
        """Find the attributes of every tag of a name, or of those with a class."""
        named = [found for name, found in self.tags if name == tag]
        return [found for found in named if css_class is None or css_class in (found.get("class") or "").split()]


@pytest.mark.parametrize("words", HOSTILE)
def test_an_article_cannot_add_markup(hostile: Callable[[str], Rendered], words: str) -> None:
    """Whatever the article says, the page has the tags and attributes of any other, and shows the words as they are."""
    harmless, page = _read(hostile("harmless words")), _read(hostile(words))
    assert [(tag, list(found)) for tag, found in page.tags] == [(tag, list(found)) for tag, found in harmless.tags]
    escaped_in_json = 2
    assert page.text.count(words) >= harmless.text.count("harmless words") - escaped_in_json > 10


@pytest.mark.parametrize("words", HOSTILE)
def test_an_article_cannot_reach_style_script_or_addresses(hostile: Callable[[str], Rendered], words: str) -> None:
    """No attribute that the browser would act on holds a word of the article."""
    acting = {"href", "src", "style", "id", "class", "data-events", "aria-controls", "content"}
    page = _read(hostile(words))
    values = [value or "" for _, found in page.tags for name, value in found.items() if name in acting]
    assert not [value for value in values if words in value or "javascript:" in value]
    assert {value[:1] for _, found in page.tags if (value := found.get("href"))} == {"#", "d"}


def test_the_policy_allows_the_pages_own_script_and_style_only(rendered: Rendered) -> None:
    """The hashes in the policy are those of the one script and the one style."""
    page = render([rendered], Format.HTML)
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    hashes = [
        base64.b64encode(
            hashlib.sha256(re.findall(f"<{tag}[^>]*>(.*?)</{tag}>", page, re.DOTALL)[0].encode()).digest()
        ).decode()
        for tag in ("style", "script")
    ]
    expected = (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert policy == [expected]


def test_the_page_fetches_nothing(rendered: Rendered) -> None:
    """The only address of the page is that of the article, as a link."""
    page = _read(rendered)
    assert not {tag for tag, _ in page.tags} & {"img", "iframe", "object", "embed", "video", "audio", "base", "form"}
    assert [found["href"] for found in page.all("link")] == ["data:,"]
    links = [found["href"] or "" for found in page.all("a")]
    assert [link for link in links if not link.startswith("#")] == ["https://news.example/border"]


def test_ids_are_unique_and_links_lead_somewhere(rendered: Rendered) -> None:
    """The same article twice makes two sheets that do not disturb each other."""
    page = Reader(render([rendered, rendered], Format.HTML))
    ids = [found["id"] for _, found in page.tags if "id" in found]
    assert len(set(ids)) == len(ids)
    named = [
        name
        for _, found in page.tags
        for key in ("data-events", "aria-controls")
        for name in (found.get(key) or "").split()
    ]
    linked = [
        (found["href"] or "")[1:] for found in page.all("a") + page.all("use") if (found["href"] or "").startswith("#")
    ]
    assert set(named) | set(linked) <= set(ids)
    assert len(page.all("li", "event")) == 2 * len(rendered.timeline.events)


def test_the_whole_article_is_on_the_page(rendered: Rendered) -> None:
    """Only the numbers of events come between its words."""
    page = render([rendered], Format.HTML)
    story = page[page.index('<section class="story"') : page.index('<footer class="imprint"')]
    words = Reader(re.sub(r"<sup>.*?</sup>", "", story)).text
    assert words.split() == ["The", "article", *rendered.text.split()]


@pytest.mark.parametrize(
    "before",
    [pytest.param("", id="first"), pytest.param("Sections | Search\n\n", id="after-page-furniture")],
)
def test_the_headline_is_set_as_one(empty: Rendered, before: str) -> None:
    """The paragraph that repeats the title is the headline, wherever the page has it."""
    article = empty.timeline.article.model_copy(update={"title": "Border to reopen"})
    shown = Rendered(empty.timeline.model_copy(update={"article": article}), f"{before}Border  to reopen\n\nIt will.")
    assert len(_read(shown).all("p", "headline")) == 1
    assert len(_read(empty).all("p", "headline")) == 0


def test_a_sentence_names_the_events_that_it_proves(rendered: Rendered) -> None:
    """A sentence of two events has both, by number and for the script."""
    marks = _read(rendered).all("mark")
    assert [mark["data-events"] for mark in marks][:3] == ["a1-e4 a1-e5", "a1-e4", "a1-e5"]
    assert (
        '<a href="#a1-e4" data-events="a1-e4" aria-label="Event 4: Presidents Maren and Dovrek meet in Ledna">4</a>'
        in (render([rendered], Format.HTML))
    )


def test_dates_are_marked_in_the_article(rendered: Rendered) -> None:
    """An expression carries the date that it stands for."""
    dated = [found["data-date"] for found in _read(rendered).all("span", "when")]
    assert dated == [
        "16 May 2025",
        "14:30 16 May 2025",
        "14 May 2025",
        "3–5 Jun 2025",
        "since 2022",
        "Q1 2026",
        "about Apr 2025",
    ]


def test_the_manner_of_an_event_is_told_by_shape(rendered: Rendered) -> None:
    """Each status has a mark, and the underline of a sentence tells fact, claim and outlook apart."""
    page = _read(rendered)
    used = [found["href"] for found in page.all("use")][-len(rendered.timeline.events) :]
    statuses = [event.status for event in rendered.timeline.events]
    assert used == [f"#mark-{status}" for status in statuses]
    assert {found["class"] for found in page.all("mark")} == {"fact", "outlook"}


def test_a_claim_has_an_underline_of_its_own(rendered: Rendered) -> None:
    """A sentence that proves nothing but an allegation is a claim."""
    alone = rendered.timeline.model_copy(update={"events": rendered.timeline.events[5:6], "relations": ()})
    assert [found["class"] for found in _read(Rendered(alone, rendered.text)).all("mark")] == ["claim"]


def test_undated_events_stand_at_the_publication_date(rendered: Rendered) -> None:
    """They follow the line of the publication date, and say that they have none."""
    items = [found for tag, found in _read(rendered).tags if tag == "li" and (found.get("class") or "") != ""]
    classes = [found["class"] or "" for found in items][7:]
    assert classes == [
        "event ongoing",
        "event cancelled",
        "event occurred",
        "event occurred",
        "event occurred",
        "publication",
        "event alleged undated",
        "event occurred undated",
        "event hypothetical undated",
        "event planned",
        "event proposed",
    ]


def test_publication_closes_a_timeline_of_the_past(rendered: Rendered) -> None:
    """Where nothing lies ahead, the line of the publication date comes last."""
    past = rendered.timeline.model_copy(update={"events": rendered.timeline.events[:5], "relations": ()})
    items = [found["class"] for found in _read(Rendered(past, rendered.text)).all("li") if "class" in found]
    assert items[-1] == "publication"
    assert items.count("publication") == 1


def test_relations_are_links_from_both_ends(rendered: Rendered) -> None:
    """The accusation shows what it alleges and where it is denied."""
    card = render([rendered], Format.HTML).split('id="a1-e3"')[1].split('<li class="event')[0]
    links = re.findall(r'<dt><span aria-hidden="true">(.)</span> ([a-z ]+)</dt><dd><a href="#([a-z0-9-]+)">', card)
    assert links == [("→", "alleges", "a1-e6"), ("←", "denied in", "a1-e7")]


def test_what_was_not_taken_is_on_the_page(rendered: Rendered) -> None:
    """Rejected proposals are folded away, failures are told at the top, warnings with their event."""
    text = " ".join(_read(rendered).text.split())
    assert "Incomplete, truncated: the reply ended within a record (sentences 14, 15 not read)" in text
    assert "2 proposals were not taken “Maren visits Kostrava in July”, date not in text: 'July' stands nowhere" in text
    assert "13 proposed = 10 accepted + 1 merged + 2 rejected" in text
    assert "a name stands in the article, but in no cited sentence" in text


def test_without_its_text_the_quotes_stand_with_the_events(rendered: Rendered) -> None:
    """A timeline whose article was not kept can still be checked."""
    page = _read(Rendered(rendered.timeline, ""))
    assert "The text of the article was not kept." in page.text
    assert len(page.all("div", "alone")) == len(rendered.timeline.events)
    assert page.all("mark") == []


def test_a_page_of_nothing_says_so(empty: Rendered) -> None:
    """An article without an event has a page, too; so has no article."""
    assert "No event was found in this article." in _read(empty).text
    assert "<title>0 timelines</title>" in render([], Format.HTML)


def _read(rendered: Rendered) -> Reader:
    return Reader(render([rendered], Format.HTML))
