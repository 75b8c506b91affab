"""Which time expression of a sentence belongs to which verb or event noun."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from timeline.domain.annotated import TimeTag
from timeline.domain.time_expression import TimeExpression
from timeline.domain.vocabulary import EventStatus
from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.phrases import Kind, Tense
from timeline.engines.rules.terms import ALLEGED, DENIED, OCCURRED, PLANNED, POSTPONED, PROPOSED
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS

_PAST = frozenset({OCCURRED, ALLEGED, DENIED})
_AHEAD = frozenset({PLANNED, PROPOSED, POSTPONED})
_PASSED = frozenset({Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.TIME, Kind.QUOTE, Kind.COORDINATOR})
_SUBORDINATE = frozenset({Kind.RELATIVE, Kind.SUBORDINATOR})


class Dates:
    """The time tags of one sentence, each given to the verb groups and nouns that it dates.

    What stands next to a tag owns it; a verb that is joined to an owner shares it.
    """

    def __init__(self, parse: Parse, published: date) -> None:
        self._parse = parse
        self._published = published
        self._own: dict[int, list[TimeTag]] = defaultdict(list)
        self._shared: dict[int, list[TimeTag]] = defaultdict(list)
        for index, phrase in enumerate(parse.phrases):
            tag = parse.words[phrase.start].time
            if tag is not None and tag.expression.edtf is not None:
                self._give(tag, index)

    def of(self, phrase: int, status: EventStatus) -> TimeTag | None:
        """Return the tag that the phrase owns and that fits an event of this status, the finest one."""
        return self._best(self._own.get(phrase, ()), status)

    def of_clause(self, clause: Clause, status: EventStatus) -> TimeTag | None:
        """Return the tag that dates a clause: its own, a shared one, or that of the clause it hangs on."""
        found = self.of(clause.at, status) or self._best(self._shared.get(clause.at, ()), status)
        if found is not None:
            return found
        above = self._main(clause)
        lent = self.of(above, status) if above is not None else None
        return lent if lent is not None and lent.expression.latest is not None else None

    def is_dated(self, phrase: int) -> bool:
        """Say whether the phrase has a date of its own that is closed at its beginning."""
        return any(tag.expression.latest is not None for tag in self._own.get(phrase, ()))

    def is_ahead(self, phrase: int) -> bool:
        """Say whether the phrase owns a date after publication ("the two meet in Oslo next month")."""
        tag = self.of(phrase, PLANNED)
        earliest = tag.expression.earliest if tag else None
        return earliest is not None and earliest > self._published

    def _main(self, clause: Clause) -> int | None:
        """Return the verb group whose time is the clause's too ("…, killing 12", "… when it broke")."""
        governor = clause.governor
        if governor is not None and clause.verb.tense == Tense.ING and governor.link in {",", "by", "and", "in"}:
            return governor.at
        return self._parse.main_of(clause.at) if clause.verb.is_finite else None

    def _best(self, tags: Iterable[TimeTag], status: EventStatus) -> TimeTag | None:
        fitting = [tag for tag in tags if fits(tag.expression, status, self._published)]
        return min(fitting, key=_breadth, default=None)

    def _give(self, tag: TimeTag, index: int) -> None:
        owners = self._left_of(index)
        if self._parse.phrases[index].kind == Kind.NOUN:  # "last month's attack"
            owners = [index, *owners]
        owners = owners or self._right_of(index)
        for owner in owners:
            self._own[owner].append(tag)
            if self._parse.phrases[owner].kind == Kind.VERB:
                for sharer in self._sharers(owner):
                    self._shared[sharer].append(tag)

    def _left_of(self, index: int) -> list[int]:
        phrases = self._parse.phrases
        found: list[int] = []
        position = index - 1
        if position >= 0 and phrases[position].kind == Kind.COMMA:
            return []
        while position >= 0:
            kind = phrases[position].kind
            if kind == Kind.COMMA and self._closes_apposition(position):
                position -= 2
            elif kind not in _PASSED:
                break
            elif kind == Kind.NOUN and len(found) < 2 and self._parse.head(phrases[position]).lower in NOUN_TRIGGERS:
                found.append(position)
            position -= 1
        if position >= 0 and phrases[position].kind == Kind.VERB:
            found.append(position)
        return found

    def _closes_apposition(self, comma: int) -> bool:
        """Say whether the comma closes a name put between commas ("its envoy, Anna Lind, met …")."""
        phrases = self._parse.phrases
        return (
            comma >= 3
            and phrases[comma - 1].kind == Kind.NOUN
            and phrases[comma - 2].kind == Kind.COMMA
            and phrases[comma - 3].kind == Kind.NOUN
        )

    def _right_of(self, index: int) -> list[int]:
        phrases = self._parse.phrases
        if index + 1 < len(phrases) and phrases[index + 1].kind == Kind.STOP:  # a dateline
            return []
        for position in range(index + 1, len(phrases)):
            verb = phrases[position].verb
            if verb and verb.is_finite and not self._parse.is_reduced(position) and not self._is_subordinate(position):
                return [position]
        return []

    def _is_subordinate(self, position: int) -> bool:
        opener = self._parse.opener_of(position)
        return opener is not None and self._parse.phrases[opener].kind in _SUBORDINATE

    def _sharers(self, owner: int) -> Iterable[int]:
        """Yield the verb groups joined to the owner: those it depends on, and those that go on with its subject."""
        clause = self._parse.clause_at[owner]
        if not clause.verb.is_finite:
            above = clause.governor.at if clause.governor else self._container(owner)
            if above is not None:
                yield above
        for other in self._parse.clauses:
            if other.at <= owner or not other.verb.is_finite:
                continue
            before = self._parse.phrases[other.at - 1].kind
            if before == Kind.COORDINATOR and other.subjects == clause.subjects:
                yield other.at

    def _container(self, reduced: int) -> int | None:
        """Return the finite verb to the left, in whose arguments a participle stands."""
        for index in range(reduced - 1, -1, -1):
            verb = self._parse.phrases[index].verb
            if verb and verb.is_finite:
                return index
            if self._parse.phrases[index].kind in {Kind.STOP, Kind.RELATIVE}:
                return None
        return next((at for at in self._right_of(reduced) if at > reduced), None)


def fits(expression: TimeExpression, status: EventStatus, published: date) -> bool:
    """Say whether an event of this status can bear this date."""
    if status in _PAST:
        return expression.earliest is None or expression.earliest <= published
    if status in _AHEAD:
        return expression.latest is None or expression.latest >= published
    return True


def _breadth(tag: TimeTag) -> int:
    """Return how many days a tag spans; an open one spans all."""
    expression = tag.expression
    if expression.earliest is None or expression.latest is None:
        return 1_000_000
    return (expression.latest - expression.earliest).days
