"""Documents to articles: plain text, HTML pages and JSONL."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError

from timeline.domain.annotated import Layout, Sentence
from timeline.domain.article import Article
from timeline.errors import InputError, NoPublicationDateError, UnreadableInputError
from timeline.reading.decoding import decode
from timeline.reading.json_lines import Record, is_json, numbered_lines, parse_record
from timeline.reading.kinds import DocumentKind, detect_kind
from timeline.reading.publication import find_published, parse_published
from timeline.reading.source import find_source
from timeline.text.sentences import split_sentences

__all__ = ["DocumentKind", "ReadArticle", "read_articles", "read_document", "read_documents", "read_line"]


class Known(NamedTuple):
    """What is known about a document from outside it."""

    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


class ReadArticle(NamedTuple):
    """An article, or why there is none. `line` is the line of JSONL that it stood on."""

    line: int | None
    article: Article | None
    error: InputError | None


def read_documents(
    data: bytes | str, *, published: date | None = None, name: str | None = None
) -> Iterator[ReadArticle]:
    """Yield the articles of a document: one, or one a line of JSONL."""
    try:
        text = _text_of(data)
        kind = _kind_of(text, name)
        if kind is not DocumentKind.JSONL:
            yield ReadArticle(None, _read(text, kind, Known(published)), None)
            return
    except InputError as error:
        yield ReadArticle(None, None, error)
        return
    yield from read_articles(text, published=published)


def read_document(
    data: bytes | str,
    *,
    published: date | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    kind: DocumentKind | None = None,
) -> Article:
    """Return the article of a plain text or an HTML page. What is given wins over what the document says.

    Raises:
        UnreadableInputError: The document is empty, binary, or a page without an article.
        NoPublicationDateError: No publication date is given, and the document has none.
    """
    text = _text_of(data)
    kind = kind or _kind_of(text)
    if kind is DocumentKind.JSONL:
        raise InputError("the document is JSONL, which holds several articles; read it with read_articles")
    return _read(text, kind, Known(published, title, source, url))


def read_articles(data: bytes | str, *, published: date | None = None) -> Iterator[ReadArticle]:
    """Yield the article of each line of JSONL, or its error, which names the line and loses no other.

    `published` holds for lines that give no date.
    """
    for number, line in numbered_lines(_text_of(data)):
        try:
            yield ReadArticle(number, read_line(line, published=published), None)
        except InputError as error:
            yield ReadArticle(number, None, type(error)(f"line {number}: {error}"))


def read_line(line: str, *, published: date | None = None) -> Article:
    """Return the article of a line of JSONL. `published` holds where the line gives no date.

    Raises:
        InputError: The line is no article, or there is no publication date.
    """
    return _read_record(parse_record(line), published)


def _text_of(data: bytes | str) -> str:
    return decode(data) if isinstance(data, bytes) else data


def _kind_of(text: str, name: str | None = None) -> DocumentKind:
    kind = detect_kind(text, name)
    if kind is DocumentKind.TEXT and is_json(text):
        raise UnreadableInputError("the document is JSON; give text, HTML, or JSONL with one article as object a line")
    return kind


def _read_record(record: Record, published: date | None) -> Article:
    day = parse_published(record.published) if record.published else published
    known = Known(day, record.title, record.source, record.url, record.language)
    if record.html is not None:
        return _read(record.html, DocumentKind.HTML, known)
    return _read(record.text or "", DocumentKind.TEXT, known)


def _read(text: str, kind: DocumentKind, known: Known) -> Article:
    if kind is DocumentKind.HTML:
        return _read_html(text, known)
    return _article(text, known)


def _read_html(html: str, known: Known) -> Article:
    from timeline.reading.html import read_page  # noqa: PLC0415 - it takes half a second that plain text is spared

    page = read_page(html, url=known.url)
    article = _article(
        page.text,
        known._replace(
            published=known.published or page.published,
            title=known.title or page.title,
            source=known.source or page.source,
            url=known.url or page.url,
        ),
    )
    return article.model_copy(update={"is_extracted": True})


def _article(text: str, known: Known) -> Article:
    if not text.strip():
        raise UnreadableInputError("the document is empty; give the text of a news article")
    sentences = split_sentences(text)
    published = known.published or find_published(text, sentences)
    if published is None:
        raise NoPublicationDateError(
            "no publication date is given, and none stands in the document; give it (--published 2024-10-12)"
        )
    try:
        return Article(
            text=text,
            published=published,
            title=known.title or _headline(text, sentences),
            source=known.source or find_source(text, sentences),
            url=known.url,
            language=known.language or "en",
        )
    except ValidationError as error:
        raise UnreadableInputError(str(error.errors(include_url=False)[0]["ctx"]["error"])) from error


def _headline(text: str, sentences: tuple[Sentence, ...]) -> str | None:
    first = next((sentence for sentence in sentences if sentence.layout is Layout.HEADLINE), None)
    if first is None:
        return None
    whole = [one.span.of(text) for one in sentences if one.paragraph == first.paragraph]
    return " ".join(" ".join(whole).split())
