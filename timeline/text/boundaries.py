"""Where sentences end inside a paragraph."""

import re
from typing import NamedTuple

from timeline.text import abbreviations
from timeline.text.bullets import starts_item
from timeline.text.lexicon import REPORTING_FORMS

LONGEST = 2000
"""A stretch without a sentence end is cut at white space after so many characters."""

_LONGEST_WORD = 24

# Possessive, and never fails once the first stop is there: a run of stops is looked at once. The first stands apart,
# since what begins with a set of characters is found fast.
_STOP = re.compile(r"""(?P<stop>[.!?…。！？][.!?…。！？]*+)(?P<closers>["'”’»)\]]*+(?>(?:\[[0-9a-z]{1,3}\])*))""")
_NEXT = re.compile(r"""(?P<gap>\s*+)(?P<openers>["'“‘„«(\[]*+)(?P<word>[^\W_]*+)(?P<hyphen>[-‐‑]?)""")
_TOKEN = re.compile(r"[\w.]+")
_ATTRIBUTION = re.compile(r"\s+(?:[A-Z][\w.'’-]{0,30}\s+){1,4}(?P<verb>[a-z]{2,20})\b")
_NAME_PARTICLE = re.compile(r"(?:al|el|de|di|du|da|von|van|bin|ibn|iP|eB)[-\s]?[A-Z]|i[A-Z]|e[A-Z]")


class Stop(NamedTuple):
    """A run of stops with what stands on both sides of it."""

    before: str
    mark: str
    closers: str
    gap: str
    openers: str
    following: str
    hyphenated: bool
    end: int
    next_start: int
    opens_paragraph: bool


def sentence_ends(text: str, start: int, end: int) -> list[int]:
    """Return the offsets at which sentences of `text[start:end]` end, the last one being `end`."""
    ends: list[int] = []
    last = start
    for found in _STOP.finditer(text, start, end):
        at, behind = found.span()
        if behind == end:
            break
        if _is_plain_end(text, start, at, behind) or _is_end(text, _look_around(text, found, start, end)):
            ends += _pieces(text, last, behind)
            last = behind
    return ends + _pieces(text, last, end)


def _is_plain_end(text: str, start: int, at: int, behind: int) -> bool:
    """Tell most ends at once: a word that is no abbreviation, a full stop, a space and a capital."""
    if behind - at > 1 or text[at : behind + 1] != ". " or not "A" <= text[behind + 1 : behind + 2] <= "Z":
        return False
    word = text[max(start, text.rfind(" ", start, at) + 1) : at]
    return len(word) > 1 and word.isascii() and word.isalpha() and word.lower() not in abbreviations.ALL


def _look_around(text: str, found: re.Match[str], start: int, end: int) -> Stop:
    token = _TOKEN.match(text[max(start, found.start() - _LONGEST_WORD) : found.start()][::-1])
    after = _NEXT.match(text, found.end(), end)
    if after is None:
        raise AssertionError("every part of the pattern may be empty")
    return Stop(
        before=token[0][::-1] if token else "",
        mark=found["stop"],
        closers=found["closers"],
        gap=after["gap"],
        openers=after["openers"],
        following=after["word"],
        hyphenated=bool(after["hyphen"]),
        end=found.end(),
        next_start=after.end("gap"),
        opens_paragraph=token is not None and found.start() - token.end() == start,
    )


def _is_end(text: str, stop: Stop) -> bool:
    if not stop.gap:
        return _is_missing_space(stop)
    if not stop.following and not stop.openers:
        return _is_end_before_symbol(text, stop)
    if stop.mark != ".":
        return not stop.following[:1].islower() and not _is_attributed(text, stop)
    if stop.opens_paragraph and _is_enumeration(stop.before):
        return False
    verdict = _abbreviation_ends(stop)
    if verdict is not None:
        return verdict
    return not stop.following[:1].islower() or _is_lowercase_start(text, stop)


def _abbreviation_ends(stop: Stop) -> bool | None:
    """Return None if the word before the stop is no abbreviation."""
    word, following = stop.before.casefold(), stop.following.casefold()
    capital = stop.following[:1].isupper()
    if word in abbreviations.TITLES or word in abbreviations.NEVER_LAST:
        return False
    if word in abbreviations.BEFORE_A_NUMBER:
        return False if following[:1].isdigit() else None
    if word in abbreviations.CLOCK:
        return capital and following not in abbreviations.AFTER_CLOCK
    if stop.before in abbreviations.CAPITALISED:
        return capital and "(" not in stop.openers and following not in abbreviations.TITLES
    if word in abbreviations.NAMES_AND_UNITS or _is_acronym(stop.before):
        return capital and _opens_sentence(stop, following)
    return None


def _opens_sentence(stop: Stop, following: str) -> bool:
    if following not in abbreviations.OPENERS or stop.hyphenated:
        return False
    shouted = len(following) > 1 and stop.following.isupper()
    return not (shouted and following in abbreviations.JOINTS)


def _is_acronym(word: str) -> bool:
    """Say whether the word is an initial or dotted letters: `J`, `U.S`, `Ph.D`."""
    if len(word) == 1:
        return word.isupper()
    return "." in word and all(len(part) <= 2 and part.isalpha() for part in word.split("."))


def _is_enumeration(word: str) -> bool:
    return (word.isdigit() and len(word) <= 2) or (len(word) == 1 and word.isalpha())


def _is_missing_space(stop: Stop) -> bool:
    """Say whether two sentences were run together: `left.Then`."""
    before, following = stop.before, stop.following
    joined = len(before) >= 2 and before[-2:].islower() and following[:1].isupper() and following[1:].islower()
    return joined and "." not in before and following not in {"Com", "Net", "Org"} and len(following) > 1


def _is_end_before_symbol(text: str, stop: Stop) -> bool:
    if starts_item(text, stop.next_start):
        return text[stop.next_start] not in "-–—"
    return (
        text[stop.next_start : stop.next_start + 1] not in tuple("-–—,;:/&.!?…")
        and _abbreviation_ends(stop) is not False
    )


def _is_attributed(text: str, stop: Stop) -> bool:
    """Say whether a question or cry in quotes goes on with its speaker: `“Why?” Smith asked.`."""
    if not any(quote in stop.closers for quote in "\"'”’»"):
        return False
    speaker = _ATTRIBUTION.match(text, stop.end)
    return speaker is not None and speaker["verb"] in REPORTING_FORMS


def _is_lowercase_start(text: str, stop: Stop) -> bool:
    if _NAME_PARTICLE.match(text, stop.next_start):
        return True
    return not stop.closers and len(stop.before) >= 4 and stop.before.islower()


def _pieces(text: str, start: int, end: int) -> list[int]:
    """Return the ends of the pieces in which a sentence is taken; almost all are taken whole."""
    ends: list[int] = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        start = cut if cut > start else start + LONGEST
        ends.append(start)
    return [*ends, end]
