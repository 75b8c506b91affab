"""Which time expression of a sentence belongs to which verb or event noun."""

from collections import defaultdict
from datetime import date

from timeline.domain.annotated import TimeTag
from timeline.domain.time_expression import TimeExpression
from timeline.domain.vocabulary import EventStatus
from timeline.engines.rules.clauses import Parse
from timeline.engines.rules.phrases import Kind
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS

_PAST = frozenset({EventStatus.OCCURRED, EventStatus.ALLEGED, EventStatus.DENIED})
_AHEAD = frozenset({EventStatus.PLANNED, EventStatus.PROPOSED, EventStatus.POSTPONED})
_PASSED = frozenset({Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.TIME, Kind.QUOTE, Kind.COORDINATOR})


class Dates:
    """The time tags of one sentence, each given to the verb groups and nouns that it dates."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._by_phrase: dict[int, list[TimeTag]] = defaultdict(list)
        for index, phrase in enumerate(parse.phrases):
            tag = parse.words[phrase.start].time
            if tag is not None and tag.expression.edtf is not None:
                for owner in self._owners(index):
                    self._by_phrase[owner].append(tag)

    def of(self, phrase: int, status: EventStatus, published: date) -> TimeTag | None:
        """Return the tag that dates the phrase and fits an event of this status, the nearest one."""
        for tag in self._by_phrase.get(phrase, ()):
            if fits(tag.expression, status, published):
                return tag
        return None

    def _owners(self, index: int) -> list[int]:
        phrases = self._parse.phrases
        if phrases[index].kind is Kind.NOUN:  # "last month's attack"
            return [index, *self._left_of(index)]
        return self._left_of(index) or self._right_of(index)

    def _left_of(self, index: int) -> list[int]:
        phrases = self._parse.phrases
        found: list[int] = []
        position = index - 1
        if position >= 0 and phrases[position].kind is Kind.COMMA:
            return []
        while position >= 0 and phrases[position].kind in _PASSED:
            if (
                phrases[position].kind is Kind.NOUN
                and self._parse.head(phrases[position]).lower in NOUN_TRIGGERS
                and len(found) < 2
            ):
                found.append(position)
            position -= 1
        if position >= 0 and phrases[position].kind is Kind.VERB:
            return [*found, position, *self._chain_above(position)]
        return found

    def _chain_above(self, index: int) -> list[int]:
        """Return the verb that only says in what phase this infinitive is ("began to sift on Thursday")."""
        governor = self._parse.governor_of(index)
        verb = self._parse.verb_at(index)
        if governor is None or verb.is_finite or governor.link not in {"to", "-ing"}:
            return []
        lemma = self._parse.verb_at(governor.at).lemma
        return [governor.at] if lemma in {"begin", "start", "continue", "manage"} else []

    def _right_of(self, index: int) -> list[int]:
        phrases = self._parse.phrases
        position = index + 1
        found: list[int] = []
        while position < len(phrases):
            verb = phrases[position].verb
            if verb and verb.is_finite and not self._parse.is_reduced(position) and not self._in_relative(position):
                found.append(position)
                return found + self._coordinated(position)
            position += 1
        return found

    def _in_relative(self, position: int) -> bool:
        return position > 0 and self._parse.phrases[position - 1].kind is Kind.RELATIVE

    def _coordinated(self, position: int) -> list[int]:
        """Return the verb groups that share their subject with the one at `position`."""
        phrases = self._parse.phrases
        return [
            index
            for index in range(position + 1, len(phrases))
            if phrases[index].kind is Kind.VERB and phrases[index - 1].kind is Kind.COORDINATOR
        ]


def fits(expression: TimeExpression, status: EventStatus, published: date) -> bool:
    """Say whether an event of this status can bear this date."""
    if status in _PAST:
        return expression.earliest is None or expression.earliest <= published
    if status in _AHEAD:
        return expression.latest is None or expression.latest >= published
    return True
