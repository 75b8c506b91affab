"""Timelines in the format of SemEval-2015 task 4, and the documents they are of.

The first line names an entity. Every other line holds a position, a date, and the mentions of one event as
DOCUMENT-SENTENCE-WORD, separated by tabs. Position 0 is for events that have no place in the order.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from evals.errors import RunError
from timeline.domain.article import Article
from timeline.domain.span import Offsets

_LINE = re.compile(r"\d+\t\S+(?:\t\S.*)?")


class TimelineRow(NamedTuple):
    """One event of a timeline."""

    position: int
    anchor: str
    mentions: tuple[str, ...]


class EntityTimeline(NamedTuple):
    """The timeline of one entity; `name` is that of its file."""

    name: str
    entity: str
    rows: tuple[TimelineRow, ...]


class NumberedSentence(NamedTuple):
    """A sentence by the id that mentions use, and where it stands in the article's text."""

    id: str
    span: Offsets


class NumberedDocument(NamedTuple):
    """A document of the task, one sentence a line."""

    id: str
    article: Article
    sentences: tuple[NumberedSentence, ...]

    def sentence_at(self, position: int) -> NumberedSentence:
        """Return the sentence that holds a character, or the last one before it."""
        before = [sentence for sentence in self.sentences if sentence.span.start <= position]
        return before[-1] if before else self.sentences[0]


def read_timelines(folder: Path) -> tuple[EntityTimeline, ...]:
    """Read every timeline below a folder, in order of name.

    Raises:
        RunError: There is none.
    """
    found = [read_timeline(path) for path in sorted(folder.rglob("*.txt")) if _is_timeline(path)]
    if not found:
        raise RunError(f"{folder}: no timeline (an entity, then lines of position, date and mentions) in this folder")
    return tuple(found)


def read_timeline(path: Path) -> EntityTimeline:
    """Read one timeline; its rows are sorted by their numbers, as the task's own scorer does."""
    entity, *lines = path.read_text(encoding="utf-8").splitlines()
    kept = sorted((line.rstrip() for line in lines if line.strip()), key=_by_numbers)
    return EntityTimeline(path.stem, entity.strip(), tuple(_row(line) for line in kept))


def write_timeline(timeline: EntityTimeline, folder: Path) -> None:
    """Store a timeline in the same format."""
    lines = ["\t".join((str(row.position), row.anchor, *row.mentions)) for row in timeline.rows]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{timeline.name}.txt").write_text("\n".join([timeline.entity, *lines]) + "\n", encoding="utf-8")


def read_documents(folder: Path) -> tuple[NumberedDocument, ...]:
    """Read every TimeML document with numbered sentences below a folder.

    Raises:
        RunError: There is none, or one is broken.
    """
    documents = tuple(_read_document(path) for path in sorted(folder.rglob("*.tml")))
    if not documents:
        raise RunError(f"{folder}: no TimeML documents (*.tml) in this folder")
    return documents


def _read_document(path: Path) -> NumberedDocument:
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - benchmark files that the user has on disk
        published = date.fromisoformat(root.findall("DCT/TIMEX3")[0].get("value", "")[:10])
    except (ET.ParseError, IndexError, ValueError) as error:
        raise RunError(f"{path}: no TimeML document with a creation day: {error}") from error
    marked = root.findall(".//TEXT//s")
    if not marked:
        raise RunError(f"{path}: TEXT holds no numbered sentences (<s id=…>)")
    texts = [" ".join("".join(sentence.itertext()).split()) for sentence in marked]
    sentences = _numbered([sentence.get("id", "") for sentence in marked], texts)
    document_id = (root.findtext("DOCID") or path.stem).strip()
    return NumberedDocument(document_id, Article(text="\n".join(texts), published=published), sentences)


def _numbered(ids: Sequence[str], texts: Sequence[str]) -> tuple[NumberedSentence, ...]:
    sentences, start = [], 0
    for id_, text in zip(ids, texts, strict=True):
        sentences.append(NumberedSentence(id_, Offsets(start, start + len(text))))
        start += len(text) + 1
    return tuple(sentences)


def _is_timeline(path: Path) -> bool:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return bool(lines) and all(_LINE.fullmatch(line) for line in lines[1:] if line.strip())


def _row(line: str) -> TimelineRow:
    position, anchor, *mentions = line.split("\t")
    return TimelineRow(int(position), anchor, tuple(mentions))


def _by_numbers(line: str) -> list[tuple[int, str]]:
    """Compare digits as numbers and the rest as text."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _parts(line)]


def _parts(line: str) -> Iterable[str]:
    return re.split(r"([0-9]+)", line)
