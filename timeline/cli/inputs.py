"""What the command line is given to read: files, addresses, standard input, and the articles in them."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from timeline.cli.console import escaped, say
from timeline.domain.article import Article
from timeline.errors import InputError, UnreadableInputError
from timeline.fetching.page import Page
from timeline.reading.documents import read_documents
from timeline.wiring import run

STANDARD_INPUT = "-"


class Input(NamedTuple):
    """One document of an input: its article, or in words where and why there is none."""

    article: Article | None
    fault: str | None


def read_inputs(names: list[str], published: date | None) -> Iterator[Input]:
    """Yield the articles of every input in turn; one that cannot be read does not stop the others.

    Raises:
        InputError: No input is named, and none comes in.
    """
    if not names and sys.stdin.isatty():
        raise InputError("nothing to read; name a file, or '-' for standard input")
    for name in names or [STANDARD_INPUT]:
        try:
            if _is_address(name):
                yield Input(_fetch(name).read(published=published), None)
            else:
                yield from _articles(name, read_bytes(name), published)
        except InputError as error:
            yield Input(None, f"{escaped(name)}: {error}" if _is_address(name) else str(error))


def read_bytes(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`.

    Raises:
        UnreadableInputError: There is no such file, or it cannot be read.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if _is_address(name):
        raise UnreadableInputError(
            f"{name!r} is an address, which is not fetched here; save the page and name the file"
        )
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UnreadableInputError(f"cannot read {name!r}: {error.strerror}; check the path") from error


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _fetch(address: str) -> Page:
    """Fetch a page: whoever names an address at a terminal has asked for it, whatever TIMELINE_FETCH says."""
    from timeline.fetching.fetcher import Fetcher  # noqa: PLC0415 - it takes a moment that files are spared

    say(f"timeline: fetching {address}")
    return run(Fetcher().fetch(address))


def _articles(name: str, data: bytes, published: date | None) -> Iterator[Input]:
    try:
        for document in read_documents(data, published=published, name=name):
            yield Input(document.article, f"{escaped(name)}: {document.error}" if document.error else None)
    except InputError as error:
        yield Input(None, f"{escaped(name)}: {error}")
