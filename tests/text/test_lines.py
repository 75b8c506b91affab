"""Lines, and which of them are one paragraph."""

import pytest

from timeline.text.lines import split_lines, split_paragraphs

_WRAPPED = (
    "PORT ANA (AP) — The foreign ministers of six countries met in the\n"
    "capital on Tuesday to discuss the future of the railway, and they\n"
    "agreed to meet again in two weeks. The Minister of Transport said\n"
    "that Port Ana would be the seat of the new office.\n"
    "\n"
    "Officials hoped to sign a memorandum by the end of the month, the\n"
    "ministry said."
)


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [text[paragraph.start : paragraph.end] for paragraph in split_paragraphs(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"], ids=["lf", "crlf", "cr", "line-separator"])
def test_wrapped_lines_are_joined(newline: str) -> None:
    """A text that was folded at a width has the paragraphs that its blank lines part."""
    text = _WRAPPED.replace("\n", newline)
    expected = [part.replace("\n", newline) for part in _WRAPPED.split("\n\n")]
    assert paragraphs_of(text) == expected


def test_a_long_line_does_not_hide_the_width() -> None:
    """A caption that was not folded stands beside paragraphs that were."""
    caption = "The ministers of six countries in the hall of the old railway station of Port Ana, where they met. " * 2
    parts = [*_WRAPPED.split("\n\n"), caption.strip()]
    assert paragraphs_of("\n\n".join(parts)) == parts


@pytest.mark.parametrize(
    "lines",
    [
        ["The talks failed.", "They will resume."],
        ["Bridge falls in Port Ana", "By Jane Doe, AP", "The bridge fell on Tuesday."],
        ["• The deal was signed and will be sent to the parliament", "• the minister resigned"],
        ["The deal was signed on Tuesday in Port Ana and it", "1. the first point of the list"],
        ["The first paragraph of a page is on one line and ends here." * 3, "the second begins in lower case"],
        ["yes we can", "no you can not"],
        ["___", "A writer in Port Ana helped."],
    ],
    ids=["sentences", "headline", "bullets", "numbered", "long line", "short lines", "rule"],
)
def test_lines_that_are_no_wraps_stay_apart(lines: list[str]) -> None:
    """A line break after a sentence, a headline, a byline or before a list item ends a paragraph."""
    assert paragraphs_of("\n".join(lines)) == lines


def test_the_lines_above_an_article_do_not_make_it_folded() -> None:
    """A byline and a date line of like length are no wrapped paragraph where the paragraphs are on one line each."""
    above = [
        "Talks on old railway end in Port Ana",
        "Rahim Noor, the political editor",
        "Published at 1:52 a.m., 15 November 2021",
    ]
    body = "The ministers of six countries left the hall of the old railway station, where they had met. " * 2
    text = "\n".join(above) + "\n\n" + body.strip()
    assert paragraphs_of(text) == [*above, body.strip()]


def test_a_break_inside_a_sentence_is_a_wrap() -> None:
    """One line that goes on in lower case is joined, although nothing shows a width."""
    text = (
        "The minister met the leaders of the unions in\nPort Ana early on Tuesday morning,\nand left again on Friday."
    )
    assert paragraphs_of(text) == [text]


@pytest.mark.parametrize("dash", ["_", "--", "—"])
def test_a_dateline_on_a_line_of_its_own_opens_the_paragraph(dash: str) -> None:
    """It belongs to the first sentence."""
    text = f"PORT ANA (AP) {dash}\nThe bridge fell on Tuesday."
    assert paragraphs_of(text) == [text]


def test_lines_have_offsets_without_white_space() -> None:
    """Indents and trailing spaces belong to no line."""
    text = "\u00a0 a b \r\n\t\r\nc"
    assert [(line.start, line.end, line.after_blank) for line in split_lines(text)] == [(2, 5, False), (11, 12, True)]
