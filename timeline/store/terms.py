"""The words by which events are found: the same for what is stored and for what is asked, on every database.

A word is a run of letters and digits of the folded text, so nothing that a user types can be syntax.
"""

import re
from collections.abc import Iterable, Sequence

from timeline.domain.timeline import Event
from timeline.text.stems import stem
from timeline.text.tokens import fold

_POSSESSIVE = re.compile(r"'s\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 64
"""Characters of a word that count; what is longer is no word that anyone looks for."""


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name: "Al-Quds" has two, "U.S." one, "O'Brien" one, "Putin's" the one of "Putin"."""
    folded = _POSSESSIVE.sub("", fold(name))
    joined = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", folded).replace("'", "")
    return tuple(word[:_LONGEST] for word in _WORD.findall(joined))


def text_words(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a text, each once, in the order of the alphabet."""
    return tuple(sorted({_stemmed(word) for word in name_words(text)}))


def event_words(event: Event) -> tuple[str, ...]:
    """Return the stems of everything in an event that can be searched: title, trigger, names and evidence."""
    place = [event.place.name] if event.place else []
    parts: Iterable[str] = (
        event.title,
        event.trigger.text,
        *(participant.name for participant in event.participants),
        *place,
        *(source.name for source in event.sources),
        *(evidence.exact for evidence in event.evidence),
    )
    return text_words(" ".join(parts))


def _stemmed(word: str) -> str:
    return stem(word)[:_LONGEST]


def distinct(names: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return each name that has a word, once, in order."""
    return tuple(dict.fromkeys(name for name in names if name))
