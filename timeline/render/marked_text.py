"""An article's text cut where its evidence, dates and triggers begin and end, so that nothing overlaps."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple

from timeline.domain.span import Offsets
from timeline.domain.timeline import Event
from timeline.render.dates import human_when
from timeline.render.paragraphs import paragraphs, trimmed


class Kind(StrEnum):
    """What a mark in the text stands for."""

    EVIDENCE = "evidence"
    DATE = "date"
    TRIGGER = "trigger"


class Mark(NamedTuple):
    """A span that belongs to the event at an index of the timeline; `words` say what a date stands for."""

    kind: Kind
    event: int
    span: Offsets
    words: str = ""


class Piece(NamedTuple):
    """Characters under the same marks."""

    span: Offsets
    marks: tuple[Mark, ...]

    def events(self, kind: Kind) -> tuple[int, ...]:
        """List the events that have a mark of a kind here, once each and in order."""
        return tuple(sorted({mark.event for mark in self.marks if mark.kind is kind}))

    @property
    def dates(self) -> tuple[str, ...]:
        """What the expressions that end here stand for, once each."""
        ended = (mark for mark in self.marks if mark.kind is Kind.DATE and mark.span.end == self.span.end)
        return tuple(dict.fromkeys(mark.words for mark in ended))


class Run(NamedTuple):
    """Pieces in a row that are evidence of the same events; `ends` are those whose sentence ends with it."""

    pieces: tuple[Piece, ...]
    events: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the run starts."""
        return self.pieces[0].span.start


def marked_paragraphs(text: str, events: Sequence[Event]) -> Iterator[tuple[Run, ...]]:
    """Cut a text into paragraphs, those into runs of evidence, and those into pieces, in one pass over the marks."""
    marks = [mark for mark in _marks(events, text) if mark.span.end > mark.span.start]
    blocks = list(paragraphs(text))
    pieces = iter(_pieces(marks, blocks))
    piece = next(pieces, None)
    for block in blocks:
        inside = []
        while piece and piece.span.end <= block.end:
            if piece.span.start >= block.start:
                inside.append(piece)
            piece = next(pieces, None)
        yield tuple(_runs(inside))


def _marks(events: Sequence[Event], text: str) -> Iterator[Mark]:
    for index, event in enumerate(events):
        for evidence in event.evidence:
            yield Mark(Kind.EVIDENCE, index, trimmed(evidence.span, text))
        yield Mark(Kind.TRIGGER, index, trimmed(event.trigger.span, text))
        if event.when:
            yield Mark(Kind.DATE, index, trimmed(event.when.expression.span, text), human_when(event.when))


def _pieces(marks: Sequence[Mark], blocks: Iterable[Offsets]) -> Iterator[Piece]:
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    cuts = sorted({*opening, *closing, *(edge for block in blocks for edge in block)})
    active: dict[Mark, None] = {}
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active.pop(mark, None)
        active.update(dict.fromkeys(opening.get(start, ())))
        yield Piece(Offsets(start, end), tuple(active))


def _runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    for events, group in groupby(pieces, key=lambda piece: piece.events(Kind.EVIDENCE)):
        inside = tuple(group)
        last = inside[-1]
        ends = {mark.event for mark in last.marks if mark.kind is Kind.EVIDENCE and mark.span.end == last.span.end}
        yield Run(inside, events, tuple(sorted(ends)))
