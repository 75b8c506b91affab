"""What stands around a phrase in its sentence: a few hundred characters to either side, up to the sentence's ends."""

import re
from typing import Final

from timeline.text.abbreviations import AFTER_CLOCK, BEFORE_A_NUMBER, CLOCK, NAMES_AND_UNITS, OPENERS, TITLES
from timeline.text.stretch import Stretch, stretch_of

REACH_AHEAD: Final = 160
"""So many characters after the phrase are looked at."""

_REACH_BACK: Final = 200
_SENTENCE_END: Final = re.compile(
    r"[.!?;:\n](?:(?<=\n)[^\S\n]*+\n|(?<!\n)"  # a set of characters at the start is what `re` finds fast
    r"(?<!\b[A-Z]\.)[\"'”’)]*+\s++(?=[\"'“‘(]*+[A-Z0-9]))"
)
_LAST_WORD: Final = re.compile(r"\w++(?>(?:\.\w++)*)$")
_ABBREVIATIONS: Final = TITLES | BEFORE_A_NUMBER | CLOCK | NAMES_AND_UNITS
_LONGEST_ABBREVIATION: Final = 12
_NEXT_WORD: Final = re.compile(r"[\"'“‘(]*+(\w++)")


def stretch_before(text: str, start: int) -> Stretch:
    """Return what stands before `start` in its sentence, as far as it may decide."""
    low = max(0, start - _REACH_BACK)
    window = text[low:start]
    marks = reversed(list(_SENTENCE_END.finditer(window)))
    cut = next((found.end() for found in marks if _ends_a_sentence(window, found)), 0)
    return stretch_of(window[cut:], low + cut)


def stretch_after(text: str, end: int) -> Stretch:
    """Return what stands after `end` in its sentence, as far as it may decide."""
    window = text[end : end + REACH_AHEAD]
    ends = (found.start() for found in _SENTENCE_END.finditer(window) if _ends_a_sentence(window, found))
    return stretch_of(window[: next(ends, len(window))], end)


def _ends_a_sentence(window: str, found: re.Match[str]) -> bool:
    """Tell the stop of an abbreviation ("Corp. shares", "Sept. 5", "5 p.m. Friday") from that of a sentence."""
    if window[found.start()] != ".":
        return True
    last = _LAST_WORD.search(window, max(0, found.start() - _LONGEST_ABBREVIATION), found.start())
    word = last.group().lower() if last else ""
    if word not in _ABBREVIATIONS:
        return True
    next_ = _NEXT_WORD.match(window, found.end())
    following = next_[1].lower() if next_ else ""
    if word in TITLES or (word in BEFORE_A_NUMBER and following.isdigit()):
        return False
    if word in CLOCK:
        return following not in AFTER_CLOCK
    return word not in NAMES_AND_UNITS or following in OPENERS
