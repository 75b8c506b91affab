"""A news article as it was read: its text, unmodified, and what is known about it."""

import hashlib
from datetime import date

from pydantic import field_validator

from timeline.domain.value import Value


def text_id(text: str) -> str:
    """Return `sha256:` and the SHA-256 of a text in UTF-8, which is the id of the article that has it."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


class Article(Value):
    """One article.

    `text` is the document decoded and otherwise untouched: all offsets count its code points.
    `published` is the reference date against which its time expressions are resolved.
    """

    text: str
    published: date
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"
    is_extracted: bool = False
    """The text was taken out of a page, so a timeline of it carries the text."""

    @property
    def id(self) -> str:
        """That of its text."""
        return text_id(self.text)

    @field_validator("text")
    @classmethod
    def _encodable(cls, text: str) -> str:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            where = error.start
            raise ValueError(
                f"text holds {text[where]!r} at {where}, half of a surrogate pair; decode it first"
            ) from error
        return text

    def __repr__(self) -> str:
        """Show what the article is, never its text."""
        return f"Article(id={self.id[:15]!r}, published={self.published.isoformat()!r}, title={self.title!r})"

    __str__ = __repr__
