"""What part of the calendar an event takes, and the form in which that is drawn."""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

from timeline.domain.timeline import When
from timeline.domain.vocabulary import Granularity


class Form(StrEnum):
    """How the date of an event is drawn."""

    words: str

    def __new__(cls, value: str, words: str) -> Self:
        """Make the string and keep the words of the legend beside it."""
        form = str.__new__(cls, value)
        form._value_ = value
        form.words = words
        return form

    POINT = "point", "on a day"
    PERIOD = "period", "some time in"
    SPAN = "span", "from – to"
    OPEN = "open", "open end"


class Extent(NamedTuple):
    """Days as ordinals, half-open: `first` and `last` are None where the event has no such end."""

    form: Form
    first: float | None
    last: float | None

    @property
    def edges(self) -> tuple[float, ...]:
        """The ends that it has."""
        return tuple(edge for edge in (self.first, self.last) if edge is not None)


_FINE = frozenset({Granularity.DAY, Granularity.TIME})
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2})")


def extent_of(when: When | None) -> Extent | None:
    """Return what a date takes of the calendar; None where there is no day to it."""
    if when is None or (when.earliest is None and when.latest is None):
        return None
    first, last = _start(when.earliest), _end(when.latest)
    if when.earliest is None or when.latest is None:
        return Extent(Form.OPEN, first, last)
    if when.granularity in _FINE:
        return _point(when, when.earliest)
    return Extent(Form.SPAN if when.granularity is Granularity.INTERVAL else Form.PERIOD, first, last)


def _point(when: When, day: date) -> Extent:
    clock = _CLOCK.search(when.edtf)
    share = (int(clock[1]) + int(clock[2]) / 60) / 24 if clock else 0.5
    return Extent(Form.POINT, day.toordinal() + share, day.toordinal() + share)


def _start(day: date | None) -> float | None:
    return None if day is None else float(day.toordinal())


def _end(day: date | None) -> float | None:
    return None if day is None else float(day.toordinal() + 1)
