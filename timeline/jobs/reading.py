"""The input of a job's article to the article."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from timeline.domain.article import Article
from timeline.domain.value import Value
from timeline.errors import InputError, UnreadableInputError
from timeline.reading.documents import read_documents, read_line
from timeline.store.job_values import BegunItem, InputForm


class Address(Value):
    """A page to be fetched, and what is known about it."""

    url: str
    published: date | None = None
    title: str | None = None
    source: str | None = None


Fetch: TypeAlias = Callable[[Address], Awaitable[Article]]
"""Fetches a page and returns its article; raises an InputError where it may not or cannot."""


async def read_item(item: BegunItem, fetch: Fetch | None) -> Article:
    """Return the article.

    Raises:
        InputError: It cannot be read, or carries no date and none is given.
    """
    if item.form is InputForm.UNREADABLE:
        raise UnreadableInputError(item.input)
    if item.form is InputForm.ADDRESS:
        return await _fetched(item, fetch)
    read = read_line if item.form is InputForm.RECORD else _read_file
    return await asyncio.to_thread(read, item.input, published=item.published)


def _read_file(path: str, *, published: date | None) -> Article:
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


async def _fetched(item: BegunItem, fetch: Fetch | None) -> Article:
    try:
        address = Address.model_validate_json(item.input)
    except ValidationError as error:
        raise InputError(f"no address of a page: {item.input!r:.100}") from error
    if fetch is None:
        raise InputError(f"{address.url!r} is not fetched: fetching is off; set TIMELINE_FETCH=1, or give the text")
    known = address if address.published else address.model_copy(update={"published": item.published})
    return await fetch(known)
