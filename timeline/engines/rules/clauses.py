"""Who does what to whom in one sentence: subjects, objects, obliques and governors of its verb groups."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from timeline.engines.rules.data import organisations
from timeline.engines.rules.data.status import OBJECT_CONTROL
from timeline.engines.rules.inflection import Form
from timeline.engines.rules.phrases import Kind, Phrase, Tense, VerbGroup, cut_phrases
from timeline.engines.rules.words import Tag, Word
from timeline.text.lexicon import REPORTING_VERBS

_SKIPPED = frozenset({Kind.ADVERB, Kind.TIME, Kind.QUOTE})
_PEOPLE = frozenset(organisations.PEOPLE.split())
_BEFORE_RELATIVE = frozenset({Kind.COMMA, Kind.PREPOSITION, Kind.QUOTE, Kind.ADVERB, Kind.TIME})
_CLOSING = frozenset({Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.STOP, Kind.QUOTE, Kind.ADVERB})
_LINKS = frozenset(
    {"of", "between", "from", "for", "with", "in", "at", "on", "to", "by", "about", "against", "into", "over"}
)
_SPEECH = frozenset(REPORTING_VERBS) | {"show", "believe", "think", "expect", "hope", "see"}
_COORDINATED_PREPOSITIONS = frozenset({"of", "between", "from", "for", "with", "against", "by", "to"})


class Oblique(NamedTuple):
    """A preposition with its noun phrases."""

    preposition: str
    nouns: tuple[Phrase, ...]


class Governor(NamedTuple):
    """The verb group on which another depends, and the word that joins them ("of", "to", "that", ",")."""

    at: int
    link: str


class Clause(NamedTuple):
    """One verb group with its arguments."""

    at: int
    verb: VerbGroup
    subjects: tuple[Phrase, ...]
    objects: tuple[Phrase, ...]
    obliques: tuple[Oblique, ...]
    governor: Governor | None
    reduced: bool


class Parse:
    """One sentence as words and phrases, with look-ups that are computed once."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.phrases = cut_phrases(words)
        self._subjects: dict[int, tuple[Phrase, ...]] = {}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every verb group with its arguments, in order."""
        return tuple(self._clause(index, phrase.verb) for index, phrase in enumerate(self.phrases) if phrase.verb)

    @cached_property
    def index_of_start(self) -> dict[int, int]:
        """The indexes of the phrases by the index of their first word."""
        return {phrase.start: index for index, phrase in enumerate(self.phrases)}

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """The clauses by the index of their verb group."""
        return {clause.at: clause for clause in self.clauses}

    def verb_at(self, index: int) -> VerbGroup:
        """Return the verb group at `index`, which must be one."""
        verb = self.phrases[index].verb
        if verb is None:
            raise ValueError(f"the phrase at {index!r} is no verb group")
        return verb

    def head(self, phrase: Phrase) -> Word:
        """Return the last word of a noun phrase."""
        return self.words[phrase.end - 1]

    def words_of(self, phrase: Phrase) -> Sequence[Word]:
        """Return the words of a phrase."""
        return self.words[phrase.start : phrase.end]

    def lower(self, index: int) -> str:
        """Return the first word of the phrase at `index`, in lower case."""
        return self.words[self.phrases[index].start].lower

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
        left = self._skip_back(index - 1)
        if left < 1 or self.phrases[left].kind != Kind.COORDINATOR or verb.form.form != Form.PAST_OR_PARTICIPLE:
            return False
        if verb.passive or self.phrases[index].end - self.phrases[index].start > 1:
            return False
        following = self._skip(index + 1)
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

    # Reduced relatives: "a man arrested in May was charged".

    def is_reduced(self, index: int) -> bool:
        """Say whether a bare past form modifies the noun before it."""
        verb = self.verb_at(index)
        if verb.tense == Tense.PARTICIPLE:
            return True
        is_bare = self.phrases[index].end - self.phrases[index].start == 1 and not (
            verb.passive or verb.modal or verb.lead
        )
        if not is_bare or verb.tense != Tense.PAST or verb.form.form == Form.PAST or index == 0:
            return False
        left = self.phrases[index - 1]
        if left.kind == Kind.COMMA:
            return index + 1 < len(self.phrases) and self.lower(index + 1) in {"by", "as"}
        if left.kind != Kind.NOUN or self.head(left).tag == Tag.PRONOUN or verb.lemma in _SPEECH:
            return False
        return self._modifies(index)

    def _modifies(self, index: int) -> bool:
        """Say whether what follows a bare past form after a noun shows it to be a participle."""
        following = self._skip(index + 1)
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

    def _skip(self, index: int) -> int:
        while index < len(self.phrases) and self.phrases[index].kind in _SKIPPED:
            index += 1
        return index

    def _skip_back(self, index: int) -> int:
        while index >= 0 and self.phrases[index].kind in _SKIPPED:
            index -= 1
        return index

    # Subjects.

    def subjects_of(self, index: int) -> tuple[Phrase, ...]:
        """Return the noun phrases that the verb group at `index` is said of."""
        if index not in self._subjects:
            self._subjects[index] = ()  # a circle has no subject
            self._subjects[index] = self._find_subjects(index)
        return self._subjects[index]

    def _find_subjects(self, index: int) -> tuple[Phrase, ...]:
        verb = self.verb_at(index)
        left = self._skip_back(index - 1)
        if self.is_inverted(index):
            return (self.phrases[self._skip(index + 1)],)
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
                return self._inherited(left)
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
        after = self._skip(index + 1)
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
        before = head - 1
        if before >= 0 and self.phrases[before].kind == Kind.VERB:
            verb = self.verb_at(before)
            if self.is_reduced(before) or (
                verb.tense == Tense.ING and before > 0 and self.phrases[before - 1].kind == Kind.NOUN
            ):
                return self.subjects_of(before)
        if before >= 0 and self.phrases[before].kind == Kind.PREPOSITION:
            return self._across_reduced(before) or (self.phrases[head],)
        return (*self._joined_before(head), self.phrases[head])

    def _across_reduced(self, preposition: int) -> tuple[Phrase, ...]:
        """Return the subject of a participle between a subject and its verb ("a man arrested in May was charged")."""
        left = preposition - 1
        while left >= 0 and self.phrases[left].kind in _SKIPPED | {Kind.PREPOSITION, Kind.NOUN}:
            left -= 1
        if left >= 0 and self.phrases[left].kind == Kind.VERB and not self.verb_at(left).is_finite:
            return self.subjects_of(left)
        if left >= 0 and self.phrases[left].kind == Kind.VERB and self.is_reduced(left):
            return self.subjects_of(left)
        return ()

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

    # Governors.

    def governor_of(self, index: int) -> Governor | None:
        """Return the verb group on which the one at `index` depends, if it does."""
        verb = self.verb_at(index)
        left = self._skip_back(index - 1)
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

    def _clause_start(self, index: int) -> int:
        """Return the index of the first phrase of the clause whose verb group is at `index`."""
        left = self._skip_back(index - 1)
        if left >= 0 and self.phrases[left].kind == Kind.COMMA:
            opening = self._opening_comma(left)
            left = opening - 1 if opening is not None else left
        if left >= 0 and self.phrases[left].kind == Kind.NOUN:
            head = self._chain_head(left)
            return head - 2 * len(self._joined_before(head))
        return left + 1

    # Objects and obliques.

    def _objects(self, index: int) -> tuple[tuple[Phrase, ...], int]:
        """Return the noun phrases right after the verb group at `index`, and where what follows begins."""
        position = self._skip(index + 1)
        found: list[Phrase] = []
        while position < len(self.phrases) and self.phrases[position].kind == Kind.NOUN:
            if found and self.phrases[position - 1].kind == Kind.NOUN and len(found) > 1:
                break
            found.append(self.phrases[position])
            position = self._list_continues(position)
        return tuple(found), position

    def _list_continues(self, position: int) -> int:
        """Return the index of the next member of the list, or of what follows it."""
        following = position + 1
        if following + 1 >= len(self.phrases):
            return following
        kind, next_kind = self.phrases[following].kind, self.phrases[following + 1].kind
        joins = kind == Kind.COORDINATOR and self.lower(following) in {"and", "or"} and next_kind == Kind.NOUN
        lists = kind == Kind.COMMA and next_kind == Kind.NOUN and self._list_ahead(following + 2)
        if (joins and not self._verb_soon(following + 2)) or lists:
            return following + 1
        return following

    def _verb_soon(self, index: int) -> bool:
        """Say whether a finite verb follows, so that what stands before it is its subject."""
        while index < len(self.phrases) and self.phrases[index].kind in {
            Kind.PREPOSITION,
            Kind.NOUN,
            Kind.ADVERB,
            Kind.TIME,
        }:
            index += 1
        if index >= len(self.phrases):
            return False
        verb = self.phrases[index].verb
        return verb is not None and verb.is_finite

    def _list_ahead(self, index: int) -> bool:
        while index + 1 < len(self.phrases):
            if self.phrases[index].kind == Kind.COORDINATOR:
                return self.phrases[index + 1].kind == Kind.NOUN and not self._verb_soon(index + 2)
            if self.phrases[index].kind != Kind.COMMA or self.phrases[index + 1].kind != Kind.NOUN:
                return False
            index += 2
        return False

    def obliques_from(self, position: int) -> Iterator[Oblique]:
        """Yield the prepositional phrases that follow each other from `position` on."""
        while position + 1 < len(self.phrases):
            phrase = self.phrases[position]
            if phrase.kind in _SKIPPED:
                position += 1
                continue
            if phrase.kind != Kind.PREPOSITION or self.phrases[position + 1].kind != Kind.NOUN:
                if phrase.kind == Kind.PREPOSITION and self.phrases[position + 1].kind == Kind.TIME:
                    position += 2
                    continue
                return
            preposition = self.lower(position)
            nouns: list[Phrase] = []
            position += 1
            while position < len(self.phrases) and self.phrases[position].kind == Kind.NOUN:
                nouns.append(self.phrases[position])
                position = self._list_continues(position)
                if position < len(self.phrases) and self.phrases[position - 1].kind == Kind.NOUN:
                    break
            yield Oblique(preposition, tuple(nouns))
