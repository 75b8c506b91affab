"""Rows for things that take room on a line, so that no two lie on each other."""

from collections.abc import Iterable
from typing import NamedTuple


class Room(NamedTuple):
    """What a thing takes of a row, in pixels."""

    left: float
    right: float


def lanes_of(rooms: Iterable[Room]) -> list[int]:
    """Give each thing, in order, the first row in which it has room."""
    rows: list[list[Room]] = []
    chosen: list[int] = []
    for room in rooms:
        lane = next((number for number, row in enumerate(rows) if _is_free(row, room)), len(rows))
        if lane == len(rows):
            rows.append([])
        rows[lane].append(room)
        chosen.append(lane)
    return chosen


def _is_free(row: list[Room], room: Room) -> bool:
    return all(room.left >= other.right or room.right <= other.left for other in row)
