"""Which line of the trigger tables applies to a clause, if any."""

from collections.abc import Sequence

from timeline.domain.vocabulary import EventType
from timeline.engines.rules.data import status as words
from timeline.engines.rules.dates import Dates
from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.phrases import Kind, Phrase, Tense
from timeline.engines.rules.syntax.words import Tag, Word
from timeline.engines.rules.terms import (
    AGREEMENT,
    ALLEGED,
    ATTACK,
    DENIAL,
    INVESTIGATION,
    MOVEMENT,
    OTHER,
    PROTEST,
    PUBLICATION,
    REJECTION,
    STATEMENT,
    TRIAL,
    VISIT,
)
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, VERB_TRIGGERS, VerbTrigger
from timeline.engines.rules.triggers.rows import ACTS_ON, SPEAKS
from timeline.text.lexicon import REPORTING_VERBS

_UNNAMED = VerbTrigger(OTHER, "", (), ACTS_ON, frozenset())
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
_FALLBACK_TENSES = frozenset({Tense.PAST, Tense.PERFECT, Tense.FUTURE, Tense.INFINITIVE})
_ANSWERED = frozenset({"that", "this", "it"})


class RowFinder:
    """Finds the row for the clauses of one sentence."""

    def __init__(self, parse: Parse, dates: Dates) -> None:
        self._parse = parse
        self._dates = dates

    def of(self, clause: Clause) -> VerbTrigger | None:
        """Return the row that applies, a makeshift one for a deed that no table has, or None."""
        verb = clause.verb
        if verb.lemma == "be":
            return self._due(clause)
        if verb.lemma == "have" or self._is_empty(clause):
            return None
        if verb.passive and not clause.reduced and verb.lemma in words.AWAITED and not self._infinitive_follows(clause):
            return self._awaited(clause)
        things = clause.subjects if verb.passive else clause.objects
        if self._happens(clause):
            return None
        rows = VERB_TRIGGERS.get(verb.lemma, ())
        found = self._first(clause, rows, self._nouns_of(clause, things)) if rows else None
        if found is None:
            return self._fallback(clause)
        if not found.tail and not found.objects and self._is_held(clause, things):
            return None
        return self._adapted(clause, found)

    def _first(self, clause: Clause, rows: Sequence[VerbTrigger], nouns: frozenset[str]) -> VerbTrigger | None:
        main = clause.verb.main
        following = tuple(word.lower for word in self._parse.words[main + 1 : main + 4])
        for row in rows:
            if row.tail and following[: len(row.tail)] != row.tail and not self._has_particle(clause, row.tail):
                continue
            if not row.objects or not nouns.isdisjoint(row.objects):
                return row
        return None

    def _has_particle(self, clause: Clause, tail: tuple[str, ...]) -> bool:
        """Say whether the particle stands apart ("turned the offer down", "called again for")."""
        if len(tail) > 1:
            return False
        if not clause.objects:
            return any(oblique.preposition == tail[0] for oblique in clause.obliques)
        end = clause.objects[-1].end
        return end < len(self._parse.words) and self._parse.words[end].lower == tail[0]

    def _nouns_of(self, clause: Clause, things: Sequence[Phrase]) -> frozenset[str]:
        """Return the nouns of the thing acted on, with those of an "of" behind it ("a state of emergency")."""
        phrases = [*things]
        if not clause.verb.passive and clause.obliques and clause.obliques[0].preposition == "of":
            phrases += clause.obliques[0].nouns
        return frozenset(
            word.lower for phrase in phrases for word in _owned(self._parse.words_of(phrase)) if word.tag in _HEADS
        )

    def _is_empty(self, clause: Clause) -> bool:
        """Say whether the verb tells of silence, not of a deed ("refused to say", "declined to comment")."""
        if clause.verb.lemma not in words.NON_ACTS:
            return False
        following = self._parse.phrases[clause.at + 1 : clause.at + 2]
        return bool(following) and following[0].verb is not None and following[0].verb.lemma in words.SILENCES

    def _infinitive_follows(self, clause: Clause) -> bool:
        following = self._parse.phrases[clause.at + 1 : clause.at + 2]
        return bool(following) and following[0].verb is not None and following[0].verb.tense == Tense.INFINITIVE

    def _due(self, clause: Clause) -> VerbTrigger | None:
        """Read "is due on Thursday" as the event that its subject is."""
        following = self._parse.phrases[clause.at + 1 : clause.at + 2]
        if following and self._parse.words[following[0].start].lower == "due" and not clause.verb.modal:
            return self._awaited(clause)
        return None

    def _awaited(self, clause: Clause) -> VerbTrigger:
        heads = [self._parse.head(phrase).lower for phrase in clause.subjects]
        trigger = next((NOUN_TRIGGERS[head] for head in heads if head in NOUN_TRIGGERS), None)
        lemma = "due" if clause.verb.lemma == "be" else clause.verb.lemma
        return VerbTrigger(trigger.type if trigger else MOVEMENT, lemma, (), ACTS_ON, frozenset())

    def _happens(self, clause: Clause) -> bool:
        """Say whether the verb only says that the event which its subject names takes place."""
        if clause.verb.passive or clause.verb.lemma not in words.HAPPENING:
            return False
        heads = (self._parse.head(phrase).lower for phrase in clause.subjects)
        return any(head in NOUN_TRIGGERS for head in heads)

    def _is_held(self, clause: Clause, things: Sequence[Phrase]) -> bool:
        """Say whether the verb only lends itself to the event that its object names ("launched an attack")."""
        heads = (self._parse.head(phrase).lower for phrase in things)
        return clause.verb.lemma in words.HOLDING and any(head in NOUN_TRIGGERS for head in heads)

    def _adapted(self, clause: Clause, row: VerbTrigger) -> VerbTrigger | None:
        """Return the row with the type that the construction asks for; "responding to X" is no event of its own."""
        following = self._parse.phrases[clause.at + 1 : clause.at + 2]
        says = row.type is STATEMENT
        if row.type in {AGREEMENT, REJECTION} and following and following[0].kind == Kind.THAT:
            return row._replace(type=STATEMENT, frame=SPEAKS)
        if row.lemma == "try" and not clause.verb.passive:
            return None
        if says and clause.verb.tense == Tense.ING and not self._is_cited(clause):
            return None
        return row._replace(type=self._type_by_subject(clause, row) or self._type_by_object(clause, row) or row.type)

    def _type_by_subject(self, clause: Clause, row: VerbTrigger) -> EventType | None:
        """Return the type that those who do it give a deed: courts try, papers publish."""
        if clause.verb.passive:
            return None
        heads = {self._parse.head(phrase).lower for phrase in clause.subjects}
        if row.type is not STATEMENT and not heads.isdisjoint(words.COURTS):
            return TRIAL
        tells = row.type in {STATEMENT, INVESTIGATION}
        if tells and (row.lemma in {"find", "report", "reveal"} and not heads.isdisjoint(words.PUBLISHERS)):
            return PUBLICATION
        return DENIAL if row.type is STATEMENT and self._rejects(clause) else None

    def _type_by_object(self, clause: Clause, row: VerbTrigger) -> EventType | None:
        if row.type is REJECTION and row.lemma in {"reject", "dismiss"} and self._answers(clause):
            return DENIAL
        if row.type is ATTACK and row.lemma == "strike" and not clause.objects and not clause.verb.passive:
            return PROTEST
        if row.type is VISIT and clause.verb.passive and row.lemma == "fly":
            return MOVEMENT
        return OTHER if row.lemma == "find" and clause.verb.passive and not row.tail else None

    def _rejects(self, clause: Clause) -> bool:
        """Say whether what is said is that something is untrue."""
        for other in self._parse.clauses:
            if other.governor is not None and other.governor.at == clause.at and other.verb.lemma == "be":
                after = self._parse.words[other.verb.main : other.verb.main + 4]
                if any(word.lower in words.UNTRUE for word in after) and not other.verb.negated:
                    return True
        return False

    def _is_cited(self, clause: Clause) -> bool:
        return clause.governor is not None and clause.governor.link == "as"

    def _answers(self, clause: Clause) -> bool:
        """Say whether the object is only "that" or "this": what was said just before."""
        after = clause.verb.main + 1
        return after < len(self._parse.words) and self._parse.words[after].lower in _ANSWERED

    def _fallback(self, clause: Clause) -> VerbTrigger | None:
        """Return a makeshift row for a deed that no table has."""
        verb = clause.verb
        governs = verb.lemma in words.GOVERNORS or verb.lemma in words.NON_ACTS
        if (governs and not self._acts_on_thing(clause)) or verb.lemma in REPORTING_VERBS:
            return None
        if verb.tense == Tense.ING and clause.governor is not None and clause.governor.link in {"of", "for"}:
            above = self._parse.verb_at(clause.governor.at)
            return self._unnamed(clause) if words.GOVERNORS.get(above.lemma) is ALLEGED else None
        if clause.reduced or verb.tense not in _FALLBACK_TENSES or self._is_held(clause, clause.objects):
            return None
        is_static = verb.lemma in words.STATIVE or verb.lemma in words.HOLDING
        is_vague = is_static or governs or verb.tense == Tense.INFINITIVE
        if is_vague and (verb.lemma in words.STATES or not self._dates.is_dated(clause.at)):
            return None
        return self._unnamed(clause)

    def _acts_on_thing(self, clause: Clause) -> bool:
        """Say whether a verb that could govern another has a thing for its object instead ("cancelled the loan")."""
        if not clause.objects:
            return False
        depends = (other.governor for other in self._parse.clauses if other.at > clause.at)
        return not any(governor is not None and governor.at == clause.at for governor in depends)

    def _unnamed(self, clause: Clause) -> VerbTrigger:
        return _UNNAMED._replace(lemma=clause.verb.lemma)


def _owned(phrase: Sequence[Word]) -> Sequence[Word]:
    """Return the words behind the last possessive: in "the mine's licence" nobody does anything to the mine."""
    cut = max((index + 1 for index, word in enumerate(phrase) if word.tag == Tag.POSSESSIVE), default=0)
    return phrase[cut:]
