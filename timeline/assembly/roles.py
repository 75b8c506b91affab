"""Tell when a record, or its title, has the one who acts and the one acted upon the wrong way round."""

import re
from collections.abc import Callable

from timeline.assembly.grounds import Grounds
from timeline.domain.annotated import Sentence
from timeline.domain.span import Offsets
from timeline.domain.timeline import Participant
from timeline.domain.vocabulary import EventType, Role
from timeline.text.search import SearchableText
from timeline.text.words import content_words

DIRECTED = frozenset(
    {
        EventType.ACCUSATION,
        EventType.ARREST,
        EventType.ATTACK,
        EventType.DEMAND,
        EventType.INVITATION,
        EventType.REJECTION,
        EventType.SANCTION,
        EventType.THREAT,
    }
)
"""Types in which it matters who does it to whom."""

_BACKWARD = re.compile(r"\b(?:by|from|of)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got|under|faces?|faced|stands?|stood)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_INVERTING = (",", '"', "”", "’", "'")
"""What ends a quotation before an inverted verb: “We will strike back,” warned Iran."""
_BETWEEN = re.compile(r"\W*(?:the|a|an|its|his|her|their|rival|neighbou?ring|\w+ly)?\W*", re.IGNORECASE)


def evidence_swaps_roles(
    type_: EventType,
    participants: tuple[Participant, ...],
    trigger: Offsets,
    grounds: Grounds,
    evidence: tuple[Sentence, ...],
) -> bool:
    """Say whether the sentence of the trigger has the record's actor as the object of an active verb.

    Only what can be read off is judged: the actor stands right behind the trigger, and nowhere before it, the
    target stands before it, and neither a passive nor a quotation that ends there turns the order round.
    """
    actors, targets = _sides(type_, participants)
    if not actors or not targets:
        return False
    sentence = next((one for one in evidence if one.span.covers(trigger)), None)
    if sentence is None:
        return False
    before, after = Offsets(sentence.span.start, trigger.start), Offsets(trigger.end, sentence.span.end)
    spoken = grounds.text_at(before)
    if _PASSIVE.search(spoken) or spoken.rstrip().endswith(_INVERTING):
        return False
    return _first(targets, lambda form: grounds.find_inside(form, before)) is not None and any(
        _first([actor], lambda form: grounds.find_inside(form, before)) is None
        and (found := _first([actor], lambda form: grounds.find_inside(form, after))) is not None
        and _BETWEEN.fullmatch(grounds.text_at(Offsets(trigger.end, found.start))) is not None
        for actor in actors
    )


def title_swaps_roles(title: str, type_: EventType, participants: tuple[Participant, ...]) -> bool:
    """Say whether the title names the target before the actor without "by", "from" or "of" between them."""
    actors, targets = _sides(type_, participants)
    if not actors or not targets:
        return False
    text = SearchableText(title)
    actor, target = _first(actors, text.find), _first(targets, text.find)
    if actor is None or target is None:
        return False
    return target < actor and _BACKWARD.search(title[target.end : actor.start]) is None


def _sides(type_: EventType, participants: tuple[Participant, ...]) -> tuple[list[str], list[str]]:
    """Return the names of those who act and of those acted upon; nobody's where the type has no direction."""
    if type_ not in DIRECTED:
        return [], []
    actors = [one.name for one in participants if one.role is Role.ACTOR]
    return actors, [one.name for one in participants if one.role is Role.TARGET]


def _first(names: list[str], find: Callable[[str], Offsets | None]) -> Offsets | None:
    """Return where one of the names, or a word of one, is found first."""
    forms = {form for name in names for form in (name, *content_words(name))}
    return min(filter(None, map(find, forms)), default=None)
