"""The report in Markdown."""

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from timeline.render import Format, Rendered, render

PLAIN_INLINE = {"text", "text_special", "softbreak"}


def test_an_event_is_a_section_with_its_quotes(rendered: Rendered) -> None:
    """Facts come as a list, the sentences as quotations."""
    section = (
        "## 14 May 2025: Maren accuses Kostrava of shipping ballistic missiles to rebels\n\n"
        "- accusation · ● occurred\n"
        "- When: “Wednesday” = 2025-05-14\n"
        "- Who: Ilya Maren (actor), Kostrava (target)\n"
        "- Source: Dnevnik\n"
        "- Alleges: Kostrava ships ballistic missiles to rebels in the Sarn valley\n"
        "- Note: a name stands in the article, but in no cited sentence\n\n"
        "> The mood was a long way from that of Wednesday, when Maren accused Kostrava of shipping ballistic missiles "
        "to rebels in the Sarn valley.\n\n"
        "> “We have photographs of the convoys,” he told the newspaper Dnevnik.\n\n"
    )
    assert section in render([rendered], Format.MD)


def test_the_head_links_to_the_article(rendered: Rendered) -> None:
    """Source, date, engine and address stand under the title."""
    assert render([rendered], Format.MD).split("\n\n")[:2] == [
        "# Varenia and Kostrava agree to reopen border as missile row simmers",
        "Harbor Wire · published 17 May 2025 · llm engine, press-small-2 · <https://news.example/border>",
    ]


def test_the_account_closes_the_chapter(rendered: Rendered) -> None:
    """Counts, cost, rejected records and failures are listed."""
    assert render([rendered], Format.MD).split("## How this was made\n\n")[1].splitlines() == [
        "- 13 proposed = 10 accepted + 1 merged + 2 rejected",
        "- 2 requests, 1 retry · 2,480 tokens in (1,024 cached), 731 out · \\$0.0020",
        "- Rejected: “Maren visits Kostrava in July”, date not in text: 'July' stands nowhere in the article",
        "- Rejected: “Rebels seize the Sarn valley”, no evidence: the record cites no sentence",
        "- Not done: truncated: the reply ended within a record (sentences 14, 15 not read)",
    ]


def test_every_article_is_a_chapter(rendered: Rendered, empty: Rendered) -> None:
    """Chapters follow each other, also that of a timeline of nothing."""
    written = render([rendered, empty], Format.MD)
    assert written == render([rendered], Format.MD) + "\n" + render([empty], Format.MD)
    assert "# Untitled article\n\npublished 17 May 2025 · rules engine\n\nNo event was found.\n" in written


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("<script>alert(1)</script> <!-- x -->", id="html"),
        pytest.param("[press](javascript:alert(1)) ![x](y) [a]: b", id="links-and-images"),
        pytest.param("**bold** _em_ ~~gone~~ `code` $x$ H~2~O", id="emphasis"),
        pytest.param("# heading ## ", id="heading"),
        pytest.param("- item", id="bullet"),
        pytest.param("+ item", id="plus"),
        pytest.param("12. item", id="numbered"),
        pytest.param("3) item", id="numbered-with-bracket"),
        pytest.param("=== ---", id="underline"),
        pytest.param("> quoted | cell | &amp; &#60;", id="quote-table-entity"),
        pytest.param("back\\slash \\* <https://a.example>", id="backslash"),
        pytest.param("```\nfence\n```\n\n    code", id="blocks-over-lines"),
    ],
)
def test_an_article_cannot_write_markdown(hostile: Callable[[str], Rendered], words: str) -> None:
    """Whatever the article says is read back as plain words, in the blocks of any other article."""
    harmless = _tokens(render([hostile("words")], Format.MD))
    tokens = _tokens(render([hostile(words)], Format.MD))
    assert [token.type for token in tokens] == [token.type for token in harmless]
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= PLAIN_INLINE
    expected = " ".join(words.split())
    texts = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    assert texts[0] == expected
    assert sum(expected in text for text in texts) >= 8


def test_a_bare_address_in_a_text_is_no_link(hostile: Callable[[str], Rendered]) -> None:
    """Forges that link addresses by themselves find none."""
    written = render([hostile("see http://a.example www.b.example c@d.example")], Format.MD)
    assert "http://" not in written
    assert "www." not in written
    assert "c@d" not in written


def _tokens(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(markdown)
