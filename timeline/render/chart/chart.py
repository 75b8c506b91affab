"""What the drawing of a timeline shows: everything the template needs, already placed.

It is drawn for places of several widths; the style shows the drawing that fits. Across, everything stands
at a part of the width, so every drawing fills a wider place than the one it was made for.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from timeline.domain.timeline import Event
from timeline.render.chart.extent import Extent, Form, extent_of
from timeline.render.chart.label import Label, Place, bare, numbered, offset, place_label, shortened
from timeline.render.chart.lanes import lanes_of
from timeline.render.chart.scale import Scale, scale_of
from timeline.render.chart.ticks import Tick, ticks_of
from timeline.render.dates import human, human_when

NARROW, MIDDLE, WIDE = 300, 600, 1040
"""Pixels that the drawings are made for at least."""

MOST_TITLES = 60
"""With more events than this, the drawing has marks alone, in closer rows."""

_TOP, _ROW, _CLOSE_ROW, _FOOT = 30, 22, 15, 26


class Entry(NamedTuple):
    """An event to draw: where its link leads, its number for readers, itself."""

    href: str
    number: int
    event: Event


class Spot(NamedTuple):
    """A drawn event. `x`, `left` and `right` are percentages of the width: the mark, and the ends of its bar."""

    entry: Entry
    form: Form
    words: str
    x: str
    left: str
    right: str
    opens_left: bool
    opens_right: bool
    offset: int
    y: int
    label: Label


class Drawing(NamedTuple):
    """The drawing for one width."""

    name: str
    height: int
    floor: int
    ticks: tuple[tuple[str, str], ...]
    cuts: tuple[tuple[str, str], ...]
    published: str
    ahead: str
    published_ends: bool
    spots: tuple[Spot, ...]


class Chart(NamedTuple):
    """The drawings of a timeline, the events that have no place on them, and the forms in use."""

    drawings: tuple[Drawing, ...]
    undated: tuple[Entry, ...]
    published: str
    cuts: int
    forms: tuple[Form, ...]


class _Dated(NamedTuple):
    entry: Entry
    extent: Extent


class _Kind(NamedTuple):
    name: str
    width: int
    row: int
    label: Callable[[int, str], Label]


_TITLED = (
    _Kind("narrow", NARROW, _ROW, numbered),
    _Kind("middle", MIDDLE, _ROW, shortened),
    _Kind("wide", WIDE, _ROW, shortened),
)
_CLOSE = (_Kind("narrow dense", NARROW, _CLOSE_ROW, bare), _Kind("middle wide dense", MIDDLE, _CLOSE_ROW, bare))


def chart_of(entries: Sequence[Entry], *, published: date | None) -> Chart | None:
    """Place the events on a scale; None where there is none.

    Args:
        entries: The events in the order of the timeline.
        published: The publication date of the article, which is drawn as a line; None for several articles.
    """
    if not entries:
        return None
    extents = [(entry, extent_of(entry.event.when)) for entry in entries]
    dated = [_Dated(entry, extent) for entry, extent in extents if extent]
    undated = tuple(entry for entry, extent in extents if extent is None)
    used = {each.extent.form for each in dated}
    chart = Chart(
        drawings=(),
        undated=undated,
        published=human(published.isoformat()) if published else "",
        cuts=0,
        forms=tuple(form for form in Form if form in used),
    )
    if not dated:
        return chart
    noon = None if published is None else published.toordinal() + 0.5
    scale = scale_of([*(edge for each in dated for edge in each.extent.edges), *([] if noon is None else [noon])])
    line = None if noon is None else scale.at(noon)
    kinds = _TITLED if len(dated) <= MOST_TITLES else _CLOSE
    drawings = tuple(_drawing(kind, dated, scale, line) for kind in kinds)
    return chart._replace(drawings=drawings, cuts=len(scale.cuts))


def _drawing(kind: _Kind, dated: Sequence[_Dated], scale: Scale, published: float | None) -> Drawing:
    placed = [_place(each.extent, scale, published) for each in dated]
    labels = [
        place_label(kind.label(each.entry.number, each.entry.event.title), place, kind.width)
        for each, place in zip(dated, placed, strict=True)
    ]
    lanes = lanes_of(each.room for each in labels)
    floor = _TOP + (max(lanes) + 1) * kind.row
    return Drawing(
        name=kind.name,
        height=floor + _FOOT,
        floor=floor,
        ticks=tuple(_shown(tick) for tick in ticks_of(scale, kind.width)),
        cuts=tuple((_percent(before.right), _percent(after.left)) for before, after in scale.cuts),
        published="" if published is None else _percent(published),
        ahead="" if published is None else _percent(1 - published),
        published_ends=published is not None and published > 0.6,
        spots=tuple(
            _spot(each, place, _TOP + lane * kind.row + kind.row // 2, fitted)
            for each, place, lane, fitted in zip(dated, placed, lanes, (each.label for each in labels), strict=True)
        ),
    )


def _place(extent: Extent, scale: Scale, published: float | None) -> Place:
    """Place an event. What has no end goes on to publication at least, what has no beginning is shown by its end."""
    if extent.first is None:
        end = scale.at(extent.edges[0])
        return Place(end, end, end, opens_left=True)
    start = scale.at(extent.first)
    if extent.last is None:
        return Place(start, start, max(start, published or 0.0), opens_right=True)
    end = scale.at(extent.last)
    return Place((start + end) / 2 if extent.form is Form.PERIOD else start, start, end)


def _spot(dated: _Dated, place: Place, y: int, label: Label) -> Spot:
    return Spot(
        entry=dated.entry,
        form=dated.extent.form,
        words=human_when(dated.entry.event.when),
        x=_percent(place.mark),
        left=_percent(place.left),
        right=_percent(place.right),
        opens_left=place.opens_left,
        opens_right=place.opens_right,
        offset=offset(place, label),
        y=y,
        label=label,
    )


def _shown(tick: Tick) -> tuple[str, str]:
    return _percent(tick.x), tick.words


def _percent(part: float) -> str:
    return f"{part * 100:.2f}%"
