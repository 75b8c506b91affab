"""Put together the mentions of one event: in a headline, a lead and a later detail, by another word for it."""

from collections import defaultdict
from collections.abc import Iterable

from timeline.domain.annotated import Layout, TimeTag
from timeline.engines.rules.mentions import Mention
from timeline.engines.rules.records import Record
from timeline.engines.rules.terms import (
    ACCIDENT,
    ACTOR,
    ALLEGED,
    ATTACK,
    CANCELLED,
    DEATH,
    DENIED,
    DISASTER,
    HYPOTHETICAL,
    MEETING,
    NEGOTIATION,
    OCCURRED,
    ONGOING,
    PLANNED,
    POSTPONED,
    PROPOSED,
    STATEMENT,
    SUMMIT,
    TARGET,
    TRIAL,
)
from timeline.engines.rules.verb_mentions import SPEECH
from timeline.text.tokens import fold

_LOOKED_AT = 40
"""How many of the latest records of a family a mention is compared with, so that the work stays linear."""

_FAMILIES = {
    MEETING: "talk",
    NEGOTIATION: "talk",
    SUMMIT: "summit",
    ATTACK: "harm",
    DISASTER: "harm",
    ACCIDENT: "harm",
    DEATH: "harm",
    TRIAL: "law",
}
_REALMS = {
    OCCURRED: 0,
    ONGOING: 0,
    PLANNED: 1,
    PROPOSED: 1,
    POSTPONED: 1,
    CANCELLED: 1,
    HYPOTHETICAL: 2,
    ALLEGED: 3,
    DENIED: 3,
}


def put_together(mentions: Iterable[Mention]) -> list[Record]:
    """Return the records in the order of their first mention.

    Headlines and captions only support what the body tells.
    """
    records: list[Record] = []
    families: dict[str, list[Record]] = defaultdict(list)
    retold = []
    for mention in mentions:
        if mention.layout is not Layout.BODY:
            retold.append(mention)
            continue
        family = families[_family(mention)]
        same = [one for one in family[-_LOOKED_AT:] if is_same(one, mention)]
        if not same:
            record = Record(mention)
            family.append(record)
            records.append(record)
        else:
            max(reversed(same), key=lambda one: _closeness(one, mention)).absorb(mention)
    for mention in retold:
        family = families[_family(mention)][:_LOOKED_AT]
        retelling = [one for one in family if _is_retold(one, mention)]
        if retelling:
            max(retelling, key=lambda one: _likeness(one, mention)).absorb(mention)
    return records


def _closeness(record: Record, mention: Mention) -> tuple[bool, bool, int]:
    """Return by what a record is preferred to others that a mention could tell of too."""
    same_realm = _REALMS[record.status] == _REALMS[mention.status]
    return mention.lemma in record.lemmas, same_realm, len(mention.keys & record.involved.keys())


def _family(mention: Mention) -> str:
    return _FAMILIES.get(mention.type, mention.type.value)


def is_same(record: Record, mention: Mention) -> bool:
    """Say whether a mention tells of the event of a record."""
    if _dates_conflict(record.when, mention.when):
        return False
    if mention.type is STATEMENT:
        return not record.keys_of(ACTOR).isdisjoint(mention.keys_of(ACTOR))
    if mention.type in SPEECH:
        return record.type is mention.type and _same_speech(record, mention)
    if not mention.telling and mention.at.sentence == record.lead.at.sentence and _FAMILIES.get(record.type) == "harm":
        return True
    if _REALMS[record.status] != _REALMS[mention.status] and not (mention.definite and not mention.telling):
        return False
    if record.type is not mention.type and not (mention.definite or record.lemmas & {mention.lemma}):
        return False
    if _places_conflict(record, mention):
        return False
    return _same_matter(record, mention)


def _same_matter(record: Record, mention: Mention) -> bool:
    keys = record.involved.keys()
    shares_people = not mention.keys.isdisjoint(keys)
    same_word = mention.lemma in record.lemmas
    same_topic = not mention.topic.isdisjoint(record.topic - {mention.lemma})
    same_date = record.when is not None and mention.when is not None
    if mention.keys and keys:
        return shares_people and (mention.definite or same_date or (same_word and (same_topic or not mention.topic)))
    return (same_word and (mention.definite or same_date or same_topic)) or (
        mention.definite and record.type is mention.type
    )


def _same_speech(record: Record, mention: Mention) -> bool:
    if record.keys_of(ACTOR).isdisjoint(mention.keys_of(ACTOR)):
        return False
    targets, others = record.keys_of(TARGET), mention.keys_of(TARGET)
    if targets and others and targets.isdisjoint(others):
        return False
    return not mention.topic or not record.topic or not mention.topic.isdisjoint(record.topic)


def _is_retold(record: Record, mention: Mention) -> bool:
    """Say whether a headline or caption speaks of the event of a record."""
    if record.type is not mention.type and mention.lemma not in record.lemmas:
        return False
    return not mention.keys or not record.involved or not mention.keys.isdisjoint(record.involved.keys())


def _likeness(record: Record, mention: Mention) -> int:
    """Return how much a headline or caption has in common with a record of its type."""
    places = record.place is not None and mention.place is not None and not _places_conflict(record, mention)
    people = len(mention.keys & record.involved.keys())
    return (
        4 * places
        + 2 * people
        + (mention.lemma in record.lemmas)
        + record.is_telling
        - 4 * _places_conflict(record, mention)
    )


def _dates_conflict(one: TimeTag | None, other: TimeTag | None) -> bool:
    if one is None or other is None or one.expression.edtf == other.expression.edtf:
        return False
    a, b = one.expression, other.expression
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    a_in_b = b.earliest <= a.earliest and a.latest <= b.latest
    b_in_a = a.earliest <= b.earliest and b.latest <= a.latest
    return not (a_in_b or b_in_a)


def _places_conflict(record: Record, mention: Mention) -> bool:
    if record.place is None or mention.place is None:
        return False
    if mention.type is not SUMMIT and mention.definite:
        return False
    if record.when is not None and mention.when is not None and mention.lemma in record.lemmas:
        return False
    return set(fold(record.place).split()).isdisjoint(fold(mention.place).split())
