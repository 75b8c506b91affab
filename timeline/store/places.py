"""Where an event stands among all events: one number that is its order, its primary key and the cursor behind it.

    first known day (22 bits) | last day (22 bits) | counter (19 bits)

Days are counted as `date.toordinal` does. So events follow each other by first day, last day, and then in the order
in which they were listed, which keeps those of an article together. An open start stands at its last day, an open end
has the last day of all, and an event without a date stands behind every dated one, by the day of publication.
"""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Integer, literal

from timeline.domain.timeline import When
from timeline.errors import StoreError

COUNTER_BITS = 19
DAY_BITS = 22
_FIRST_SHIFT = DAY_BITS + COUNTER_BITS
LAST_DAY = (1 << DAY_BITS) - 1
"""Later than every date: the end that is open, and the place of the undated."""
LAST_PLACE = (1 << 63) - 1


class Reach(IntEnum):
    """How far an event extends: what decides where those that overlap a period can stand."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    LONG = 3
    OPEN_END = 4
    OPEN_START = 5
    UNDATED = 6


_LONGEST = {Reach.DAY: 1, Reach.MONTH: 31, Reach.YEAR: 366, Reach.LONG: LAST_DAY}
"""The most days that an event of this reach covers."""


class Standing(NamedTuple):
    """Where an event is to be listed, but for the counter."""

    reach: Reach
    first: int
    last: int

    @property
    def lowest(self) -> int:
        """The first place of an event with these days."""
        return place(self.first, self.last)

    @property
    def highest(self) -> int:
        """The last place of an event with these days."""
        return self.lowest + (1 << COUNTER_BITS) - 1


class Stretch(NamedTuple):
    """Where events of one reach that overlap a period stand: `low <= place <= high`, and a last day not before `ends`.

    `ends` is None where every event of the stretch overlaps, and `reach` where the stretch is of every reach.
    """

    reach: Reach | None
    low: int
    high: int
    ends: int | None


def place(first: int, last: int, counter: int = 0) -> int:
    """Return the number for the days given."""
    return (first << _FIRST_SHIFT) | (last << COUNTER_BITS) | counter


def standing(when: When | None, published: date) -> Standing:
    """Return where an event of this date is listed. A date of which no bound is known is none."""
    if when is None or (when.earliest is None and when.latest is None):
        return Standing(Reach.UNDATED, LAST_DAY, published.toordinal())
    if when.earliest is None:
        last = (when.latest or date.max).toordinal()
        return Standing(Reach.OPEN_START, last, last)
    first = when.earliest.toordinal()
    if when.latest is None:
        return Standing(Reach.OPEN_END, first, LAST_DAY)
    last = max(first, when.latest.toordinal())
    return Standing(_closed_reach(last - first + 1), first, last)


def next_place(at: Standing, highest: int | None) -> int:
    """Return the place behind `highest`, the last one taken among those of the same days.

    Raises:
        StoreError: They are all taken.
    """
    if highest is None:
        return at.lowest
    if highest >= at.highest:
        raise StoreError(
            f"the store holds {1 << COUNTER_BITS} events of {date.fromordinal(min(at.first, at.last))} already, "
            "which is all it can order; keep further articles in a second store"
        )
    return highest + 1


def last_day(place_column: ColumnElement[int]) -> ColumnElement[int]:
    """Return the last day that a place holds, as SQL."""
    return place_column.op(">>")(literal(COUNTER_BITS, Integer)).op("&")(literal(LAST_DAY, BigInteger))


def stretches(start: date | None, end: date | None, *, undated: bool) -> list[Stretch]:
    """Return where the events stand that overlap the days from `start` to `end`, both included."""
    low = start.toordinal() if start else 0
    high = end.toordinal() if end else LAST_DAY - 1
    closed = [
        Stretch(
            reach,
            place(max(0, low - longest + 1), 0),
            _last_of(high),
            low if start and longest > 1 else None,
        )
        for reach, longest in _LONGEST.items()
    ]
    return [
        *closed,
        Stretch(Reach.OPEN_END, 0, _last_of(high), None),
        Stretch(Reach.OPEN_START, place(low, 0), _last_of(LAST_DAY - 1), None),
        *([Stretch(Reach.UNDATED, place(LAST_DAY, 0), LAST_PLACE, None)] if undated else []),
    ]


EVERYWHERE = Stretch(None, 0, LAST_PLACE, None)
"""All events."""


def _last_of(day: int) -> int:
    return place(day + 1, 0) - 1


def _closed_reach(days: int) -> Reach:
    return next(reach for reach, longest in _LONGEST.items() if days <= longest)
