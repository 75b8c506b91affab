"""TimeML documents: text, publication date, and the time expressions marked in it (TimeML 1.2.1)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from evals.errors import RunError
from timeline.domain.span import Offsets


class Timex(NamedTuple):
    """A time expression: where it stands, its type and its TIMEX3 value."""

    span: Offsets
    type: str
    value: str


class TimeMLDocument(NamedTuple):
    """One document. All offsets count characters of `text`, which is the content of TEXT without its tags."""

    name: str
    published: date
    text: str
    timexes: tuple[Timex, ...]


def read_folder(folder: Path) -> tuple[TimeMLDocument, ...]:
    """Read every `.tml` file below a folder, in order of path.

    Raises:
        RunError: There is none, or one is broken.
    """
    documents = tuple(read_timeml(path) for path in sorted(folder.rglob("*.tml")))
    if not documents:
        raise RunError(f"{folder}: no TimeML documents (*.tml) in this folder")
    return documents


def read_timeml(path: Path) -> TimeMLDocument:
    """Read a document.

    Raises:
        RunError: It is not TimeML, or has no creation time.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - see above
    except ET.ParseError as error:
        raise RunError(f"{path}: not XML: {error}") from error
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise RunError(f"{path}: no TEXT, or no TIMEX3 in DCT; expected a TimeML document")
    try:
        published = date.fromisoformat(created.get("value", "")[:10])
    except ValueError as error:
        raise RunError(f"{path}: creation time {created.get('value')!r} is no day") from error
    timexes = tuple(sorted(_timexes(body, 0)))
    return TimeMLDocument(path.stem, published, "".join(body.itertext()), timexes)


def _timexes(element: ET.Element, start: int) -> Iterator[Timex]:
    """Yield the marked expressions inside an element that starts at offset `start`."""
    at = start + len(element.text or "")
    for child in element:
        length = len("".join(child.itertext()))
        if child.tag == "TIMEX3" and length:
            yield Timex(Offsets(at, at + length), child.get("type", ""), child.get("value", ""))
        yield from _timexes(child, at)
        at += length + len(child.tail or "")
