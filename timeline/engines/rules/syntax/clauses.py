"""Who does what to whom in one sentence."""

from functools import cached_property
from typing import NamedTuple

from timeline.engines.rules.syntax.arguments import Oblique
from timeline.engines.rules.syntax.governors import Governor
from timeline.engines.rules.syntax.inflection import Form
from timeline.engines.rules.syntax.phrases import Kind, Phrase, Tense, VerbGroup
from timeline.engines.rules.syntax.subjects import Subjects
from timeline.engines.rules.syntax.words import Tag
from timeline.text.lexicon import REPORTING_VERBS

_CLOSING = frozenset({Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.STOP, Kind.QUOTE, Kind.ADVERB})


class Clause(NamedTuple):
    """One verb group with its arguments."""

    at: int
    verb: VerbGroup
    subjects: tuple[Phrase, ...]
    objects: tuple[Phrase, ...]
    obliques: tuple[Oblique, ...]
    governor: Governor | None
    reduced: bool


class Parse(Subjects):
    """One sentence as clauses."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every verb group with its arguments, in order."""
        return tuple(self._clause(index, phrase.verb) for index, phrase in enumerate(self.phrases) if phrase.verb)

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """The clauses by the index of their verb group."""
        return {clause.at: clause for clause in self.clauses}

    def _clause(self, index: int, verb: VerbGroup) -> Clause:
        reduced = self.is_reduced(index)
        if reduced:
            verb = verb._replace(passive=True, tense=Tense.PARTICIPLE)
        elif self._goes_on_passive(index):
            verb = verb._replace(passive=True)
        if self._is_negated_before(index):
            verb = verb._replace(negated=True)
        objects, after = self._objects(index)
        return Clause(
            index,
            verb,
            self.subjects_of(index),
            objects,
            tuple(self.obliques_from(after)),
            self.governor_of(index),
            reduced,
        )

    def _goes_on_passive(self, index: int) -> bool:
        """Say whether a bare participle shares the "was" of a verb before it ("was taken and never found")."""
        verb = self.verb_at(index)
        left = self.skip_back(index - 1)
        if left < 1 or self.phrases[left].kind != Kind.COORDINATOR or verb.form != Form.PAST_OR_PARTICIPLE:
            return False
        if verb.passive or self.phrases[index].end - self.phrases[index].start > 1:
            return False
        following = self.skip(index + 1)
        if following < len(self.phrases) and self.phrases[following].kind in {Kind.NOUN, Kind.THAT}:
            return False
        for before in range(left - 1, -1, -1):
            other = self.phrases[before].verb
            if other:
                return other.passive and other.is_finite
        return False

    def _is_negated_before(self, index: int) -> bool:
        left = index - 1
        while left >= 0 and self.phrases[left].kind == Kind.ADVERB:
            if self.lower(left) in {"never", "not", "hardly", "neither"}:
                return True
            left -= 1
        return False

    def spoken_before(self, clause: Clause) -> int:
        """Return how many words, said by its subject, stand before a clause that closes a sentence; 0 if none."""
        start = self.phrases[clause.at].start
        if clause.subjects and not self.is_inverted(clause.at):
            start = min(start, clause.subjects[0].start)
        if (
            clause.verb.lemma not in REPORTING_VERBS
            or (clause.objects and not self.is_inverted(clause.at))
            or clause.governor
        ):
            return 0
        closes = all(phrase.kind in _CLOSING for phrase in self.phrases[clause.at + 1 :])
        return start if closes and start and self.words[start - 1].tag in {Tag.COMMA, Tag.QUOTE} else 0
