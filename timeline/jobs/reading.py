"""The input of a job's article to the article."""

import asyncio
import os
from datetime import date
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote_to_bytes, urlsplit

from pydantic import ValidationError

from timeline.domain.article import Article
from timeline.domain.value import Value
from timeline.errors import InputError, UnreadableInputError
from timeline.fetching.page import Page
from timeline.reading.documents import read_documents, read_line
from timeline.store.job_values import BegunItem, InputForm


class Address(Value):
    """A page to be fetched, and what is known about it."""

    url: str
    published: date | None = None
    title: str | None = None
    source: str | None = None


class PageFetcher(Protocol):
    """Fetches pages."""

    async def fetch(self, url: str) -> Page:
        """Return the page.

        Raises:
            InputError: It may not be fetched, or there is none.
        """
        ...


def find_text_id(item: BegunItem) -> str | None:
    """Return the id of the text that stands in an input, also where it is no article for want of a date."""
    if item.form is not InputForm.RECORD:
        return None
    try:
        return read_line(item.input, published=date.min).id
    except InputError:
        return None


async def read_item(item: BegunItem, fetcher: PageFetcher | None) -> Article:
    """Return the article.

    Raises:
        InputError: It cannot be read, or carries no date and none is given.
    """
    if item.form is InputForm.UNREADABLE:
        raise UnreadableInputError(item.input)
    if item.form is InputForm.ADDRESS:
        return await _fetched(item, fetcher)
    read = read_line if item.form is InputForm.RECORD else _read_file
    return await asyncio.to_thread(read, item.input, published=item.published)


def _read_file(url: str, *, published: date | None) -> Article:
    path = os.fsdecode(unquote_to_bytes(urlsplit(url).path))
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInputError(f"cannot read {path!r}: {error.strerror}; check the path") from error
    read = list(read_documents(data, published=published, name=path))
    if len(read) != 1:
        raise UnreadableInputError(f"{path!r} holds {len(read)} articles; it has changed since the job began")
    if read[0].article is None:
        raise read[0].error or UnreadableInputError(f"{path!r} holds no article")
    return read[0].article


async def _fetched(item: BegunItem, fetcher: PageFetcher | None) -> Article:
    try:
        address = Address.model_validate_json(item.input)
    except ValidationError as error:
        raise InputError(f"no address of a page: {item.input!r:.100}") from error
    if fetcher is None:
        raise InputError(f"{address.url!r} is not fetched: fetching is off; set TIMELINE_FETCH=1, or give the text")
    page = await fetcher.fetch(address.url)
    published = address.published or item.published
    return await asyncio.to_thread(page.read, published=published, title=address.title, source=address.source)
