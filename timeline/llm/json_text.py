"""JSON found in what a model wrote: in a code fence, after its thoughts, or cut off in the middle."""

import json
import math
import re
from collections.abc import Iterator

from pydantic import JsonValue

_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
_OPENING = re.compile(r"[{\[]")
_SEPARATORS = re.compile(r"[\s,]*")
_MOST_STARTS = 200
"""How many brackets are tried as a beginning: prose full of brackets must not cost quadratic time."""


def _finite(number: str) -> float | str:
    """Return a number that JSON can carry; one that is too large stays the text it was."""
    value = float(number)
    return value if math.isfinite(value) else number


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=str)


def find_list(text: str, key: str) -> list[JsonValue] | None:
    """Return the list that the first complete JSON object with `key` holds there, or a list that stands alone."""
    cleaned = _without_thoughts(text)
    for tried, opening in enumerate(_OPENING.finditer(cleaned)):
        if tried >= _MOST_STARTS:
            break
        found = _decode(cleaned, opening.start())
        value = found[0] if found else None
        listed = value.get(key) if isinstance(value, dict) else None
        if isinstance(listed, list):
            return listed
        if tried == 0 and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return value
    return None


def find_items(text: str, key: str) -> tuple[JsonValue, ...]:
    """Return the complete items of the list `key` in a text whose JSON is cut off or broken."""
    cleaned = _without_thoughts(text)
    opening = re.search(rf'"{re.escape(key)}"\s*:\s*\[', cleaned)
    return tuple(_items_from(cleaned, opening.end())) if opening else ()


def _without_thoughts(text: str) -> str:
    return _THOUGHTS.sub("", text.removeprefix("\ufeff"))


def _items_from(text: str, position: int) -> Iterator[JsonValue]:
    while True:
        position = _end_of_separators(text, position)
        found = _decode(text, position)
        if found is None:
            return
        yield found[0]
        position = found[1]


def _end_of_separators(text: str, position: int) -> int:
    match = _SEPARATORS.match(text, position)
    return match.end() if match else position


def _decode(text: str, position: int) -> tuple[JsonValue, int] | None:
    try:
        value, end = _DECODER.raw_decode(text, position)
    except (ValueError, RecursionError):
        return None
    return value, end
