"""The words beside a mark: as many as there is room for, and the side on which they stand."""

import unicodedata
from enum import StrEnum
from typing import NamedTuple

from timeline.render.chart.lanes import Room
from timeline.render.plain import one_line

LONGEST = 42
"""Characters of a title that are shown beside its mark."""

_CHARACTER, _WIDE_CHARACTER = 6.6, 12.5
_MARK, _GAP, _RAY = 9, 6, 26
_AIR = 10
"""Pixels between two things in a row."""


class Side(StrEnum):
    """Where words stand: after the mark and over its bar, after the bar, or before it."""

    INSIDE = "inside"
    AFTER = "after"
    BEFORE = "before"


class Label(NamedTuple):
    """A number, the title as far as it is shown, how wide both are in pixels, and where they stand."""

    number: str
    title: str
    width: float
    side: Side = Side.AFTER


class Place(NamedTuple):
    """Where a mark and the ends of its bar stand, as parts of the width."""

    mark: float
    left: float
    right: float
    opens_left: bool = False
    opens_right: bool = False


class Fitted(NamedTuple):
    """A label on its side, and what mark, bar and label take of a row."""

    label: Label
    room: Room


def bare(_number: int, _title: str) -> Label:
    """Leave a mark without words."""
    return Label("", "", -_GAP)


def numbered(number: int, _title: str) -> Label:
    """Label a mark by its number alone."""
    return Label(str(number), "", _width(str(number)))


def shortened(number: int, title: str) -> Label:
    """Label a mark by its number and the beginning of its title, cut at a word."""
    words = one_line(title)
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return Label(str(number), words, _width(f"{number} {words}"))


def offset(place: Place, label: Label) -> int:
    """Return how far from its end of the bar a label begins, in pixels."""
    is_open = place.opens_left if label.side is Side.BEFORE else place.opens_right
    return _RAY + _GAP if is_open else _MARK + 3 if _is_at_mark(place, label.side) else _GAP + 1


def place_label(label: Label, place: Place, width: int) -> Fitted:
    """Choose the side of a label in a drawing of a width: in its bar, after it, before it, or as a number alone."""
    mark = place.mark * width
    left = min(place.left * width - _RAY * place.opens_left, mark - _MARK)
    right = max(place.right * width + _RAY * place.opens_right, mark + _MARK)
    needed = label.width + _GAP
    if right - mark - _MARK > needed + _MARK:
        return Fitted(label._replace(side=Side.INSIDE), Room(left, right + _AIR))
    if right + needed <= width:
        return Fitted(label, Room(left, right + needed + _AIR))
    if left - needed >= 0:
        return Fitted(label._replace(side=Side.BEFORE), Room(left - needed - _AIR, right + _AIR))
    if label.title:
        return place_label(numbered(int(label.number), ""), place, width)
    return Fitted(label._replace(side=Side.INSIDE), Room(left, right + _AIR))


def _is_at_mark(place: Place, side: Side) -> bool:
    return place.mark == (place.left if side is Side.BEFORE else place.right)


def _width(words: str) -> float:
    return sum(_WIDE_CHARACTER if unicodedata.east_asian_width(one) in "WF" else _CHARACTER for one in words)
