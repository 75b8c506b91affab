"""The cheap scan: where in a text a time expression may stand, so that the grammar need look only there."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_BEFORE: Final = 56
_AFTER: Final = 44
_FIGURES: Final = (
    r"[12][0-9]{3}(?![0-9])", r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]", r"[0-9]{1,2}:[0-9]{2}", r"'?[0-9]{1,3}0'?s\b",
    r"[0-9]{1,2}(?:st|nd|rd|th)\b", r"[0-9]{1,2}[^\S\n]?[ap]\.?[^\S\n]?m\b", r"(?<=in )[0-9]{3}(?![0-9])",
    r"(?<!')'[0-9]{2}(?![0-9\w])",
)  # fmt: skip
"""Figures that may be a year, a date, a clock time, a decade, a year before Christ."""

Trigger = tuple[int, str]
"""Where a trigger starts, and the trigger."""


class Scanner:
    """Finds the stretches of a text that hold a trigger: a word or figure without which there is no expression."""

    def __init__(self, triggers: Iterable[str]) -> None:
        listed = sorted(triggers)
        words = _any_of(trigger for trigger in listed if not trigger[0].isdigit())
        in_figures = _any_of(trigger for trigger in listed if trigger[0].isdigit())
        figures = f"(?=[0-9'])(?:{'|'.join(_FIGURES)}|{in_figures})"  # one look spares most words the whole list
        self._trigger = re.compile(rf"[\W_](?:{words}|{figures})")  # a set at the start is what `re` finds fast

    def triggers(self, folded: str) -> list[Trigger]:
        """Return the triggers of a folded text in order."""
        return [(found.start(), found[0][1:]) for found in self._trigger.finditer(f" {folded}")]


def stretches(folded: str, triggers: list[Trigger]) -> Iterator[tuple[int, int]]:
    """Yield the stretches around the triggers, from space to space, those that touch joined."""
    start: int | None = None
    stop = 0
    for at, trigger in triggers:
        low, high = at - _BEFORE, at + len(trigger) + _AFTER
        if start is None:
            start = _start(folded, low)
        elif low > stop:
            yield start, _end(folded, stop)
            start = _start(folded, low)
        stop = high
    if start is not None:
        yield start, _end(folded, stop)


def _start(folded: str, low: int) -> int:
    if low <= 0:
        return 0
    space = folded.find(" ", low, low + _BEFORE // 2)
    return space if space >= 0 else low


def _end(folded: str, high: int) -> int:
    if high >= len(folded):
        return len(folded)
    space = folded.rfind(" ", high - _AFTER // 2, high)
    return space if space >= 0 else high


def _any_of(words: Iterable[str]) -> str:
    """Return a regular expression for the words, which are sorted, where no letter or figure follows."""
    listed = list(words)
    return rf"{_trie(listed)}(?![^\W_])" if listed else "(?!)"


def _trie(words: list[str]) -> str:
    """Return a regular expression for the words, which are sorted, that reads each character once."""
    if words == [""]:
        return ""
    ends = "" in words
    branches = [
        re.escape(letter) + _trie([word[1:] for word in words if word[:1] == letter])
        for letter in dict.fromkeys(word[0] for word in words if word)
    ]
    whole = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return whole + ("?" if ends else "")
