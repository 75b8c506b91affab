"""What an engine proposes: events that point at the article, before anything is proved.

An engine never writes a date or a quote. It names sentences by number, time tags by id, and copies
names and triggers as the article has them; `timeline.assembly` turns the pointers into offsets.
"""

from collections.abc import Sequence

from pydantic import Field, JsonValue

from timeline.domain.timeline import Failure, Rejection, Usage, total_usage
from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role

NOWHERE = -1
"""Where a relation leads whose other end is not in the draft."""


class DraftParticipant(Value):
    """Someone who takes part, named as the article names them."""

    name: str
    role: Role


class DraftRelation(Value):
    """A link from the event that holds it to the event at index `to` of the same draft, from 0; or to `NOWHERE`."""

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

    def __hash__(self) -> int:
        """Hash what tells the records of an article apart, and not every name in each."""
        return hash((self.title, self.trigger, self.evidence))


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


def join_drafts(parts: Sequence[Draft]) -> Draft:
    """Return the parts of one proposal as one. Relations count the events of all parts.

    Raises:
        ValueError: There is no part.
    """
    if not parts:
        raise ValueError("no parts to join; an engine yields at least one")
    if len(parts) == 1:
        return parts[0]
    return parts[0].model_copy(
        update={
            "events": tuple(event for part in parts for event in part.events),
            "rejected": tuple(rejection for part in parts for rejection in part.rejected),
            "failures": tuple(failure for part in parts for failure in part.failures),
            "requests": sum(part.requests for part in parts),
            "retries": sum(part.retries for part in parts),
            "usage": total_usage(part.usage for part in parts if part.usage is not None),
        }
    )


def as_json(event: DraftEvent) -> dict[str, JsonValue]:
    """Return the draft as plain JSON, for a rejection."""
    plain: dict[str, JsonValue] = event.model_dump(mode="json")
    return plain
