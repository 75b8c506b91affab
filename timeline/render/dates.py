"""An EDTF date as a person writes it: `2024-10-22/2024-10-24` is "22–24 Oct 2024"."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline.domain.timeline import When

UNDATED = "undated"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4"}
_HALVES = {40: "first half of", 41: "second half of"}
_PARTS = {**_SEASONS, **_QUARTERS, **_HALVES, **dict(enumerate(_MONTHS, start=1))}
_OPEN = frozenset({"", ".."})
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}

_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T(?P<clock>[0-9]{2}:[0-9]{2}(?::(?!00)[0-9]{2})?)(?::00)?)?)?)?"
)
_DECADE = re.compile(r"([0-9]{3})X")
_CENTURY = re.compile(r"([0-9]{2})XX")


class _Moment(NamedTuple):
    """The words of a date, from the finest to the coarsest; those it does not have are empty."""

    clock: str = ""
    day: str = ""
    part: str = ""
    year: str = ""

    def __str__(self) -> str:
        return " ".join(word for word in self if word)


def human_when(when: When | None) -> str:
    """Write an event's date; a date that there is none of is "undated"."""
    return UNDATED if when is None else human(when.edtf, anchor=when.anchor)


def human(edtf: str, *, anchor: date | None = None) -> str:
    """Write an EDTF value in English.

    Args:
        edtf: A value of the subset in use; any other is returned as it is.
        anchor: The publication date. An open interval that starts after it is "from", not "since".
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        words = _single(edtf)
    elif end in _OPEN:
        words = _open_end(start, anchor)
    elif start in _OPEN:
        words = _open_start(end)
    else:
        words = _interval(start, end)
    return edtf if words is None else words


def _single(value: str) -> str | None:
    bare, qualifier = _split_qualifier(value)
    moment = _read(bare)
    return None if moment is None else f"{qualifier}{moment}"


def _open_end(start: str, anchor: date | None) -> str | None:
    first = _single(start)
    bare, _ = _split_qualifier(start)
    is_ahead = anchor is not None and bare > anchor.isoformat()[: len(bare)]
    return first and f"{'from' if is_ahead else 'since'} {first}"


def _open_start(end: str) -> str | None:
    last = _single(end)
    return last and f"until {last}"


def _interval(start: str, end: str) -> str | None:
    first_value, first_qualifier = _split_qualifier(start)
    last_value, last_qualifier = _split_qualifier(end)
    first, last = _read(first_value), _read(last_value)
    if first is None or last is None:
        return None
    return (first_qualifier or last_qualifier) + _join(first, last)


def _join(first: _Moment, last: _Moment) -> str:
    """Say what both ends share once, after them: "22–24 Oct 2024", "Mar–May 2024"."""
    alike = 0
    if _shape(first) == _shape(last):
        while alike < len(first) and first[-1 - alike] == last[-1 - alike]:
            alike += 1
    kept = len(first) - alike
    start = str(_Moment(*first[:kept]))
    if not start:
        return str(first)
    dash = "–" if " " not in start else " – "
    return f"{start}{dash}{last}"


def _shape(moment: _Moment) -> tuple[bool, ...]:
    return tuple(bool(word) for word in moment)


def _split_qualifier(value: str) -> tuple[str, str]:
    bare = value.rstrip("~?%")
    return bare, _QUALIFIERS.get(value[len(bare) :], "")


def _read(value: str) -> _Moment | None:
    for pattern, make in _READERS:
        if found := pattern.fullmatch(value):
            return make(found)
    return None


def _moment(found: re.Match[str]) -> _Moment | None:
    part = _PARTS.get(int(found["part"])) if found["part"] else ""
    if part is None:
        return None
    day = str(int(found["day"])) if found["day"] else ""
    return _Moment(found["clock"] or "", day, part, str(int(found["year"])))


def _decade(found: re.Match[str]) -> _Moment:
    return _Moment(year=f"{int(found[1])}0s")


def _century(found: re.Match[str]) -> _Moment:
    number = int(found[1]) + 1
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return _Moment(year=f"{number}{ending} century")


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Moment | None]], ...] = (
    (_MOMENT, _moment),
    (_DECADE, _decade),
    (_CENTURY, _century),
)
