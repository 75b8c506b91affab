"""What one clause or noun phrase says of an event, before mentions of the same event are put together."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.domain.annotated import Layout, TimeTag
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.engines.rules.names import Party


class Involved(NamedTuple):
    """Someone who takes part, with the part."""

    party: Party
    role: Role


class Position(NamedTuple):
    """Where a mention stands: the sentence's number and the index of its phrase."""

    sentence: int
    phrase: int


class Mention(NamedTuple):
    """One mention of an event.

    `topic` holds the words of its object, by which two mentions by the same actor are compared. `depends_on` is the
    mention in whose content it stands ("accused X of …"), `occasion` the gathering at which it takes place. `title`
    makes the title, for which most mentions are never asked. A mention that is not `telling` supports a record that
    another makes, and makes none of its own.
    """

    at: Position
    layout: Layout
    type: EventType
    status: EventStatus
    lemma: str
    trigger: str
    title: Callable[[], str]
    involved: tuple[Involved, ...] = ()
    place: str | None = None
    when: TimeTag | None = None
    sources: tuple[str, ...] = ()
    topic: frozenset[str] = frozenset()
    depends_on: Position | None = None
    occasion: Position | None = None
    telling: bool = True
    definite: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of those who take part."""
        return frozenset(one.party.key for one in self.involved)

    def keys_of(self, role: Role) -> frozenset[str]:
        """Return the keys of those who take part in one role."""
        return frozenset(one.party.key for one in self.involved if one.role is role)
