"""Where something stands in a text: half-open offsets, counted in Unicode code points."""

from typing import Annotated, NamedTuple

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator


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


def _in_order(value: object, read: ValidatorFunctionWrapHandler) -> Offsets:
    offsets: Offsets = value if isinstance(value, Offsets) else read(value)
    if not 0 <= offsets.start <= offsets.end:
        raise ValueError(f"span {list(offsets)!r} is not in order; give [start, end] with 0 <= start <= end")
    return offsets


Span = Annotated[Offsets, WrapValidator(_in_order)]
"""Offsets checked to be in order; `[start, end]` in JSON."""
