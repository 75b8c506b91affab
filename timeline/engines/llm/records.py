"""The records of an article so far, found by the sentences they cite."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.domain.draft import DraftEvent


class Records:
    """Events in their order; each is known by its place, counted from 1."""

    def __init__(self, events: Sequence[DraftEvent]) -> None:
        self._events = tuple(events)
        self._places: dict[int, list[int]] = defaultdict(list)
        for place, event in enumerate(self._events, start=1):
            for number in event.evidence:
                self._places[number].append(place)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._events)

    def citing(self, numbers: Iterable[int]) -> list[tuple[int, DraftEvent]]:
        """Return the records that cite one of the sentences, each with its place, in order."""
        places = {place for number in numbers for place in self._places.get(number, ())}
        return [(place, self._events[place - 1]) for place in sorted(places)]
