"""Link events: the links that were proposed, and those from denial to accusation that can be read off."""

from collections.abc import Iterator

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
    found = []
    for index, event in enumerate(events):
        for kind, candidates in _expected(index, event, events):
            if (kind, index) not in linked and len(candidates) == 1:
                found.append(Link(kind=kind, source=index, target=candidates[0]))
    return found


def _expected(
    index: int, event: ProvedEvent, events: tuple[ProvedEvent, ...]
) -> Iterator[tuple[RelationKind, list[int]]]:
    if event.type is EventType.DENIAL:
        accusations = [at for at, other in enumerate(events) if other.type is EventType.ACCUSATION]
        beside = [at for at in accusations if _shares_sentence(event, events[at])]
        yield RelationKind.DENIES, beside or [at for at in accusations if _answers(event, events[at])]
    if event.type is EventType.ACCUSATION:
        alleged = (at for at, other in enumerate(events) if other.status is EventStatus.ALLEGED and at != index)
        yield RelationKind.ALLEGES, [at for at in alleged if _shares_sentence(event, events[at])]


def _shares_sentence(one: ProvedEvent, other: ProvedEvent) -> bool:
    return not {each.number for each in one.evidence}.isdisjoint(each.number for each in other.evidence)


def _answers(denial: ProvedEvent, accusation: ProvedEvent) -> bool:
    """Say whether the one who denies is the one accused."""
    return not _people(denial, Role.ACTOR).isdisjoint(_people(accusation, Role.TARGET))


def _people(event: ProvedEvent, role: Role) -> frozenset[str]:
    named = (one.name for one in event.participants if one.role is role)
    return frozenset(word.casefold() for name in named for word in content_words(name))
