"""The shape of a line in the trigger tables."""

from typing import NamedTuple

from timeline.domain.vocabulary import EventType, Role


class Frame(NamedTuple):
    """Who a verb's subject and object are, and which prepositions bring in whom."""

    subject: Role | None
    object: Role | None
    obliques: tuple[tuple[str, Role], ...] = ()


ACTS = Frame(Role.ACTOR, None)
ACTS_ON = Frame(Role.ACTOR, Role.TARGET, (("against", Role.TARGET), ("on", Role.TARGET)))
GIVES = Frame(Role.ACTOR, Role.TARGET, (("to", Role.TARGET), ("from", Role.TARGET), ("for", Role.TARGET)))
MUTUAL = Frame(Role.PARTICIPANT, Role.PARTICIPANT, (("with", Role.PARTICIPANT), ("between", Role.PARTICIPANT)))
SPEAKS = Frame(Role.ACTOR, None, (("to", Role.TARGET), ("with", Role.TARGET)))
SPEAKS_TO = Frame(Role.ACTOR, Role.TARGET, (("on", Role.TARGET), ("to", Role.TARGET)))
COMPETES = Frame(Role.PARTICIPANT, Role.PARTICIPANT, (("against", Role.PARTICIPANT), ("with", Role.PARTICIPANT)))
HAPPENS = Frame(None, None)


class VerbRow(NamedTuple):
    """Verbs that name one type of event.

    `verbs` holds lemmas; an underscore joins a verb to the words that must follow it ("step_down"). With
    `objects`, the row applies only if one of these nouns heads the object (or the subject of a passive).
    """

    type: EventType
    verbs: str
    frame: Frame = ACTS
    objects: str = ""


class NounRow(NamedTuple):
    """Nouns that name one type of event.

    A noun that is `telling` makes a record by its mere mention as something dated, placed or taken part in;
    the others need a verb that says that they take place.
    """

    type: EventType
    nouns: str
    telling: bool = False
