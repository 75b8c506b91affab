"""Events told by verbs."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from timeline.domain.annotated import TimeTag
from timeline.domain.vocabulary import EventStatus, Role
from timeline.engines.rules.data.organisations import PRESS
from timeline.engines.rules.mentions import Involved, Mention, Position
from timeline.engines.rules.names import Party
from timeline.engines.rules.sentence import SentenceReading
from timeline.engines.rules.syntax.clauses import Clause
from timeline.engines.rules.syntax.phrases import Kind, Tense
from timeline.engines.rules.syntax.words import Tag
from timeline.engines.rules.terms import (
    ACCIDENT,
    ACCUSATION,
    ACTOR,
    ATTACK,
    DEMAND,
    DENIAL,
    DISASTER,
    INVITATION,
    LAUNCH,
    MEETING,
    MOVEMENT,
    NEGOTIATION,
    OTHER,
    PLEDGE,
    PUBLICATION,
    REJECTION,
    STATEMENT,
    SUMMIT,
    TARGET,
    THREAT,
    TRANSACTION,
    VISIT,
)
from timeline.engines.rules.titles import clause_title
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, VerbTrigger
from timeline.engines.rules.verb_rows import RowFinder
from timeline.text.word_set import word_set

SPEECH = frozenset(
    {
        STATEMENT,
        ACCUSATION,
        DENIAL,
        DEMAND,
        THREAT,
        PLEDGE,
        REJECTION,
        INVITATION,
    }
)
"""Types of acts done by words: the one who does it is its speaker."""

_NEEDS_SOMEONE = frozenset({LAUNCH, MOVEMENT, TRANSACTION, PUBLICATION})
_HARMS = frozenset({ATTACK, ACCIDENT, DISASTER})
_TOLL = word_set("kill injure wound hurt destroy damage displace trap")
_PLAIN = word_set(
    """
        say tell add reply note state explain write remark comment respond recall argue insist maintain stress
        suggest speak
    """
)
_TOPICAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})


class VerbReader:
    """Reads the events that the verbs of one sentence tell."""

    def __init__(self, reading: SentenceReading) -> None:
        self._reading = reading
        self._parse = reading.parse
        self._rows = RowFinder(reading.parse, reading.dates)

    def mentions(self) -> list[Mention]:
        """Return the mentions in order, without those that only say who tells the others."""
        found = list(self._all())
        tells = any(mention.type not in SPEECH for mention in found)
        return [mention for mention in found if not self._is_attribution(mention, tells=tells)]

    def _is_attribution(self, mention: Mention, *, tells: bool) -> bool:
        """Say whether a closing "…, police said" is no news of its own."""
        if not is_plain(mention) or not self._parse.spoken_before(self._parse.clause_at[mention.at.phrase]):
            return False
        return tells or not any(one.party.is_named and one.role is ACTOR for one in mention.involved)

    def _all(self) -> Iterator[Mention]:
        """Yield the mentions in order, and let the references know who was spoken of."""
        for clause in self._parse.clauses:
            parties = self._subjects(clause)
            row = self._rows.of(clause)
            if row is not None:
                mention = self._mention(clause, row, parties)
                if mention is not None:
                    yield mention
            self._note(clause, parties)

    def _subjects(self, clause: Clause) -> list[Party]:
        """Return whom the subjects mean. In "his lawyer said he …", "he" is not the lawyer."""
        others: list[Party] = []
        if clause.governor is not None and clause.governor.link == "that":
            above = self._parse.clause_at[clause.governor.at].subjects
            if any(self._parse.words[phrase.start].lower in {"his", "her"} for phrase in above):
                others = self._reading.references.parties(self._parse, above)
        return self._reading.references.parties(self._parse, clause.subjects, other_than=others)

    def _note(self, clause: Clause, parties: Sequence[Party]) -> None:
        references = self._reading.references
        references.note(parties, as_subject=clause.verb.is_finite)
        if not parties and any(self._parse.head(phrase).lower.endswith("s") for phrase in clause.subjects):
            references.forget_group()
        references.note(references.parties(self._parse, clause.objects), as_subject=False)

    def _mention(self, clause: Clause, row: VerbTrigger, parties: Sequence[Party]) -> Mention | None:
        reading = self._reading.status.of(clause)
        status = reading.status
        if status is None or self._is_quoted(clause):
            return None
        involved = self._involved(clause, row, parties)
        if not self._is_credible(clause, row, involved):
            return None
        when = self._reading.dates.of_clause(clause, status)
        if not self._is_deed(clause, row, involved, when):
            return None
        return Mention(
            at=Position(self._reading.number, clause.at),
            layout=self._reading.layout,
            type=row.type,
            status=status,
            lemma=row.lemma,
            trigger=self._trigger(clause, row),
            title=self._title(clause, parties, status),
            involved=involved,
            place=self._place(clause, row),
            when=when,
            sources=self._sources(clause, row),
            topic=self._topic(clause),
            depends_on=Position(self._reading.number, reading.governor) if reading.governor is not None else None,
            occasion=self._occasion(clause),
            telling=clause.verb.lemma not in _TOLL or not self._has_cause(clause),
        )

    def _title(self, clause: Clause, parties: Sequence[Party], status: EventStatus) -> Callable[[], str]:
        meant = self._meant(clause, parties)
        return partial(clause_title, self._parse, clause, tuple(parties), status, self._reading.text, meant)

    def _meant(self, clause: Clause, parties: Sequence[Party]) -> Party | None:
        """Return the person whom a pronoun or description means that is the only object, for the title to name."""
        if len(clause.objects) != 1 or clause.verb.passive or self._parse.is_inverted(clause.at):
            return None
        if any(word.tag == Tag.NAME for word in self._parse.words_of(clause.objects[0])):
            return None
        found = self._reading.references.parties(self._parse, clause.objects, other_than=parties)
        return found[0] if len(found) == 1 and found[0].is_named else None

    def _is_quoted(self, clause: Clause) -> bool:
        return self._parse.words[clause.verb.main].quoted

    def _is_credible(self, clause: Clause, row: VerbTrigger, involved: Sequence[Involved]) -> bool:
        """Say whether the clause has what an event of its type cannot do without."""
        if row.type in SPEECH:
            by_someone = any(one.role is not TARGET for one in involved)
            return by_someone or (bool(involved) and (clause.verb.passive or row.type is ACCUSATION))
        return bool(involved or clause.subjects or clause.objects)

    def _is_deed(self, clause: Clause, row: VerbTrigger, involved: Sequence[Involved], when: TimeTag | None) -> bool:
        """Say whether a clause that only describes something is worth a record: a date or a name makes it so."""
        if clause.reduced:
            return when is not None and row.type not in {OTHER, STATEMENT}
        if when is None and not involved and row.type in _NEEDS_SOMEONE:
            return False
        if row.type is not OTHER or (when is not None and when.expression.latest is not None):
            return True
        is_alleged = clause.verb.tense == Tense.ING and bool(involved)
        return is_alleged or any(one.party.is_named for one in involved)

    def _has_cause(self, clause: Clause) -> bool:
        """Say whether another event of the sentence brought about the toll that the verb tells."""
        nouns = (self._parse.head(phrase).lower for phrase in self._parse.phrases if phrase.kind == Kind.NOUN)
        causes = (NOUN_TRIGGERS[noun].type for noun in nouns if noun in NOUN_TRIGGERS)
        return any(type_ in _HARMS for type_ in causes) or (clause.governor is not None and clause.governor.link == ",")

    def _involved(self, clause: Clause, row: VerbTrigger, parties: Sequence[Party]) -> tuple[Involved, ...]:
        references, frame = self._reading.references, row.frame
        found: dict[str, Involved] = {}
        subject_role = (frame.object or TARGET) if clause.verb.passive else frame.subject
        if subject_role is not None:
            _add(found, parties, subject_role)
        if frame.object is not None and not clause.verb.passive and not self._parse.is_inverted(clause.at):
            objects = references.parties(self._parse, clause.objects, other_than=parties)
            _add(found, objects or self._behind(clause), frame.object)
        for oblique in clause.obliques:
            by_agent = oblique.preposition == "by" and clause.verb.passive
            role = frame.subject if by_agent else dict(frame.obliques).get(oblique.preposition)
            if role is not None:
                _add(found, references.parties(self._parse, oblique.nouns, other_than=parties), role)
        return tuple(one for one in found.values() if one.role is not TARGET or one.party.name not in PRESS)

    def _behind(self, clause: Clause) -> list[Party]:
        """Return whose the object is, where the object itself is nobody ("searched Stroud's house")."""
        found: list[Party] = []
        for phrase in clause.objects[:1]:
            words = self._parse.words_of(phrase)
            cut = max((index for index, word in enumerate(words) if word.tag == Tag.POSSESSIVE), default=0)
            if cut:
                owner = phrase._replace(end=phrase.start + cut)
                found += self._reading.references.parties(self._parse, [owner])
        for oblique in clause.obliques[:1]:
            if oblique.preposition in {"by", "of", "from"} and not found:
                found += self._reading.references.parties(self._parse, oblique.nouns)
        return found

    def _place(self, clause: Clause, row: VerbTrigger) -> str | None:
        if row.type in SPEECH - {STATEMENT}:
            return None
        towards = row.type in {VISIT, MOVEMENT}
        place = self._reading.gazetteer.place_of(self._parse, clause.obliques, towards=towards)
        if place is None and row.type in {VISIT, MOVEMENT, DISASTER, ATTACK}:
            for phrase in clause.objects:
                place = place or self._reading.gazetteer.named_place(self._parse, phrase)
        return place

    def _sources(self, clause: Clause, row: VerbTrigger) -> tuple[str, ...]:
        if row.type in SPEECH:
            return self._reading.sources.medium_of(clause)
        return self._reading.sources.of(clause)

    def _trigger(self, clause: Clause, row: VerbTrigger) -> str:
        """Return the verb, with the words that belong to it and an object that says what it did."""
        words = self._parse.words
        last = clause.verb.main + len(row.tail)
        if row.objects and not clause.verb.passive:
            for index in range(clause.verb.main + 1, min(clause.verb.main + 5, len(words))):
                if words[index].lower in row.objects:
                    last = index
                    break
        return self._reading.text[words[clause.verb.main].start : words[last].end]

    def _topic(self, clause: Clause) -> frozenset[str]:
        nouns = [*clause.objects, *(noun for oblique in clause.obliques for noun in oblique.nouns)]
        if clause.verb.passive:
            nouns += clause.subjects
        return frozenset(
            word.lower for phrase in nouns for word in self._parse.words_of(phrase) if word.tag in _TOPICAL
        )

    def _occasion(self, clause: Clause) -> Position | None:
        """Return the gathering in or beside which the clause's event takes place, or to which it is addressed."""
        nouns = [
            noun
            for oblique in clause.obliques
            if oblique.preposition in {"at", "of", "during", "in", "to", "on"}
            for noun in oblique.nouns
        ]
        for phrase in [*nouns, *clause.objects]:
            trigger = NOUN_TRIGGERS.get(self._parse.head(phrase).lower)
            if trigger is not None and trigger.type in {SUMMIT, MEETING, NEGOTIATION}:
                return Position(self._reading.number, self._parse.index_of_start[phrase.start])
        return None


def is_plain(mention: Mention) -> bool:
    """Say whether a statement is a mere "said"."""
    return mention.type is STATEMENT and mention.lemma in _PLAIN


def _add(found: dict[str, Involved], parties: Sequence[Party], role: Role) -> None:
    for party in parties:
        found.setdefault(party.key, Involved(party, role))
