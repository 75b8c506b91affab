"""The marks of an axis: days, months or years, as fine as there is room for their words."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from timeline.render.chart.scale import Scale, Stretch
from timeline.render.dates import human

LABEL_WIDTH = 52
"""Pixels that the words of a tick need, with the space after them."""


class Tick(NamedTuple):
    """A line at `x` (a part of the width); `words` are empty where there is no room for them."""

    x: float
    words: str


class _Unit(NamedTuple):
    """Steps of one kind. `days` is how long a step is, about; `from_` is the last step at or before a day."""

    days: float
    from_: Callable[[date], date]
    next_: Callable[[date], date]
    words: Callable[[date, bool], str]


def ticks_of(scale: Scale, width: int) -> tuple[Tick, ...]:
    """Choose the ticks for a drawing that is `width` pixels wide or wider."""
    room = LABEL_WIDTH / width
    unit = next((each for each in _UNITS if each.days * scale.per_day >= room), _UNITS[-1])
    ticks: list[Tick] = []
    free_from = 0.0
    for tick in (each for stretch in scale.stretches for each in _ticks(stretch, unit)):
        has_room = tick.x >= free_from and tick.x <= 1 - room / 2
        ticks.append(tick if has_room else Tick(tick.x, ""))
        if has_room:
            free_from = tick.x + room * (1.25 if len(tick.words) > 6 else 1)
    return tuple(ticks)


def _ticks(stretch: Stretch, unit: _Unit) -> Iterator[Tick]:
    day = unit.from_(_day(stretch.first))
    is_first = True
    while day.toordinal() < stretch.last:
        if day.toordinal() >= stretch.first:
            yield Tick(stretch.at(day.toordinal()), unit.words(day, is_first))
            is_first = False
        if day >= _LAST_DAY:
            break
        day = unit.next_(day)
    if is_first:
        middle = (stretch.first + stretch.last) / 2
        yield Tick(stretch.at(middle), human(_day(middle).isoformat()[:7]))


_LAST_DAY = date(9900, 1, 1)


def _day(ordinal: float) -> date:
    return date.fromordinal(min(max(1, int(ordinal)), _LAST_DAY.toordinal()))


def _days(step: int) -> _Unit:
    def words(day: date, is_first: bool) -> str:
        short = human(day.isoformat())[: -len(str(day.year)) - 1]
        return f"{short} {day.year}" if is_first else short

    def from_(day: date) -> date:
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1)) if step > 1 else day

    return _Unit(step, from_, lambda day: day + timedelta(days=step), words)


def _months(step: int) -> _Unit:
    def next_(day: date) -> date:
        months = day.year * 12 + day.month - 1 + step
        return date(months // 12, months % 12 + 1, 1)

    def words(day: date, is_first: bool) -> str:
        named = human(day.isoformat()[:7])
        return named if is_first or day.month == 1 else named[:-5]

    def from_(day: date) -> date:
        return date(day.year, (day.month - 1) // step * step + 1, 1)

    return _Unit(step * 30.4, from_, next_, words)


def _years(step: int) -> _Unit:
    def from_(day: date) -> date:
        return date(max(1, day.year // step * step), 1, 1)

    def next_(day: date) -> date:
        return date(day.year // step * step + step, 1, 1)

    return _Unit(step * 365.2, from_, next_, lambda day, _: str(day.year))


_UNITS = (
    _days(1),
    *(_days(step) for step in (7, 14)),
    *(_months(step) for step in (1, 3, 6)),
    *(_years(step) for step in (1, 2, 5, 10, 20, 50, 100, 500)),
)
