"""Link events: the links that were proposed, and those from denial to accusation that can be read off."""

from collections import defaultdict
from collections.abc import Callable

from timeline.assembly.proof import ProvedEvent
from timeline.domain.draft import DraftEvent
from timeline.domain.value import Value
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.text.words import content_words


class Link(Value):
    """A relation between two events by their index."""

    kind: RelationKind
    source: int
    target: int


def proposed_links(drafts: tuple[DraftEvent, ...], became: dict[int, int]) -> tuple[list[Link], set[int]]:
    """Return the proposed links between accepted events, and the events that lost one.

    `became` maps the index of each draft that was accepted or merged to that of its event. A link is lost when the
    record at its other end was rejected or does not exist.
    """
    links: dict[Link, None] = {}
    bereft: set[int] = set()
    for index, draft in enumerate(drafts):
        if index not in became:
            continue
        for relation in draft.relations:
            if relation.to not in became:
                bereft.add(became[index])
            elif became[relation.to] != became[index]:
                links[Link(kind=relation.kind, source=became[index], target=became[relation.to])] = None
    return list(links), bereft


def evident_links(events: tuple[ProvedEvent, ...], links: list[Link]) -> list[Link]:
    """Return the links that nobody proposed and the records show, such as a denial's to the accusation beside it."""
    linked = {(link.kind, link.source) for link in links}
    accusations = _Index(events, lambda event: event.type is EventType.ACCUSATION)
    allegations = _Index(events, lambda event: event.status is EventStatus.ALLEGED)
    found = []
    for index, event in enumerate(events):
        if event.type is EventType.DENIAL and (RelationKind.DENIES, index) not in linked:
            candidates = accusations.beside(event) or accusations.against(event)
            found += _only(RelationKind.DENIES, index, candidates)
        if event.type is EventType.ACCUSATION and (RelationKind.ALLEGES, index) not in linked:
            found += _only(RelationKind.ALLEGES, index, allegations.beside(event))
    return found


class _Index:
    """The events of one kind, by the sentences they cite and the words of those they are done to."""

    def __init__(self, events: tuple[ProvedEvent, ...], is_of_kind: Callable[[ProvedEvent], bool]) -> None:
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        self._by_target: dict[str, list[int]] = defaultdict(list)
        for index, event in enumerate(events):
            if is_of_kind(event):
                for sentence in event.evidence:
                    self._by_sentence[sentence.number].append(index)
                for word in _people(event, Role.TARGET):
                    self._by_target[word].append(index)

    def beside(self, event: ProvedEvent) -> set[int]:
        """Return the events that share a sentence with `event`."""
        return {index for sentence in event.evidence for index in self._by_sentence.get(sentence.number, ())}

    def against(self, event: ProvedEvent) -> set[int]:
        """Return the events that are done to the one who acts in `event`."""
        return {index for word in _people(event, Role.ACTOR) for index in self._by_target.get(word, ())}


def _only(kind: RelationKind, source: int, candidates: set[int]) -> list[Link]:
    """Link where there is one candidate and no doubt."""
    targets = candidates - {source}
    return [Link(kind=kind, source=source, target=targets.pop())] if len(targets) == 1 else []


def _people(event: ProvedEvent, role: Role) -> frozenset[str]:
    named = (one.name for one in event.participants if one.role is role)
    return frozenset(word.casefold() for name in named for word in content_words(name))
