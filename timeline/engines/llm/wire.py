"""The form of a reply on the wire: field names are short, because output tokens are what costs.

The JSON Schema keeps to the subset that strict structured output allows: every field required, no
`oneOf`, `default`, dictionary or length, at most five levels.
"""

from functools import cache

from pydantic import BaseModel, ConfigDict, JsonValue

from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.llm.messages import ReplySchema

EVENTS = "events"
"""The one field of a reply: the list of its events."""

NULLABLE_STRING: JsonValue = {"type": ["string", "null"]}


class _Wire(BaseModel):
    """Reads leniently: fields that are not known are passed over, those that may be empty may be missing."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class WireParticipant(_Wire):
    """Name and role."""

    n: str
    r: Role


class WireRelation(_Wire):
    """Kind, and the `id` of the event it leads to."""

    k: RelationKind
    to: int


class WireEvent(_Wire):
    """One event as the model writes it."""

    id: int | None = None
    ev: tuple[int, ...]
    trig: str
    type: EventType
    st: EventStatus
    when: str | None = None
    who: tuple[WireParticipant, ...] | None = None
    at: str | None = None
    src: tuple[str, ...] | None = None
    rel: tuple[WireRelation, ...] | None = None
    title: str


@cache
def reply_schema() -> ReplySchema:
    """Return the JSON Schema of a reply."""
    event = _object(
        id={"type": "integer"},
        ev=_array({"type": "integer"}),
        trig={"type": "string"},
        type=_enum(EventType),
        st=_enum(EventStatus),
        when=NULLABLE_STRING,
        who=_array(_object(n={"type": "string"}, r=_enum(Role))),
        at=NULLABLE_STRING,
        src=_array({"type": "string"}),
        rel=_array(_object(k=_enum(RelationKind), to={"type": "integer"})),
        title={"type": "string"},
    )
    return ReplySchema(name="timeline_events", key=EVENTS, definition=_object(**{EVENTS: _array(event)}))


def _object(**fields: JsonValue) -> dict[str, JsonValue]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _array(items: JsonValue) -> dict[str, JsonValue]:
    return {"type": "array", "items": items}


def _enum(terms: type[EventType | EventStatus | Role | RelationKind]) -> dict[str, JsonValue]:
    return {"type": "string", "enum": [term.value for term in terms]}
