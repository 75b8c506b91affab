"""Noun phrases that hang together, and the clauses that are put between them."""

from timeline.engines.rules.syntax.arguments import Arguments
from timeline.engines.rules.syntax.inflection import Form
from timeline.engines.rules.syntax.phrases import Kind, Phrase, Tense
from timeline.engines.rules.syntax.words import Tag
from timeline.text.lexicon import REPORTING_VERBS
from timeline.text.word_set import word_set

_SPEECH = frozenset(REPORTING_VERBS) | {"show", "believe", "think", "expect", "hope", "see"}
_COORDINATED_PREPOSITIONS = word_set("of between from for with against by to")


class Chains(Arguments):
    """Chains of noun phrases, lists, insertions and participles of one sentence."""

    def is_reduced(self, index: int) -> bool:
        """Say whether a bare past form modifies the noun before it."""
        verb = self.verb_at(index)
        if verb.tense == Tense.PARTICIPLE:
            return True
        is_bare = self.phrases[index].end - self.phrases[index].start == 1 and not (
            verb.passive or verb.modal or verb.lead
        )
        if not is_bare or verb.tense != Tense.PAST or verb.form == Form.PAST or index == 0:
            return False
        left = self.phrases[index - 1]
        if left.kind == Kind.COMMA:
            return index + 1 < len(self.phrases) and self.lower(index + 1) in {"by", "as"}
        if left.kind != Kind.NOUN or self.head(left).tag == Tag.PRONOUN or verb.lemma in _SPEECH:
            return False
        return self._modifies(index)

    def _modifies(self, index: int) -> bool:
        """Say whether what follows a bare past form after a noun shows it to be a participle."""
        following = self.skip(index + 1)
        if following >= len(self.phrases) or self.phrases[following].kind in {Kind.NOUN, Kind.THAT}:
            return False
        by_follows = self.phrases[following].kind == Kind.PREPOSITION and self.lower(following) == "by"
        return by_follows or self._is_object(index - 1) or self._finite_follows(following)

    def _is_object(self, index: int) -> bool:
        """Say whether the noun phrase at `index` belongs to an active verb or a preposition to its left."""
        before = index - 1
        while (
            before > 0 and self.phrases[before].kind == Kind.PREPOSITION and self.phrases[before - 1].kind == Kind.NOUN
        ):
            before -= 2
        if before < 0 or self.phrases[before].kind != Kind.VERB:
            return False
        verb = self.verb_at(before)
        modifies = verb.tense == Tense.ING and before > 0 and self.phrases[before - 1].kind == Kind.NOUN
        return not verb.passive and not modifies and verb.lemma not in _SPEECH

    def _finite_follows(self, index: int) -> bool:
        for phrase in self.phrases[index:]:
            if phrase.kind in {Kind.COMMA, Kind.STOP, Kind.COORDINATOR, Kind.RELATIVE, Kind.SUBORDINATOR, Kind.THAT}:
                return False
            if phrase.verb:
                return phrase.verb.is_finite
        return False

    def _chain_head(self, last: int) -> int:
        head = last
        while head >= 2:
            before = self.phrases[head - 1]
            if (before.kind == Kind.PREPOSITION and self.phrases[head - 2].kind == Kind.NOUN) or (
                before.kind == Kind.COORDINATOR and self._is_coordinated_oblique(head)
            ):
                head -= 2
            else:
                break
        return head

    def _is_coordinated_oblique(self, head: int) -> bool:
        return (
            head >= 4
            and self.phrases[head - 2].kind == Kind.NOUN
            and self.phrases[head - 3].kind == Kind.PREPOSITION
            and self.lower(head - 3) in _COORDINATED_PREPOSITIONS
            and self.phrases[head - 4].kind == Kind.NOUN
        )

    def _joined_before(self, head: int) -> tuple[Phrase, ...]:
        """Return the other members of the list that ends with the noun phrase at `head`."""
        if head < 2 or self.phrases[head - 1].kind != Kind.COORDINATOR or self.lower(head - 1) not in {"and", "or"}:
            return ()
        found: list[Phrase] = []
        index = head - 2
        if self.phrases[index].kind == Kind.COMMA:
            index -= 1
        while index >= 0 and self.phrases[index].kind == Kind.NOUN:
            first = self._chain_head(index)
            found.insert(0, self.phrases[first])
            if first < 2 or self.phrases[first - 1].kind != Kind.COMMA or self.phrases[first - 2].kind != Kind.NOUN:
                index = first - 1
                break
            index = first - 2
        if index >= 0 and self.phrases[index].kind == Kind.VERB and self.verb_at(index).lemma not in _SPEECH:
            return ()
        if index >= 0 and self.phrases[index].kind == Kind.PREPOSITION:
            return ()
        return tuple(found)

    def _opening_comma(self, comma: int) -> int | None:
        """Return the comma or dash that opens the insertion closed by `comma`."""
        for index in range(comma - 2, 0, -1):
            if self.phrases[index].kind == Kind.COMMA and self._opens_insertion(index + 1):
                before = self.phrases[index - 1]
                if before.kind == Kind.NOUN and not self._is_object(index - 1):
                    return index
        return None

    def _opens_insertion(self, index: int) -> bool:
        phrase = self.phrases[index]
        if phrase.verb:
            return not phrase.verb.is_finite or self.is_reduced(index) or phrase.verb.tense == Tense.PAST
        return phrase.kind in {Kind.RELATIVE, Kind.NOUN, Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.ADVERB, Kind.TIME}

    def _clause_start(self, index: int) -> int:
        """Return the index of the first phrase of the clause whose verb group is at `index`."""
        left = self.skip_back(index - 1)
        if left >= 0 and self.phrases[left].kind == Kind.COMMA:
            opening = self._opening_comma(left)
            left = opening - 1 if opening is not None else left
        if left >= 0 and self.phrases[left].kind == Kind.NOUN:
            head = self._chain_head(left)
            return head - 2 * len(self._joined_before(head))
        return left + 1

    def opener_of(self, index: int) -> int | None:
        """Return the index of the phrase right before the clause of the verb group at `index`."""
        before = self._clause_start(index) - 1
        return before if before >= 0 else None

    def main_of(self, index: int) -> int | None:
        """Return the verb group at the time of which the one at `index` takes place ("… when it broke")."""
        before = self._clause_start(index) - 1
        if before < 1 or self.lower(before) not in {"when", "as", "while"}:
            return None
        for main in range(before - 1, -1, -1):
            verb = self.phrases[main].verb
            if verb and verb.is_finite:
                return main
        return None
