"""A reply becomes items, each on its own: one that is malformed never takes the others with it."""

import re
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from pydantic import JsonValue, ValidationError

from timeline.domain.draft import DraftEvent, DraftParticipant
from timeline.engines.llm.shown import as_written
from timeline.engines.llm.wire import EVENTS, WireEvent, WireRelation
from timeline.llm.json_text import find_items
from timeline.llm.messages import ModelReply

_TAG_ID = re.compile(r"[\[{(]?\s*(t[0-9]+)\s*(?:[:=].*)?[\]})]?", re.DOTALL)
_NO_DATE = frozenset({"", "null", "none", "undated", "unknown"})
_MOST_FAULTS = 3
_SURROGATES = ("\\ud", "\\uD")
"""How JSON escapes the half of a surrogate pair, which no output of ours could carry."""


class Item(NamedTuple):
    """One item of a reply: the draft it holds, or the fault for which it holds none.

    A draft can have a fault too: its form is right, but what it points at is not there. `id` is the one that
    the model gave, or a free one where it gave none or gave it twice.
    """

    id: int
    raw: JsonValue
    draft: DraftEvent | None = None
    fault: str | None = None
    links: tuple[WireRelation, ...] = ()


class ParsedReply(NamedTuple):
    """The items of a reply, and whether it was read to its end."""

    items: tuple[Item, ...]
    is_whole: bool


def parse_reply(reply: ModelReply) -> ParsedReply:
    """Read the items of a reply. Of one that is cut off or broken, those that are complete are kept."""
    listed = reply.list_under(EVENTS)
    is_whole = listed is not None
    raws = listed if listed is not None else find_items(reply.text, EVENTS)
    if any(escape in reply.text for escape in _SURROGATES):
        return ParsedReply(tuple(map(_parse_odd_item, _ids_of(raws), raws)), is_whole)
    return ParsedReply(tuple(map(_parse_item, _ids_of(raws), raws)), is_whole)


def _ids_of(raws: Sequence[JsonValue]) -> list[int]:
    """Return an id for each item, no two the same."""
    given = [_id_of(raw) for raw in raws]
    free = count(max((one for one in given if one is not None), default=0) + 1)
    seen: set[int] = set()
    ids: list[int] = []
    for one in given:
        ids.append(next(free) if one is None or one in seen else one)
        seen.add(ids[-1])
    return ids


def _id_of(raw: JsonValue) -> int | None:
    given = raw.get("id") if isinstance(raw, dict) else None
    return given if isinstance(given, int) else None


def _parse_odd_item(own_id: int, raw: JsonValue) -> Item:
    stored = _storable(raw)
    if stored == raw:
        return _parse_item(own_id, raw)
    return Item(own_id, stored, fault="it holds half of a surrogate pair")


def _parse_item(own_id: int, raw: JsonValue) -> Item:
    if not isinstance(raw, dict):
        return Item(own_id, raw, fault="an event must be a JSON object")
    try:
        wire = WireEvent.model_validate(raw)
        draft = _draft_of(wire)
    except ValidationError as error:
        return Item(own_id, raw, fault=_faults_of(error))
    return Item(own_id, raw, draft, links=wire.rel or ())


def _draft_of(wire: WireEvent) -> DraftEvent:
    return DraftEvent(
        title=as_written(wire.title),
        type=wire.type,
        status=wire.st,
        evidence=tuple(dict.fromkeys(wire.ev)),
        trigger=as_written(wire.trig),
        when=_when(wire.when),
        participants=tuple(DraftParticipant(name=as_written(one.n), role=one.r) for one in wire.who or ()),
        place=as_written(wire.at or "") or None,
        sources=tuple(source for source in map(as_written, wire.src or ()) if source),
    )


def _when(when: str | None) -> str | None:
    if when is None or when.strip().lower() in _NO_DATE:
        return None
    tag = _TAG_ID.fullmatch(when.strip())
    return tag[1] if tag else as_written(when)


def _faults_of(error: ValidationError) -> str:
    faults = [_fault(detail["loc"], detail["msg"]) for detail in error.errors(include_url=False, include_input=False)]
    more = len(faults) - _MOST_FAULTS
    return "; ".join(faults[:_MOST_FAULTS]) + (f"; and {more} more" if more > 0 else "")


def _fault(location: Sequence[int | str], message: str) -> str:
    return f"{'.'.join(map(str, location))}: {message}"


def _storable(raw: JsonValue) -> JsonValue:
    """Return the item as it was proposed, with what no output could carry replaced."""
    match raw:
        case str():
            return raw.encode(errors="replace").decode()
        case list():
            return [_storable(part) for part in raw]
        case dict():
            return {str(_storable(key)): _storable(part) for key, part in raw.items()}
        case _:
            return raw
