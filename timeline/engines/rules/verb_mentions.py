"""Events told by verbs."""

from collections.abc import Iterator, Sequence

from timeline.domain.annotated import TimeTag
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.engines.rules.clauses import Clause
from timeline.engines.rules.data.status import GOVERNORS, HOLDING, NON_ACTS, STATIVE
from timeline.engines.rules.mentions import Involved, Mention, Position
from timeline.engines.rules.names import Party
from timeline.engines.rules.phrases import Kind, Phrase, Tense
from timeline.engines.rules.sentence import SentenceReading
from timeline.engines.rules.titles import clause_title
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, VERB_TRIGGERS, VerbTrigger
from timeline.engines.rules.triggers.rows import ACTS_ON
from timeline.engines.rules.words import Tag
from timeline.text.lexicon import REPORTING_VERBS
from timeline.text.word_set import word_set

SPEECH = frozenset(
    {
        EventType.STATEMENT,
        EventType.ACCUSATION,
        EventType.DENIAL,
        EventType.DEMAND,
        EventType.THREAT,
        EventType.PLEDGE,
        EventType.REJECTION,
        EventType.INVITATION,
    }
)
"""Types of acts done by words: the one who does it is its speaker."""

_TOLL = word_set("kill injure wound hurt destroy damage displace trap")
_PLAIN = word_set(
    """
        say tell add reply note state explain write remark comment respond recall argue insist maintain stress
        suggest speak
    """
)
_MUTUAL = frozenset({EventType.MEETING, EventType.NEGOTIATION, EventType.AGREEMENT, EventType.CONTEST})
_TOPICAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})
_UNNAMED = VerbTrigger(EventType.OTHER, "", (), ACTS_ON, frozenset())


class VerbReader:
    """Reads the events that the verbs of one sentence tell."""

    def __init__(self, reading: SentenceReading) -> None:
        self._reading = reading
        self._parse = reading.parse

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions in order, and let the references know who was spoken of."""
        for clause in self._parse.clauses:
            parties = self._reading.references.parties(self._parse, clause.subjects)
            row = self._row(clause)
            if row is not None:
                mention = self._mention(clause, row, parties)
                if mention is not None:
                    yield mention
            self._note(clause, parties)

    def _note(self, clause: Clause, parties: Sequence[Party]) -> None:
        references = self._reading.references
        references.note(parties, as_subject=clause.verb.is_finite)
        references.note(references.parties(self._parse, clause.objects), as_subject=False)

    def _row(self, clause: Clause) -> VerbTrigger | None:
        verb = clause.verb
        if verb.lemma == "be" or (verb.lemma == "have" and verb.tense is not Tense.PAST):
            return None
        rows = VERB_TRIGGERS.get(verb.lemma, ())
        following = tuple(word.lower for word in self._parse.words[verb.main + 1 : verb.main + 4])
        things = clause.subjects if verb.passive else clause.objects
        heads = {
            word.lower
            for phrase in things
            for word in self._parse.words_of(phrase)
            if word.tag in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}
        }
        for row in rows:
            if row.tail and following[: len(row.tail)] != row.tail:
                continue
            if row.objects:
                if not heads.isdisjoint(row.objects):
                    return row
                continue
            if not row.tail and self._is_held(clause, things):
                return None
            return row
        return self._fallback(clause)

    def _is_held(self, clause: Clause, things: Sequence[Phrase]) -> bool:
        """Say whether the verb only lends itself to the event that its object names ("launched an attack")."""
        return clause.verb.lemma in HOLDING and any(
            self._parse.head(phrase).lower in NOUN_TRIGGERS for phrase in things
        )

    def _fallback(self, clause: Clause) -> VerbTrigger | None:
        """Return a row for a verb that no table has, if it tells of a deed."""
        verb = clause.verb
        if verb.lemma in GOVERNORS or verb.lemma in NON_ACTS:
            return None
        if verb.tense is Tense.ING and clause.governor is not None and clause.governor.link in {"of", "for"}:
            above = self._parse.verb_at(clause.governor.at)
            return _UNNAMED._replace(lemma=verb.lemma) if GOVERNORS.get(above.lemma) is EventStatus.ALLEGED else None
        if (
            verb.lemma in STATIVE
            or verb.lemma in HOLDING
            or verb.tense not in {Tense.PAST, Tense.PERFECT, Tense.FUTURE}
            or clause.reduced
        ):
            return None
        if verb.tense is Tense.PAST and verb.lemma in REPORTING_VERBS:
            return None
        return _UNNAMED._replace(lemma=verb.lemma)

    def _mention(self, clause: Clause, row: VerbTrigger, parties: Sequence[Party]) -> Mention | None:
        reading = self._reading.status.of(clause)
        status = reading.status
        if status is None or self._is_quoted(clause):
            return None
        row = self._as_speech(clause, row)
        involved = self._involved(clause, row, parties)
        if not self._is_credible(clause, row, involved):
            return None
        when = self._reading.dates.of(clause.at, status, self._reading.published) or self._inherited_date(
            clause, status
        )
        if row.type is EventType.OTHER and not self._is_deed(involved, when):
            return None
        return Mention(
            at=Position(self._reading.number, clause.at),
            layout=self._reading.layout,
            type=row.type,
            status=status,
            lemma=row.lemma,
            trigger=self._trigger(clause, row),
            title=clause_title(self._parse, clause, parties, status, self._reading.text),
            involved=involved,
            place=self._place(clause, row),
            when=when,
            sources=self._sources(clause, row),
            topic=self._topic(clause),
            depends_on=Position(self._reading.number, reading.governor) if reading.governor is not None else None,
            occasion=self._occasion(clause),
            telling=clause.verb.lemma not in _TOLL or not self._has_cause(clause),
        )

    def _as_speech(self, clause: Clause, row: VerbTrigger) -> VerbTrigger:
        """Read "agreed that", "accepted that" as words, not as deals."""
        after = self._parse.phrases[clause.at + 1 : clause.at + 2]
        if row.type in {EventType.AGREEMENT, EventType.REJECTION} and after and after[0].kind is Kind.THAT:
            return row._replace(type=EventType.STATEMENT)
        return row

    def _is_quoted(self, clause: Clause) -> bool:
        return self._parse.words[clause.verb.main].quoted

    def _is_credible(self, clause: Clause, row: VerbTrigger, involved: Sequence[Involved]) -> bool:
        """Say whether the clause has what an event of its type cannot do without."""
        if row.type in SPEECH:
            return any(one.role is not Role.TARGET for one in involved) or (clause.verb.passive and bool(involved))
        if row.type is EventType.AGREEMENT and row.lemma == "agree":
            return bool(involved)
        return bool(involved or clause.subjects or clause.objects)

    def _is_deed(self, involved: Sequence[Involved], when: TimeTag | None) -> bool:
        return bool(involved) and (when is not None or any(one.party.is_named for one in involved))

    def _has_cause(self, clause: Clause) -> bool:
        """Say whether another event of the sentence brought about the toll that the verb tells."""
        causes = [self._parse.head(phrase).lower for phrase in clause.subjects]
        causes += [self._parse.head(noun).lower for oblique in clause.obliques for noun in oblique.nouns]
        return any(word in NOUN_TRIGGERS for word in causes) or (
            clause.governor is not None and clause.governor.link == ","
        )

    def _involved(self, clause: Clause, row: VerbTrigger, parties: Sequence[Party]) -> tuple[Involved, ...]:
        references, frame = self._reading.references, row.frame
        subject_role, object_role = (
            (frame.object, frame.object) if clause.verb.passive else (frame.subject, frame.object)
        )
        if clause.verb.passive and frame.subject is not None and frame.object is None:
            subject_role = None
        found: dict[str, Involved] = {}
        if subject_role is not None:
            _add(found, parties, subject_role)
        if object_role is not None and not clause.verb.passive and not self._parse.is_inverted(clause.at):
            objects = references.parties(self._parse, clause.objects) or self._behind(clause)
            _add(found, objects, object_role)
        for oblique in clause.obliques:
            role = dict(frame.obliques).get(oblique.preposition)
            if oblique.preposition == "by" and clause.verb.passive:
                role = frame.subject
            if role is not None:
                _add(found, references.parties(self._parse, oblique.nouns), role)
        return tuple(found.values())

    def _behind(self, clause: Clause) -> list[Party]:
        """Return whose the object is, where the object itself is nobody ("searched Stroud's house")."""
        found: list[Party] = []
        for phrase in clause.objects[:1]:
            words = self._parse.words_of(phrase)
            cut = max((index for index, word in enumerate(words) if word.tag is Tag.POSSESSIVE), default=0)
            if cut:
                owner = phrase._replace(end=phrase.start + cut)
                found += self._reading.references.parties(self._parse, [owner])
        for oblique in clause.obliques[:1]:
            if oblique.preposition in {"by", "of", "from"} and not found:
                found += self._reading.references.parties(self._parse, oblique.nouns)
        return found

    def _place(self, clause: Clause, row: VerbTrigger) -> str | None:
        if row.type in SPEECH - {EventType.STATEMENT}:
            return None
        towards = row.type in {EventType.VISIT, EventType.MOVEMENT}
        place = self._reading.gazetteer.place_of(self._parse, clause.obliques, towards=towards)
        if place is None and row.type in {EventType.VISIT, EventType.MOVEMENT, EventType.DISASTER, EventType.ATTACK}:
            for phrase in clause.objects:
                place = place or self._reading.gazetteer.named_place(self._parse, phrase)
        return place

    def _sources(self, clause: Clause, row: VerbTrigger) -> tuple[str, ...]:
        if row.type in SPEECH:
            return self._reading.sources.medium_of(clause)
        return self._reading.sources.of(clause)

    def _inherited_date(self, clause: Clause, status: EventStatus) -> TimeTag | None:
        """Return the date of the verb on which a participle hangs ("…, killing 12")."""
        governor = clause.governor
        if governor is None or clause.verb.tense is not Tense.ING or governor.link not in {",", "by", "and", "in"}:
            return None
        return self._reading.dates.of(governor.at, status, self._reading.published)

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
            if trigger is not None and trigger.type in {EventType.SUMMIT, EventType.MEETING, EventType.NEGOTIATION}:
                index = next(i for i, one in enumerate(self._parse.phrases) if one.start == phrase.start)
                return Position(self._reading.number, index)
        return None


def is_plain(mention: Mention) -> bool:
    """Say whether a statement is a mere "said"."""
    return mention.type is EventType.STATEMENT and mention.lemma in _PLAIN


def _add(found: dict[str, Involved], parties: Sequence[Party], role: Role) -> None:
    for party in parties:
        found.setdefault(party.key, Involved(party, role))
