"""Of whom a verb is said: the noun before it, the antecedent, the one who is urged to act."""

from collections.abc import Sequence

from timeline.engines.rules.data import organisations
from timeline.engines.rules.data.status import OBJECT_CONTROL
from timeline.engines.rules.syntax.governors import Governors
from timeline.engines.rules.syntax.phrases import Kind, Phrase, Tense
from timeline.engines.rules.syntax.words import Tag, Word
from timeline.text.lexicon import REPORTING_VERBS

_PEOPLE = frozenset(organisations.PEOPLE.split())
_BEFORE_RELATIVE = frozenset({Kind.COMMA, Kind.PREPOSITION, Kind.QUOTE, Kind.ADVERB, Kind.TIME})


_INSIDE = frozenset({Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.TIME, Kind.QUOTE})


class Subjects(Governors):
    """Subjects of the verb groups of one sentence."""

    def __init__(self, words: Sequence[Word]) -> None:
        super().__init__(words)
        self._subjects: dict[int, tuple[Phrase, ...]] = {}

    def subjects_of(self, index: int) -> tuple[Phrase, ...]:
        """Return the noun phrases that the verb group at `index` is said of."""
        if index not in self._subjects:
            self._subjects[index] = ()  # a circle has no subject
            self._subjects[index] = self._find_subjects(index)
        return self._subjects[index]

    def _find_subjects(self, index: int) -> tuple[Phrase, ...]:
        verb = self.verb_at(index)
        left = self.skip_back(index - 1)
        if self.is_inverted(index):
            return (self.phrases[self.skip(index + 1)],)
        if left < 0:
            return self._following_subject(index)
        kind = self.phrases[left].kind
        if verb.tense == Tense.INFINITIVE or (verb.tense == Tense.ING and kind != Kind.NOUN):
            return self._controlled(index)
        match kind:
            case Kind.NOUN:
                return self._noun_before(left, index)
            case Kind.RELATIVE | Kind.THAT:
                return self._antecedent(left)
            case Kind.COMMA:
                return self._subject_across(left)
            case Kind.COORDINATOR | Kind.VERB:
                return self._across(left) or self._inherited(left)
            case _:
                return () if verb.is_finite else self._controlled(index)

    def _noun_before(self, left: int, index: int) -> tuple[Phrase, ...]:
        modified = self.head(self.phrases[left]).tag == Tag.NOUN and self.is_reduced(index)
        return (self.phrases[left],) if modified else self._chain_subjects(left)

    def is_inverted(self, index: int) -> bool:
        """Say whether a verb of speech after a quotation has its subject behind it (", said Putin")."""
        if self.verb_at(index).lemma not in REPORTING_VERBS or index == 0:
            return False
        left = self.phrases[index - 1].kind
        after = self.skip(index + 1)
        if left not in {Kind.COMMA, Kind.QUOTE} or after >= len(self.phrases) or self.phrases[after].kind != Kind.NOUN:
            return False
        comma = index - 1 if left == Kind.COMMA else index - 2
        return left == Kind.QUOTE or self._opening_comma(comma) is None or after + 2 >= len(self.phrases)

    def _following_subject(self, index: int) -> tuple[Phrase, ...]:
        """Return the subject of the main clause after an opening participle ("Speaking in Kazan, Putin said")."""
        if self.verb_at(index).is_finite:
            return ()
        for later in range(index + 1, len(self.phrases)):
            verb = self.phrases[later].verb
            if verb and verb.is_finite and any(phrase.kind == Kind.COMMA for phrase in self.phrases[index:later]):
                return self.subjects_of(later)
        return ()

    def _chain_subjects(self, last: int) -> tuple[Phrase, ...]:
        """Return the head of the noun phrases that end at `last`, with those joined to it."""
        head = self._chain_head(last)
        across = self._across(head - 1)
        if across:
            return across
        return (*self._joined_before(head), self.phrases[head])

    def _across(self, last: int) -> tuple[Phrase, ...]:
        """Return the subject before a participle or relative clause that ends at `last` ("a man who fled was …")."""
        left = last
        while left >= 0 and self.phrases[left].kind in _INSIDE:
            left -= 1
        if left < 1 or self.phrases[left].kind != Kind.VERB:
            return ()
        if self.is_reduced(left) or (
            self.verb_at(left).tense == Tense.ING and self.phrases[left - 1].kind == Kind.NOUN
        ):
            return self.subjects_of(left)
        opener = self.skip_back(left - 1)
        if opener > 0 and self.phrases[opener].kind in {Kind.RELATIVE, Kind.THAT} and self._follows_noun(opener):
            return self._antecedent(opener)
        return ()

    def _follows_noun(self, index: int) -> bool:
        return self.phrases[index - 1].kind == Kind.NOUN

    def _antecedent(self, relative: int) -> tuple[Phrase, ...]:
        index = relative - 1
        while index >= 0 and self.phrases[index].kind in _BEFORE_RELATIVE:
            index -= 1
        if index < 0 or self.phrases[index].kind != Kind.NOUN:
            return ()
        head = self._chain_head(index)
        is_person = self.lower(relative) == "who" and self.head(self.phrases[head]).lower in _PEOPLE
        return (self.phrases[head if is_person else index],)

    def _subject_across(self, comma: int) -> tuple[Phrase, ...]:
        """Return the subject before an insertion between commas, or that of the verb before."""
        opening = self._opening_comma(comma)
        if opening is not None and self.phrases[opening - 1].kind == Kind.NOUN:
            return self._chain_subjects(opening - 1)
        return self._inherited(comma)

    def _inherited(self, before: int) -> tuple[Phrase, ...]:
        """Return the subject of the nearest finite verb to the left."""
        for index in range(before, -1, -1):
            verb = self.phrases[index].verb
            if verb and verb.is_finite and not self.is_reduced(index):
                return self.subjects_of(index)
        return ()

    def _controlled(self, index: int) -> tuple[Phrase, ...]:
        governor = self.governor_of(index)
        if governor is None:
            return self._following_subject(index)
        verb = self.verb_at(governor.at)
        if verb.lemma in OBJECT_CONTROL:
            if verb.passive:
                return self.subjects_of(governor.at)
            objects, after = self._objects(governor.at)
            if objects:
                return objects
            obliques = [
                oblique for oblique in self.obliques_from(after) if oblique.preposition in {"on", "to", "upon", "for"}
            ]
            if obliques and verb.tense != Tense.INFINITIVE and governor.link == "to":
                return obliques[0].nouns
        return self.subjects_of(governor.at)
