"""What the page shows of the article's text: paragraphs of passages, each the evidence of some events or of none."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from timeline.domain.vocabulary import EventStatus
from timeline.render.card import Reference
from timeline.render.marked_text import Kind, Run, marked_paragraphs
from timeline.render.plain import one_line
from timeline.render.rendered import Rendered


class Manner(StrEnum):
    """How the article holds the events of a passage, which its underline tells."""

    FACT = "fact"
    CLAIM = "claim"
    OUTLOOK = "outlook"


class Words(NamedTuple):
    """Characters inside a passage. `date` is what an expression that ends with them stands for."""

    text: str
    events: str
    date: str
    is_date: bool
    is_trigger: bool


class Passage(NamedTuple):
    """A run of the article. `events` lists the elements it proves; `references` are those whose sentence ends."""

    element: str
    words: tuple[Words, ...]
    events: str
    manner: Manner
    references: tuple[Reference, ...]


class Paragraph(NamedTuple):
    """One paragraph. The headline is the one that repeats the title."""

    passages: tuple[Passage, ...]
    is_headline: bool


_FACTS = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})
_CLAIMS = frozenset({EventStatus.ALLEGED, EventStatus.DENIED})


def paragraphs_of(rendered: Rendered, references: Sequence[Reference], *, name: str) -> tuple[Paragraph, ...]:
    """Cut the article into paragraphs of passages, whose elements begin with `name`."""
    statuses = [event.status for event in rendered.timeline.events]

    def passage(run: Run) -> Passage:
        return Passage(
            element=f"{name}-s{run.start}",
            words=tuple(_words(run, rendered.text, references)),
            events=_elements(run.events, references),
            manner=_manner({statuses[index] for index in run.events}),
            references=tuple(references[index] for index in run.ends),
        )

    blocks = [
        tuple(passage(run) for run in block) for block in marked_paragraphs(rendered.text, rendered.timeline.events)
    ]
    title = one_line(rendered.timeline.article.title or "")
    return tuple(Paragraph(block, is_headline=_words_of(block) == title) for block in blocks)


def sentences_of(paragraphs: Sequence[Paragraph]) -> dict[str, list[str]]:
    """Find the passages in which a sentence of each event ends, by the event's element."""
    found: dict[str, list[str]] = {}
    for passage in (passage for paragraph in paragraphs for passage in paragraph.passages):
        for reference in passage.references:
            found.setdefault(reference.element, []).append(passage.element)
    return found


def _words(run: Run, text: str, references: Sequence[Reference]) -> Iterator[Words]:
    for piece in run.pieces:
        dated, named = piece.events(Kind.DATE), piece.events(Kind.TRIGGER)
        yield Words(
            text=piece.span.of(text),
            events=_elements(sorted({*dated, *named}), references),
            date=", ".join(piece.dates),
            is_date=bool(dated),
            is_trigger=bool(named),
        )


def _words_of(passages: Sequence[Passage]) -> str:
    return one_line("".join(words.text for passage in passages for words in passage.words))


def _elements(indexes: Sequence[int], references: Sequence[Reference]) -> str:
    return " ".join(references[index].element for index in indexes)


def _manner(statuses: set[EventStatus]) -> Manner:
    if statuses & _FACTS:
        return Manner.FACT
    return Manner.CLAIM if statuses & _CLAIMS else Manner.OUTLOOK
