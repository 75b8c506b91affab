"""A page as it was fetched."""

from datetime import date
from typing import NamedTuple

from timeline.domain.article import Article
from timeline.reading.decoding import decode
from timeline.reading.documents import DocumentKind, read_document

KINDS = {
    "text/html": DocumentKind.HTML,
    "application/xhtml+xml": DocumentKind.HTML,
    "text/plain": DocumentKind.TEXT,
}
"""The media types that are read, and as what."""


class Page(NamedTuple):
    """The content of a page, the address where it was found in the end, and what its server says of it."""

    content: bytes
    url: str
    content_type: str
    charset: str | None = None

    def read(self, *, published: date | None = None, title: str | None = None, source: str | None = None) -> Article:
        """Return the article of the page. What is given wins over what the page says.

        Raises:
            UnreadableInputError: The page holds no article.
            NoPublicationDateError: No publication date is given, and the page has none.
        """
        return read_document(
            decode(self.content, charset=self.charset),
            published=published,
            title=title,
            source=source,
            url=self.url,
            kind=KINDS[self.content_type],
        )
