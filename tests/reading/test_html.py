"""The article of a web page and what the page says about it."""

from datetime import date

import pytest

from timeline.errors import UnreadableInputError
from timeline.reading.html import read_page

_BODY = (
    "<p>Six ministers met in Port Ana on Tuesday to discuss the future of the railway, and they agreed to meet again "
    "in two weeks.</p><p>“We will sign,” said Minister Rahim Noor. The talks, which began in January, go on.</p>" * 2
)
_DAY = date(2021, 3, 2)


def page(head: str = "", top: str = "", body: str = _BODY) -> str:
    """Return a page with a menu, an article and a footer."""
    return (
        f"<!doctype html><html><head><title>Ministers meet</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Ministers meet in Port Ana</h1>{top}{body}</article>"
        "<aside><time datetime='2020-01-01'>An older story</time></aside>"
        "<footer>© 2019 The Daily Post. Saved on 2023-01-05</footer></body></html>"
    )


def test_the_text_is_the_article_with_blank_lines_between_paragraphs() -> None:
    """Menus and footers are left out, and paragraphs can be told."""
    paragraphs = read_page(page()).text.split("\n\n")
    assert paragraphs[-1].startswith("“We will sign,” said Minister Rahim Noor.")
    assert not any("Home" in paragraph or "©" in paragraph for paragraph in paragraphs)


def test_title_source_and_address_come_from_the_metadata() -> None:
    """What the page says about itself is kept."""
    head = (
        '<meta property="og:site_name" content="The Daily Post">'
        '<link rel="canonical" href="https://post.example/news/ministers">'
    )
    found = read_page(page(head))
    assert (found.title, found.source, found.url) == (
        "Ministers meet in Port Ana",
        "The Daily Post",
        "https://post.example/news/ministers",
    )


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<meta property="article:published_time" content="2021-03-02T10:00:00Z">', ""),
        ('<meta property="article:modified_time" content="2022-05-05"><meta name="date" content="2021-03-02">', ""),
        ('<script type="application/ld+json">{"dateModified":"2022-05-05","datePublished":"2021-03-02"}</script>', ""),
        ("", '<time datetime="2021-03-02T10:00">March 2</time><time datetime="2021-03-09">later</time>'),
        ("", '<time datetime="2021-03-09">x</time><time itemprop="datePublished" datetime="2021-03-02">x</time>'),
        ('<link rel="canonical" href="https://post.example/2021/03/02/ministers">', ""),
    ],
    ids=["meta", "meta beside modified", "linked data", "time", "marked time", "address"],
)
def test_the_page_says_when_it_was_published(head: str, top: str) -> None:
    """Metadata, time elements and the address date a page; modification does not."""
    assert read_page(page(head, top)).published == _DAY


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ("", ""),
        ('<meta property="article:modified_time" content="2022-05-05">', ""),
        ('<meta itemprop="copyrightYear" content="2019">', ""),
        ('<meta name="date" content="02/03/2021">', ""),
        ('<meta name="date" content="yesterday">', "<time>2 days ago</time>"),
    ],
    ids=["nothing", "modified", "copyright", "two readings", "relative"],
)
def test_no_date_is_invented(head: str, top: str) -> None:
    """Copyright years, modification, footers and words that need a clock date nothing."""
    assert read_page(page(head, top)).published is None


@pytest.mark.parametrize("day", ["1934-03-02", "2090-03-02"])
def test_the_clock_bounds_no_date(day: str) -> None:
    """A date is what the page says, also one that the clock has not reached."""
    found = read_page(page(f'<meta property="article:published_time" content="{day}">'))
    assert found.published == date.fromisoformat(day)


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!doctype html><html><body><nav><a href=/>Home</a></nav></body></html>",
        "<html><body><form><button>Log in</button></form></body></html>",
        "",
    ],
    ids=["empty", "menu", "form", "nothing"],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    """The message says what to give instead."""
    with pytest.raises(UnreadableInputError, match="no article; give"):
        read_page(html)


def test_a_fragment_and_a_declaration_are_read() -> None:
    """A piece of a page, or one that declares an encoding which no longer holds, is read as well."""
    assert read_page("<p>The ministers met.</p>").text == "The ministers met."
    assert "Rahim Noor" in read_page('<?xml version="1.0" encoding="utf-16"?>' + page()).text
