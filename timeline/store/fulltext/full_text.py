"""What a full-text table has to do."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, Select

from timeline.domain.vocabulary import EventStatus, EventType
from timeline.store.database import Database
from timeline.store.places import Reach, Stretch
from timeline.store.shape import Part, Shape


class Findable(NamedTuple):
    """A listed event and the words that it is found by."""

    place: int
    reach: Reach
    type: EventType
    status: EventStatus
    names: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


class Wanted(NamedTuple):
    """The words that an event must have: those of `name` one behind the other in one of its names, and all `words`."""

    name: tuple[str, ...]
    words: tuple[str, ...]
    type: EventType | None
    status: EventStatus | None

    @property
    def has_words(self) -> bool:
        """Say whether there are words to look for."""
        return bool(self.name or self.words)


class FullText(Protocol):
    """Finds the places of events by words. Words are letters and digits alone: see `terms`. It has no state."""

    def __hash__(self) -> int:
        """Two of a kind are the same, so that their statements are."""

    def add(self, connection: Connection, rows: Sequence[Findable]) -> None:
        """Make listed events findable. Their places rise."""

    def remove(self, connection: Connection, version: int) -> None:
        """Forget the words of a version's listed events, while they are still listed."""

    def owe(self, connection: Connection) -> None:
        """Note, in the transaction of a deletion, that `purge` is due: should it not be done now, it will be later."""

    def purge(self, database: Database) -> bool:
        """Take forgotten words out of the index itself, where that is due; say whether it was."""

    def places(self, part: Part, shape: Shape) -> Select[int]:
        """Return the query for the places in a stretch of events that have what is wanted, as the column `place`."""

    def parameters(self, part: Part, stretch: Stretch, wanted: Wanted) -> Mapping[str, object]:
        """Return the parameters of that query, beside those that every part has."""
