"""A reply becomes items, each on its own: one that is malformed never takes the others with it."""

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import JsonValue, ValidationError

from timeline.domain.draft import DraftEvent, DraftParticipant
from timeline.engines.llm.shown import as_written
from timeline.engines.llm.wire import EVENTS, WireEvent, WireRelation
from timeline.llm.json_text import find_items, find_list

_TAG_ID = re.compile(r"[\[{(]?\s*(t[0-9]+)\s*(?:[:=].*)?[\]})]?", re.DOTALL)
_NO_DATE = frozenset({"", "null", "none", "undated", "unknown"})
_MOST_FAULTS = 3


class Item(NamedTuple):
    """One item of a reply: the draft it holds, or the fault for which it holds none.

    A draft can have a fault too: its form is right, but what it points at is not there.
    """

    raw: JsonValue
    draft: DraftEvent | None
    fault: str | None
    id: int | None = None
    links: tuple[WireRelation, ...] = ()


class ParsedReply(NamedTuple):
    """The items of a reply, and whether it was read to its end."""

    items: tuple[Item, ...]
    is_whole: bool


def parse_reply(text: str) -> ParsedReply:
    """Read the items of a reply. Of one that is cut off or broken, those that are complete are kept."""
    listed = find_list(text, EVENTS)
    if listed is not None:
        return ParsedReply(parse_items(listed), is_whole=True)
    return ParsedReply(parse_items(find_items(text, EVENTS)), is_whole=False)


def parse_items(raws: Iterable[JsonValue]) -> tuple[Item, ...]:
    """Read each item."""
    return tuple(_parse_item(raw) for raw in raws)


def _parse_item(raw: JsonValue) -> Item:
    if not isinstance(raw, dict):
        return Item(_storable(raw), None, "an event must be a JSON object")
    try:
        wire = WireEvent.model_validate(raw)
        draft = _draft_of(wire)
    except ValidationError as error:
        return Item(_storable(raw), None, _faults_of(error), id=_id_of(raw))
    except UnicodeEncodeError:
        return Item(_storable(raw), None, "a string holds half of a surrogate pair", id=_id_of(raw))
    return Item(raw, draft, None, id=wire.id, links=wire.rel)


def _draft_of(wire: WireEvent) -> DraftEvent:
    wire.model_dump_json().encode()  # raises on half a surrogate pair, which no output could carry
    return DraftEvent(
        title=as_written(wire.title),
        type=wire.type,
        status=wire.st,
        evidence=tuple(dict.fromkeys(wire.ev)),
        trigger=as_written(wire.trig),
        when=_when(wire.when),
        participants=tuple(DraftParticipant(name=as_written(one.n), role=one.r) for one in wire.who),
        place=as_written(wire.at or "") or None,
        sources=tuple(source for source in map(as_written, wire.src) if source),
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


def _id_of(raw: dict[str, JsonValue]) -> int | None:
    return raw["id"] if isinstance(raw.get("id"), int) else None  # type: ignore[return-value]  # just checked


def _storable(raw: JsonValue) -> JsonValue:
    """Return the item as it was proposed, with what no output could carry replaced."""
    match raw:
        case str():
            return raw.encode(errors="replace").decode()
        case list():
            return [_storable(part) for part in raw]
        case dict():
            return {str(_storable(key)): _storable(part) for key, part in raw.items()}
        case float() if not math.isfinite(raw):
            return str(raw)
        case _:
            return raw
