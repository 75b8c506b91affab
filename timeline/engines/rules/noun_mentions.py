"""Events told by nouns: held, taking place, dated, or merely spoken of."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.domain.annotated import Layout, TimeTag
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.engines.rules.clauses import Clause, Oblique
from timeline.engines.rules.data.status import GOVERNORS, HAPPENING, HOLDING
from timeline.engines.rules.mentions import Involved, Mention, Position
from timeline.engines.rules.names import Party
from timeline.engines.rules.phrases import Kind, Phrase
from timeline.engines.rules.sentence import SentenceReading
from timeline.engines.rules.status import noun_status
from timeline.engines.rules.titles import noun_title
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, NounTrigger
from timeline.engines.rules.words import Tag

_MUTUAL = frozenset({EventType.MEETING, EventType.NEGOTIATION, EventType.AGREEMENT, EventType.CONTEST})
_ROLES = {
    "between": Role.PARTICIPANT,
    "with": Role.PARTICIPANT,
    "by": Role.ACTOR,
    "against": Role.TARGET,
    "of": Role.PARTICIPANT,
}
_CHANGES = {
    "postpone": EventStatus.POSTPONED,
    "delay": EventStatus.POSTPONED,
    "cancel": EventStatus.CANCELLED,
    "reschedule": EventStatus.POSTPONED,
}
_SPEECH_NOUNS = frozenset(
    {EventType.ACCUSATION, EventType.DENIAL, EventType.DEMAND, EventType.THREAT, EventType.PLEDGE, EventType.INVITATION}
)


class Setting(NamedTuple):
    """The verb that a noun is subject or object of, and the status it gives the noun's event."""

    clause: Clause | None
    status: EventStatus | None
    held: bool


class NounReader:
    """Reads the events that the nouns of one sentence name."""

    def __init__(self, reading: SentenceReading) -> None:
        self._reading = reading
        self._parse = reading.parse
        self._objects = {phrase.start: clause for clause in self._parse.clauses for phrase in clause.objects}
        self._subjects: dict[int, Clause] = {}
        for clause in self._parse.clauses:
            for phrase in clause.subjects:
                self._subjects.setdefault(phrase.start, clause)

    def mentions(self, taken: frozenset[int]) -> Iterator[Mention]:
        """Yield the mentions in order, without those in the objects of the verb groups `taken`."""
        for index, phrase in enumerate(self._parse.phrases):
            if phrase.kind is not Kind.NOUN:
                continue
            trigger = NOUN_TRIGGERS.get(self._parse.head(phrase).lower)
            if trigger is None or self._parse.head(phrase).quoted or self._is_taken(phrase, taken):
                continue
            mention = self._mention(index, phrase, trigger)
            if mention is not None:
                yield mention

    def _is_taken(self, phrase: Phrase, taken: frozenset[int]) -> bool:
        clause = self._objects.get(phrase.start)
        if clause is not None and clause.at in taken:
            return True
        subject_of = self._subjects.get(phrase.start)
        return subject_of is not None and subject_of.verb.passive and subject_of.at in taken

    def _mention(self, index: int, phrase: Phrase, trigger: NounTrigger) -> Mention | None:
        words = self._parse.words_of(phrase)
        if words[0].lower in {"no", "any", "another", "every", "each"}:
            return None
        setting = self._setting(phrase)
        obliques = tuple(self._parse.obliques_from(index + 1))
        status = noun_status(self._parse, phrase) or setting.status
        when = self._date(index, setting, status or EventStatus.ONGOING)
        if status is None:
            status = self._by_date(when)
        if status is None:
            return None
        involved = self._involved(phrase, trigger, setting, obliques)
        definite = words[0].lower in {"the", "this", "that", "their", "its", "his", "her"}
        return Mention(
            at=Position(self._reading.number, index),
            layout=self._reading.layout,
            type=trigger.type,
            status=status,
            lemma=trigger.lemma,
            trigger=self._trigger(phrase, setting),
            title=noun_title(self._parse, phrase, self._reading.text),
            involved=involved,
            place=self._place(phrase, setting, obliques),
            when=when,
            sources=self._reading.sources.of(setting.clause) if setting.clause else (),
            topic=frozenset(word.lower for word in words if word.tag in {Tag.NOUN, Tag.NAME}),
            telling=self._is_telling(trigger, setting, when),
            definite=definite,
        )

    def _is_telling(self, trigger: NounTrigger, setting: Setting, when: TimeTag | None) -> bool:
        if self._reading.layout is Layout.HEADLINE:
            return setting.held
        if trigger.type in _SPEECH_NOUNS:
            return False
        return setting.held or (trigger.telling and when is not None)

    def _setting(self, phrase: Phrase) -> Setting:
        clause = self._objects.get(phrase.start)
        if clause is not None and not clause.verb.passive:
            lemma = clause.verb.lemma
            changed = _CHANGES.get(lemma)
            status = self._reading.status.of(clause).status
            if changed is not None and status is not None:
                return Setting(clause, changed, held=True)
            if lemma in HOLDING:
                return Setting(clause, status, held=status is not None)
            if lemma in {"announce", "schedule", "plan", "arrange", "propose", "expect", "seek", "demand", "condemn"}:
                return Setting(clause, GOVERNORS.get(lemma) if status is not None else None, held=False)
            return Setting(clause, None, held=False)
        clause = self._subjects.get(phrase.start)
        if clause is None:
            return Setting(None, None, held=False)
        status = self._reading.status.of(clause).status
        changed = _CHANGES.get(clause.verb.lemma)
        if changed is not None and clause.verb.passive and status is not None:
            return Setting(clause, changed, held=True)
        happens = clause.verb.lemma in HAPPENING and (clause.verb.lemma != "be" or clause.verb.lead != "")
        return Setting(clause, status, held=happens and status is not None)

    def _date(self, index: int, setting: Setting, status: EventStatus) -> TimeTag | None:
        own = self._reading.dates.of(index, status)
        if own is None and setting.held and setting.clause is not None:
            own = self._reading.dates.of_clause(setting.clause, status)
        return own

    def _by_date(self, when: TimeTag | None) -> EventStatus | None:
        """Return the status of an event that no verb settles: what its date says, else that it took place."""
        if when is None:
            return EventStatus.OCCURRED
        earliest = when.expression.earliest
        return (
            EventStatus.PLANNED if earliest is not None and earliest > self._reading.published else EventStatus.OCCURRED
        )

    def _involved(
        self, phrase: Phrase, trigger: NounTrigger, setting: Setting, obliques: tuple[Oblique, ...]
    ) -> tuple[Involved, ...]:
        found: dict[str, Involved] = {}
        role = Role.PARTICIPANT if trigger.type in _MUTUAL else Role.ACTOR
        parties: list[Party] = []
        references = self._reading.references
        if (
            setting.clause is not None
            and setting.held
            and setting.clause.verb.lemma in HOLDING
            and self._objects.get(phrase.start) is setting.clause
        ):
            parties = references.parties(self._parse, setting.clause.subjects)
        for party in (*parties, *self._owner(phrase)):
            found.setdefault(party.key, Involved(party, role))
        for oblique in obliques:
            oblique_role = _ROLES.get(oblique.preposition)
            if oblique.preposition == "of" and trigger.type is not EventType.SUMMIT and trigger.type not in _MUTUAL:
                oblique_role = Role.ACTOR if trigger.type in {EventType.VISIT, EventType.DEPARTURE} else Role.TARGET
            if oblique.preposition == "on" and trigger.type is EventType.ATTACK:
                oblique_role = Role.TARGET
            if oblique_role is None:
                break
            for party in references.parties(self._parse, oblique.nouns):
                found.setdefault(party.key, Involved(party, oblique_role))
        return tuple(found.values())

    def _owner(self, phrase: Phrase) -> list[Party]:
        words = self._parse.words_of(phrase)
        cut = max((index for index, word in enumerate(words) if word.tag is Tag.POSSESSIVE), default=0)
        if not cut or words[0].tag is Tag.TIME:
            return []
        return self._reading.references.parties(self._parse, [phrase._replace(end=phrase.start + cut)])

    def _place(self, phrase: Phrase, setting: Setting, obliques: tuple[Oblique, ...]) -> str | None:
        place = self._reading.gazetteer.place_of(self._parse, obliques)
        if place is None and setting.held and setting.clause is not None:
            place = self._reading.gazetteer.place_of(self._parse, setting.clause.obliques)
        if place is None:
            names = [word for word in self._parse.words_of(phrase)[:-1] if word.tag is Tag.NAME]
            place = next((word.text for word in names if self._reading.gazetteer.is_known(word.text)), None)
        return place

    def _trigger(self, phrase: Phrase, setting: Setting) -> str:
        """Return the noun, with the verb that holds it if that stands close by."""
        words = self._parse.words
        first = phrase.end - 1
        if setting.held and setting.clause is not None and 0 < first - setting.clause.verb.main <= 4:
            first = setting.clause.verb.main
        return self._reading.text[words[first].start : words[phrase.end - 1].end]
