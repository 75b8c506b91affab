"""An article cut into pieces, each of which knows the records that cite it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.domain.span import Offsets


class Segment(NamedTuple):
    """A piece of text and the keys of the records that cite it, in order."""

    text: str
    keys: tuple[str, ...]


def segments(text: str, cited: Mapping[str, Sequence[Offsets]]) -> tuple[Segment, ...]:
    """Cut a text wherever a citation begins or ends; the pieces together are the text."""
    bounds = sorted({0, len(text), *_bounds(cited.values(), len(text))})
    return tuple(Segment(text[start:end], _keys_over(Offsets(start, end), cited)) for start, end in pairwise(bounds))


def _bounds(citations: Iterable[Sequence[Offsets]], length: int) -> Iterable[int]:
    return (min(bound, length) for spans in citations for span in spans for bound in span)


def _keys_over(piece: Offsets, cited: Mapping[str, Sequence[Offsets]]) -> tuple[str, ...]:
    return tuple(key for key, spans in cited.items() if any(span.covers(piece) for span in spans))
