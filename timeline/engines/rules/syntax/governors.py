"""On which verb another verb depends: what someone says, wants or is accused of."""

from typing import NamedTuple

from timeline.engines.rules.syntax.chains import Chains
from timeline.engines.rules.syntax.phrases import Kind, Tense
from timeline.text.lexicon import REPORTING_VERBS

_SKIPPED = frozenset({Kind.ADVERB, Kind.TIME, Kind.QUOTE})
_SPEECH = frozenset(REPORTING_VERBS) | {"show", "believe", "think", "expect", "hope", "see"}


class Governor(NamedTuple):
    """The verb group on which another depends, and the word that joins them ("of", "to", "that", ",")."""

    at: int
    link: str


class Governors(Chains):
    """Governors of the verb groups of one sentence."""

    def governor_of(self, index: int) -> Governor | None:
        """Return the verb group on which the one at `index` depends, if it does."""
        verb = self.verb_at(index)
        left = self.skip_back(index - 1)
        if left < 0:
            return None
        if verb.tense == Tense.INFINITIVE:
            return self._verb_left_of(left, "to")
        if verb.tense == Tense.ING and self.phrases[left].kind in {
            Kind.PREPOSITION,
            Kind.SUBORDINATOR,
            Kind.COMMA,
            Kind.COORDINATOR,
            Kind.VERB,
        }:
            link = self.lower(left) if self.phrases[left].kind != Kind.VERB else "-ing"
            if self.phrases[left].kind == Kind.COORDINATOR:
                return self._same_governor(left)
            return self._verb_left_of(left if link == "-ing" else left - 1, link)
        if verb.is_finite:
            return self._speech_left_of(index)
        return None

    def _same_governor(self, coordinator: int) -> Governor | None:
        for index in range(coordinator - 1, -1, -1):
            verb = self.phrases[index].verb
            if verb:
                return self.governor_of(index) if verb.tense in {Tense.ING, Tense.INFINITIVE} else Governor(index, ",")
        return None

    def _verb_left_of(self, start: int, link: str) -> Governor | None:
        for index in range(start, -1, -1):
            phrase = self.phrases[index]
            if phrase.verb and not (phrase.verb.tense == Tense.PARTICIPLE and link == ","):
                if self.is_reduced(index) and link == ",":
                    continue
                return Governor(index, link)
            if phrase.kind == Kind.STOP and self.words[phrase.start].text not in "-–—":
                return None
        return None

    def _speech_left_of(self, index: int) -> Governor | None:
        """Return the verb of speech or thought whose content the clause at `index` is."""
        start = self._clause_start(index)
        before = start - 1
        saw_that = False
        while before >= 0:
            phrase = self.phrases[before]
            if phrase.kind == Kind.THAT:
                saw_that = True
            elif phrase.verb:
                verb = phrase.verb
                return Governor(before, "that") if verb.lemma in _SPEECH or saw_that else None
            elif phrase.kind == Kind.COMMA or phrase.kind in {
                Kind.STOP,
                Kind.RELATIVE,
                Kind.SUBORDINATOR,
                Kind.COORDINATOR,
            }:
                return self._coordinated_content(before) if phrase.kind == Kind.COORDINATOR else None
            elif phrase.kind not in {Kind.NOUN, Kind.PREPOSITION, *_SKIPPED}:
                return None
            before -= 1
        return None

    def _coordinated_content(self, coordinator: int) -> Governor | None:
        """Return the governor of the clause that a coordinator joins to this one, if that is reported too."""
        for index in range(coordinator - 1, -1, -1):
            verb = self.phrases[index].verb
            if verb and verb.is_finite:
                return self.governor_of(index)
        return None
