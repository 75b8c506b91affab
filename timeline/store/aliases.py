"""The longer forms of a name that the same article uses: who asks for "Ilya" finds what "Maren" did as well."""

from collections import defaultdict
from collections.abc import Iterable

from timeline.domain.timeline import Event
from timeline.store.terms import distinct, name_words
from timeline.text.lexicon.titles import HONORIFICS

_Name = tuple[str, ...]


def longer_forms(events: Iterable[Event]) -> dict[str, tuple[_Name, ...]]:
    """Return, for each participant's name, its words and those of the longer name that it is the end of.

    A form of address is no part of a name: "President Maren" is "Ilya Maren" too. Where a short name could be two
    people of the article, it stands for itself alone.
    """
    named = list(events)
    participants = {one.name for event in named for one in event.participants}
    others = {source.name for event in named for source in event.sources}
    ends = _names_by_end(_bare(name) for name in participants | others)
    return {name: distinct((name_words(name), *_longest(_bare(name), ends))) for name in participants}


def _bare(name: str) -> _Name:
    """Return the words of a name without the forms of address before it."""
    words = name_words(name)
    start = next((at for at, word in enumerate(words) if word not in HONORIFICS), 0)
    return words[start:]


def _names_by_end(names: Iterable[_Name]) -> dict[_Name, set[_Name]]:
    ends: dict[_Name, set[_Name]] = defaultdict(set)
    for name in names:
        for start in range(1, len(name)):
            ends[name[start:]].add(name)
    return ends


def _longest(name: _Name, ends: dict[_Name, set[_Name]]) -> tuple[_Name, ...]:
    """Return the longest of the longer forms, where each of them is the end of it."""
    longer = sorted(ends.get(name, ()), key=len)
    if not longer:
        return ()
    longest = longer[-1]
    return (longest,) if all(longest[-len(one) :] == one for one in longer) else ()
