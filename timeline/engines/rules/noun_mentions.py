"""Events told by nouns: held, taking place, dated, or merely spoken of."""

from collections.abc import Callable, Iterator
from functools import partial

from timeline.domain.annotated import Layout, TimeTag
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.engines.rules.dates import fits
from timeline.engines.rules.mentions import Involved, Mention, Position
from timeline.engines.rules.names import Party
from timeline.engines.rules.noun_settings import Setting, SettingReader
from timeline.engines.rules.sentence import SentenceReading
from timeline.engines.rules.status import noun_status
from timeline.engines.rules.syntax.arguments import Oblique
from timeline.engines.rules.syntax.phrases import Kind, Phrase
from timeline.engines.rules.syntax.words import Tag
from timeline.engines.rules.terms import (
    ACCUSATION,
    ACTOR,
    AGREEMENT,
    ATTACK,
    CONTEST,
    DEMAND,
    DENIAL,
    DEPARTURE,
    INVITATION,
    MEETING,
    NEGOTIATION,
    OCCURRED,
    ONGOING,
    PARTICIPANT,
    PLANNED,
    PLEDGE,
    SUMMIT,
    TARGET,
    THREAT,
    VISIT,
)
from timeline.engines.rules.titles import clause_title, noun_title
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, VERB_TRIGGERS, NounTrigger

_MUTUAL = frozenset({MEETING, NEGOTIATION, AGREEMENT, CONTEST})
_TALKS = frozenset({SUMMIT, MEETING, NEGOTIATION})
_ROLES = {
    "between": PARTICIPANT,
    "with": PARTICIPANT,
    "by": ACTOR,
    "against": TARGET,
    "of": PARTICIPANT,
}
_SPEECH_NOUNS = frozenset({ACCUSATION, DENIAL, DEMAND, THREAT, PLEDGE, INVITATION})


class NounReader:
    """Reads the events that the nouns of one sentence name."""

    def __init__(self, reading: SentenceReading) -> None:
        self._reading = reading
        self._parse = reading.parse
        self._settings = SettingReader(reading.parse, reading.status)

    def mentions(self, taken: frozenset[int]) -> Iterator[Mention]:
        """Yield the mentions in order, without those in the objects of the verb groups `taken`."""
        for index, phrase in enumerate(self._parse.phrases):
            if phrase.kind != Kind.NOUN:
                continue
            trigger = NOUN_TRIGGERS.get(self._parse.head(phrase).lower)
            if trigger is None or self._parse.head(phrase).quoted:
                continue
            setting = self._settings.of(phrase)
            if not setting.wished and self._is_taken(phrase, trigger, taken):
                continue
            if self._is_manner(phrase, trigger, setting):
                continue
            mention = self._mention(index, phrase, trigger, setting)
            if mention is not None:
                yield mention

    def _is_taken(self, phrase: Phrase, trigger: NounTrigger, taken: frozenset[int]) -> bool:
        """Say whether a verb has told the noun's event already; a gathering that is spoken to is another event."""
        return trigger.type is not SUMMIT and self._settings.is_argument(phrase, taken)

    def _is_manner(self, phrase: Phrase, trigger: NounTrigger, setting: Setting) -> bool:
        """Say whether the noun only tells how its verb's event went ("met … in a surprise summit")."""
        if setting.preposition != "in" or setting.clause is None or trigger.type not in _TALKS:
            return False
        rows = VERB_TRIGGERS.get(setting.clause.verb.lemma, ())
        return self._parse.words[phrase.start].lower == "a" and any(row.type is MEETING for row in rows)

    def _mention(self, index: int, phrase: Phrase, trigger: NounTrigger, setting: Setting) -> Mention | None:
        words = self._parse.words_of(phrase)
        if words[0].lower in {"no", "any", "another", "every", "each"}:
            return None
        obliques = tuple(self._parse.obliques_from(index + 1))
        status = noun_status(self._parse, phrase) or setting.status
        when = self._date(index, setting, status or ONGOING)
        status = status or self._by_date(when)
        involved = self._involved(phrase, trigger, setting, obliques)
        definite = words[0].lower in {"the", "this", "that", "their", "its", "his", "her"}
        return Mention(
            at=Position(self._reading.number, index),
            layout=self._reading.layout,
            type=_type(trigger, involved),
            status=status,
            lemma=trigger.lemma,
            trigger=self._trigger(phrase, setting),
            title=self._title(phrase, setting, status),
            involved=involved,
            place=self._place(phrase, setting, obliques),
            when=when,
            sources=self._reading.sources.of(setting.clause) if setting.clause else (),
            topic=frozenset(word.lower for word in words if word.tag in {Tag.NOUN, Tag.NAME}),
            telling=self._is_telling(phrase, trigger, setting, when),
            depends_on=Position(self._reading.number, setting.clause.at) if setting.wished and setting.clause else None,
            definite=definite,
        )

    def _is_telling(self, phrase: Phrase, trigger: NounTrigger, setting: Setting, when: TimeTag | None) -> bool:
        if self._reading.layout is Layout.HEADLINE:
            return setting.held
        if trigger.type is SUMMIT and self._parse.words[phrase.end - 2].lower in {"news", "press"}:
            return False  # an occasion to speak, not a gathering
        if trigger.type in _SPEECH_NOUNS:
            return False
        on_visit = trigger.type is VISIT and setting.preposition == "on" and setting.status is not None
        return setting.held or setting.wished or on_visit or (trigger.telling and when is not None)

    def _date(self, index: int, setting: Setting, status: EventStatus) -> TimeTag | None:
        own = self._reading.dates.of(index, status)
        if own is not None and own.expression.latest is None and not setting.held:
            own = None  # "the worst flood since 2005"
        if own is None and setting.held and setting.clause is not None:
            own = self._reading.dates.of_clause(setting.clause, status)
        return own

    def _by_date(self, when: TimeTag | None) -> EventStatus:
        """Return the status of an event that no verb settles: what its date says, else that it took place."""
        if when is None:
            return OCCURRED
        expression = when.expression
        ahead = expression.earliest is not None and expression.earliest > self._reading.published
        if ahead or ("later" in expression.text.lower() and fits(expression, PLANNED, self._reading.published)):
            return PLANNED
        return OCCURRED

    def _involved(
        self, phrase: Phrase, trigger: NounTrigger, setting: Setting, obliques: tuple[Oblique, ...]
    ) -> tuple[Involved, ...]:
        found: dict[str, Involved] = {}
        role = PARTICIPANT if trigger.type in _MUTUAL else ACTOR
        for party in self._owners(phrase, setting):
            found.setdefault(party.key, Involved(party, role))
        for oblique in obliques:
            oblique_role = _oblique_role(trigger.type, oblique.preposition)
            if oblique_role is None:
                break
            for party in self._reading.references.parties(self._parse, oblique.nouns):
                found.setdefault(party.key, Involved(party, oblique_role))
        return tuple(found.values())

    def _owners(self, phrase: Phrase, setting: Setting) -> list[Party]:
        """Return whose event it is: the holder's, the possessor's, or the subject's in "their meeting"."""
        references, words = self._reading.references, self._parse.words_of(phrase)
        owns = words[0].lower in {"their", "his", "her", "its"}
        held = references.parties(self._parse, setting.clause.subjects) if setting.clause and setting.by_subject else []
        if (owns or setting.preposition == "on") and setting.clause is not None and not held:
            held = references.parties(self._parse, setting.clause.subjects)
        cut = max((index for index, word in enumerate(words) if word.tag == Tag.POSSESSIVE), default=0)
        if not cut or words[0].tag == Tag.TIME:
            return held
        return [*held, *references.parties(self._parse, [phrase._replace(end=phrase.start + cut)])]

    def _place(self, phrase: Phrase, setting: Setting, obliques: tuple[Oblique, ...]) -> str | None:
        place = self._reading.gazetteer.place_of(self._parse, obliques)
        if place is None and setting.held and setting.clause is not None:
            place = self._reading.gazetteer.place_of(self._parse, setting.clause.obliques)
        if place is None:
            names = [word for word in self._parse.words_of(phrase)[:-1] if word.tag == Tag.NAME]
            place = next((word.text for word in names if self._reading.gazetteer.is_known(word.text)), None)
        return place

    def _title(self, phrase: Phrase, setting: Setting, status: EventStatus) -> Callable[[], str]:
        """Return what makes the title: of the clause that holds the event, if it says who does, else of the noun."""
        clause = setting.clause
        if clause is not None and setting.held:
            parties = self._reading.references.parties(self._parse, clause.subjects)
            if parties or (clause.subjects and not setting.by_subject):
                return partial(clause_title, self._parse, clause, tuple(parties), status, self._reading.text)
        return partial(noun_title, self._parse, phrase, self._reading.text)

    def _trigger(self, phrase: Phrase, setting: Setting) -> str:
        """Return the noun, with the verb that holds it if that stands close by."""
        words = self._parse.words
        first = phrase.end - 1
        if setting.held and setting.clause is not None and 0 < first - setting.clause.verb.main <= 4:
            first = setting.clause.verb.main
        return self._reading.text[words[first].start : words[phrase.end - 1].end]


def _oblique_role(type_: EventType, preposition: str) -> Role | None:
    """Return the part of those whom a preposition brings in, or None where it brings in nobody."""
    if preposition == "of" and type_ is not SUMMIT and type_ not in _MUTUAL:
        return ACTOR if type_ in {VISIT, DEPARTURE} else TARGET
    if preposition == "on" and type_ is ATTACK:
        return TARGET
    return _ROLES.get(preposition)


def _type(trigger: NounTrigger, involved: tuple[Involved, ...]) -> EventType:
    """Return the type of a noun's event: persons who hold talks meet, others negotiate."""
    if trigger.lemma == "talks" and involved and all(one.party.is_person and one.party.is_named for one in involved):
        return MEETING
    return trigger.type
