"""Where something stands in a text: half-open offsets, counted in Unicode code points."""

from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field


class Offsets(NamedTuple):
    """The characters `text[start:end]`."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    def of(self, text: str) -> str:
        """Return what stands in `text` at these offsets."""
        return text[self.start : self.end]

    def overlaps(self, other: "Offsets") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Offsets") -> bool:
        """Say whether `other` lies inside these offsets."""
        return self.start <= other.start and other.end <= self.end


def _in_order(offsets: Offsets) -> Offsets:
    if offsets.end < offsets.start:
        raise ValueError(f"span {list(offsets)!r} ends before it starts; give [start, end] with start <= end")
    return offsets


Span = Annotated[Offsets, AfterValidator(_in_order)]
"""Offsets checked to be in order; `[start, end]` in JSON."""
