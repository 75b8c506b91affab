"""Documents to articles."""

import json
from datetime import date

import pytest

from timeline.errors import InputError, NoPublicationDateError, UnreadableInputError
from timeline.reading.documents import DocumentKind, read_articles, read_document, read_documents

_DAY = date(2024, 3, 3)
_TEXT = "Talks end in Port Ana\r\n\r\nBy Jane Doe, AP\r\nMarch 3, 2024\r\n\r\nPORT ANA — The talks ended.\r\n"
_PAGE = (
    '<!doctype html><html><head><meta name="date" content="2024-03-03"></head><body><article><h1>Talks end</h1>'
    "<p>The talks in Port Ana ended on Sunday without a deal, the ministry of transport said.</p></article></body>"
)


def test_a_plain_text_is_kept_as_it_is() -> None:
    """Line breaks stay, a byte-order mark goes, and headline, byline and date line are read."""
    article = read_document(b"\xef\xbb\xbf" + _TEXT.encode())
    assert article.text == _TEXT
    assert (article.published, article.title, article.source) == (_DAY, "Talks end in Port Ana", "AP")


def test_what_is_given_wins() -> None:
    """Date, title, source and address of the caller stand before those of the document."""
    article = read_document(
        _TEXT.encode(), published=date(2020, 1, 1), title="Talks", source="The Post", url="https://post.example/"
    )
    given = (article.published, article.title, article.source, article.url)
    assert given == (date(2020, 1, 1), "Talks", "The Post", "https://post.example/")


def test_a_page_is_read_as_one() -> None:
    """HTML is told by its tags, and its metadata dates it."""
    article = read_document(_PAGE.encode())
    assert article.published == _DAY
    assert "<" not in article.text


@pytest.mark.parametrize("name", ["flood.txt", "flood", "flood.html", "notes.html.txt"])
def test_a_page_is_one_whatever_its_file_is_called(name: str) -> None:
    """A saved page with the ending of a text is dated by its metadata, and no tag is read as words."""
    (read,) = read_documents(_PAGE.encode(), name=name)
    assert read.article is not None
    assert read.article.published == _DAY
    assert "<" not in read.article.text


def test_a_page_without_metadata_is_dated_by_its_byline() -> None:
    """The text of a page is read like any other."""
    page = _PAGE.replace(' content="2024-03-03"', "").replace(
        "</h1>", "</h1><p>By Jane Doe, AP</p><p>March 3, 2024</p>"
    )
    article = read_document(page)
    assert (article.published, article.source) == (_DAY, "AP")


def test_a_kind_that_is_given_is_not_guessed() -> None:
    """A text about markup stays a text."""
    text = "<p> <p> <p> <p> are four tags."
    assert read_document(text, published=_DAY, kind=DocumentKind.TEXT).text == text


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u00a0"], ids=["empty", "space", "mark", "no-break"]
)
def test_an_empty_document_is_refused(data: bytes | str) -> None:
    """Nothing to read is said before a missing date."""
    with pytest.raises(UnreadableInputError, match="empty; give the text"):
        read_document(data)


def test_a_document_without_a_date_asks_for_one() -> None:
    """The publication date is never today."""
    with pytest.raises(NoPublicationDateError, match="--published"):
        read_document(b"The talks ended.")


def test_half_a_surrogate_pair_is_refused() -> None:
    """A string that cannot be written as UTF-8 is no text."""
    with pytest.raises(UnreadableInputError, match=r"^text holds .* surrogate pair"):
        read_document("The talks \ud800 ended.", published=_DAY)


def test_lines_of_json_are_not_one_article() -> None:
    """The message names the function that reads them."""
    with pytest.raises(InputError, match="read_articles"):
        read_document(json.dumps({"text": _TEXT}))


@pytest.mark.parametrize("text", ['{"schema": "timeline/1"}', '[\n{"text": "x"}\n]'], ids=["object", "array"])
def test_json_that_is_no_article_is_refused(text: str) -> None:
    """A timeline or an array is not taken for news text."""
    with pytest.raises(UnreadableInputError, match="JSON"):
        read_document(text, published=_DAY)


def test_a_bad_line_does_not_lose_the_others() -> None:
    """Each line gives an article or an error that names the line."""
    lines = [
        json.dumps(
            {"text": "The talks\u2028ended.", "published": "2024-03-03", "title": "Talks", "id": 7}, ensure_ascii=False
        ),
        "",
        '{"text": "broken',
        json.dumps({"html": _PAGE}),
        json.dumps({"text": "x", "html": "y"}),
        json.dumps({"text": 5}),
        json.dumps([1]),
        json.dumps({"text": "The talks ended.", "published": "soon"}),
        json.dumps({"text": "The talks ended."}),
        json.dumps({"text": ""}),
    ]
    found = list(read_articles("\n".join(lines).encode()))
    assert [one.line for one in found] == [1, 3, 4, 5, 6, 7, 8, 9, 10]
    assert [one.line for one in found if one.article] == [1, 4]
    assert all(str(one.error).startswith(f"line {one.line}: ") for one in found if one.error)
    assert isinstance(found[7].error, NoPublicationDateError)


def test_a_date_for_all_lines_holds_where_a_line_has_none() -> None:
    """A line's own date wins."""
    lines = '{"text": "The talks ended."}\n{"text": "The talks ended.", "published": "2020-01-01"}'
    days = [one.article.published for one in read_articles(lines, published=_DAY) if one.article]
    assert days == [_DAY, date(2020, 1, 1)]


def test_documents_of_every_kind_are_yielded() -> None:
    """A text is one article without a line, JSONL is one a line, and an error is yielded too."""
    assert [one.line for one in read_documents(_TEXT.encode())] == [None]
    assert [one.line for one in read_documents(json.dumps({"text": _TEXT}) + "\n", name="a.txt")] == [1]
    assert [one.line for one in read_documents(b'not json\n{"text": "x"}', name="a.jsonl", published=_DAY)] == [1, 2]
    (unreadable,) = read_documents(b"%PDF-1.4")
    assert unreadable.article is None
    assert isinstance(unreadable.error, UnreadableInputError)
