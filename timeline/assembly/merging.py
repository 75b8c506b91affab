"""Merge the records that tell of one event: one event, one record, with all its sentences as evidence.

Two records are one event when they are of one type, their dates, statuses and places do not contradict each other, and
either the same words trigger them, or the same verb with the same people at a date or sentence that they share.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from timeline.assembly.proof import ProvedEvent
from timeline.domain.timeline import Participant, Place, When
from timeline.domain.vocabulary import WarningCode
from timeline.text.stems import stem
from timeline.text.words import content_words

_Key: TypeAlias = tuple[str, str, str]


class Merged(NamedTuple):
    """The records left, and for each record given the index of the one that it became."""

    events: tuple[ProvedEvent, ...]
    became: tuple[int, ...]


def merge(events: list[ProvedEvent]) -> Merged:
    """Return the records with those of one event made one; the first proposed keeps its title and trigger."""
    kept: list[ProvedEvent] = []
    became: list[int] = []
    known: dict[_Key, dict[int, None]] = defaultdict(dict)
    for event in events:
        keys = tuple(_keys(event))
        candidates = dict.fromkeys(index for key in keys for index in known.get(key, ()))
        same = next((index for index in candidates if is_same_event(kept[index], event)), None)
        if same is None:
            same = len(kept)
            kept.append(event)
        else:
            kept[same] = _united(kept[same], event)
            keys = tuple(_keys(kept[same]))
        for key in keys:
            known[key][same] = None
        became.append(same)
    return Merged(tuple(kept), tuple(became))


def _keys(event: ProvedEvent) -> Iterator[_Key]:
    """Yield what two records of one event have in common: type, trigger, and a sentence, or a date and a person."""
    trigger = _trigger_stem(event)
    for sentence in event.evidence:
        yield event.type, trigger, str(sentence.number)
    if event.when:
        for word in dict.fromkeys(word.casefold() for one in event.participants for word in content_words(one.name)):
            yield event.type, trigger, f"{event.when.edtf} {word}"


def is_same_event(one: ProvedEvent, other: ProvedEvent) -> bool:
    """Say whether two records of one type and one trigger stem tell of the same event."""
    if one.status is not other.status or _contradict(one.when, other.when) or _lie_apart(one.place, other.place):
        return False
    if one.trigger.span == other.trigger.span:
        return _people_agree(one.participants, other.participants)
    shares_sentence = not {each.number for each in one.evidence}.isdisjoint(each.number for each in other.evidence)
    shares_date = one.when is not None and other.when is not None
    return (shares_sentence or shares_date) and _same_people(one.participants, other.participants)


def _trigger_stem(event: ProvedEvent) -> str:
    meaningful = content_words(event.trigger.text) or (event.trigger.text,)
    return " ".join(map(stem, meaningful))


def _contradict(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.edtf != other.edtf


def _lie_apart(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    return _forms(one.name).isdisjoint(_forms(other.name))


def _people_agree(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    return not one or not other or _same_people(one, other)


def _same_people(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether everyone of the shorter list is, in some form of the name, on the longer one, in the same role."""
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and all(
        any(a.role is b.role and not _forms(a.name).isdisjoint(_forms(b.name)) for b in longer) for a in shorter
    )


@lru_cache(maxsize=4096)
def _forms(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in content_words(name))


def _united(first: ProvedEvent, second: ProvedEvent) -> ProvedEvent:
    when = first.when or second.when
    moot = {WarningCode.UNDATED, WarningCode.DATE_NOT_RESOLVED} if when else set()
    warnings = dict.fromkeys((*first.warnings, *second.warnings))
    sources = {source.name.casefold(): source for source in (*second.sources, *first.sources)}
    names = dict.fromkeys(source.name.casefold() for source in (*first.sources, *second.sources))
    evidence = {sentence.number: sentence for sentence in (*first.evidence, *second.evidence)}
    return first._replace(
        when=when,
        participants=_unite_people(first.participants, second.participants),
        place=_fuller(first.place, second.place),
        sources=tuple(sources[name] for name in names),
        evidence=tuple(evidence.values()),
        warnings=tuple(code for code in warnings if code not in moot),
    )


def _unite_people(first: tuple[Participant, ...], second: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Everyone once, by the longer form of the name, in the order of the first list."""
    united = list(first)
    for person in second:
        known = next(
            (at for at, one in enumerate(united) if not _forms(one.name).isdisjoint(_forms(person.name))), None
        )
        if known is None:
            united.append(person)
        elif len(person.name) > len(united[known].name):
            united[known] = person
    return tuple(united)


def _fuller(first: Place | None, second: Place | None) -> Place | None:
    return max((place for place in (first, second) if place), key=lambda place: len(place.name), default=None)
