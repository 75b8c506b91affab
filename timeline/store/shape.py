"""What the SQL of a query depends on; everything else is a parameter, so that it is put together once."""

from typing import NamedTuple

from sqlalchemy import BigInteger, BindParameter, ColumnElement, bindparam


class Part(NamedTuple):
    """One of the stretches that a query walks through."""

    number: int
    has_reach: bool
    has_ends: bool

    def parameter(self, name: str) -> BindParameter[int]:
        """Return this part's own parameter of a name."""
        return bindparam(self.key(name), type_=BigInteger)

    def key(self, name: str) -> str:
        """Return the name under which the parameter is passed."""
        return f"{name}_{self.number}"

    def holds(self, place: ColumnElement[int], last_day: ColumnElement[int]) -> list[ColumnElement[bool]]:
        """Return the conditions under which a place lies in the stretch."""
        bounds = [place >= self.parameter("low"), place <= self.parameter("high")]
        return [*bounds, last_day >= self.parameter("ends")] if self.has_ends else bounds


class Shape(NamedTuple):
    """The stretches of a query, and which conditions it has."""

    parts: tuple[Part, ...]
    has_type: bool
    has_status: bool
    has_name: bool
    has_words: bool
