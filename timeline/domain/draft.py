"""What an engine proposes: events that point at the article, before anything is proved.

An engine never writes a date or a quote. It names sentences by number, time tags by id, and copies
names and triggers as the article has them; `timeline.assembly` turns the pointers into offsets.
"""

from pydantic import Field, JsonValue

from timeline.domain.timeline import Failure, Rejection, Usage
from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role


class DraftParticipant(Value):
    """Someone who takes part, named as the article names them."""

    name: str
    role: Role


class DraftRelation(Value):
    """A link from the event that holds it to the event at index `to` of the same draft, counted from 0."""

    kind: RelationKind
    to: int


class DraftEvent(Value):
    """One proposed record.

    `evidence` holds sentence numbers, the most direct first; `when` is the id of a time tag (`t3`), or a
    phrase copied from the text, or None; `trigger` is copied from a cited sentence.
    """

    title: str
    type: EventType
    status: EventStatus
    evidence: tuple[int, ...]
    trigger: str
    when: str | None = None
    participants: tuple[DraftParticipant, ...] = ()
    place: str | None = None
    sources: tuple[str, ...] = ()
    relations: tuple[DraftRelation, ...] = ()


class Draft(Value):
    """The events an engine proposes for one article, and what it could not do.

    `rejected` holds items that had not even the form of a draft; they count as proposed.
    """

    events: tuple[DraftEvent, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    failures: tuple[Failure, ...] = ()
    engine: str
    model: str | None = None
    prompts: dict[str, str] = Field(default_factory=dict)
    requests: int = 0
    retries: int = 0
    usage: Usage | None = None


def as_json(event: DraftEvent) -> dict[str, JsonValue]:
    """Return the draft as plain JSON, for a rejection."""
    plain: dict[str, JsonValue] = event.model_dump(mode="json")
    return plain
