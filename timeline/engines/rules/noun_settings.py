"""The verb that an event's noun is subject, object or occasion of, and what that says of the event."""

from typing import NamedTuple

from timeline.domain.vocabulary import EventStatus
from timeline.engines.rules.data import status as words
from timeline.engines.rules.status import StatusReader
from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.phrases import Phrase
from timeline.engines.rules.terms import PLANNED, PROPOSED

_AHEAD = frozenset({PLANNED, PROPOSED})


class Setting(NamedTuple):
    """The clause of a noun; `status` is what it says of the noun's event, `held` that the event takes place.

    The event is `by_subject` if the noun is the object of a verb that holds it ("hold talks"); `preposition` joins
    the noun to the clause where it is neither subject nor object. It is `wished` if someone calls for the event.
    """

    clause: Clause | None = None
    status: EventStatus | None = None
    held: bool = False
    by_subject: bool = False
    preposition: str = ""
    wished: bool = False


class SettingReader:
    """Finds the settings of the nouns of one sentence."""

    def __init__(self, parse: Parse, status: StatusReader) -> None:
        self._status = status
        self._objects = {phrase.start: clause for clause in parse.clauses for phrase in clause.objects}
        self._subjects: dict[int, Clause] = {}
        self._obliques: dict[int, tuple[Clause, str]] = {}
        for clause in parse.clauses:
            for phrase in clause.subjects:
                self._subjects.setdefault(phrase.start, clause)
            for oblique in clause.obliques:
                for phrase in oblique.nouns:
                    self._obliques[phrase.start] = (clause, oblique.preposition)

    def of(self, phrase: Phrase) -> Setting:
        """Return the setting of a noun phrase."""
        clause = self._objects.get(phrase.start)
        if clause is not None and not clause.verb.passive:
            return self._as_object(clause)
        clause = self._subjects.get(phrase.start)
        if clause is not None:
            return self._as_subject(clause)
        if phrase.start not in self._obliques:
            return Setting()
        clause, preposition = self._obliques[phrase.start]
        status = self._status.of(clause).status
        wished = clause.verb.lemma in words.CALLING and preposition in words.WISHED_BY and status is not None
        if wished:
            return Setting(clause, PROPOSED, preposition=preposition, wished=True)
        return Setting(clause, status if status in _AHEAD else None, preposition=preposition)

    def is_argument(self, phrase: Phrase, taken: frozenset[int]) -> bool:
        """Say whether the phrase is the object, or the subject of a passive, of one of the verb groups `taken`."""
        clause = self._objects.get(phrase.start)
        if clause is not None and clause.at in taken:
            return True
        clause = self._subjects.get(phrase.start)
        return clause is not None and clause.verb.passive and clause.at in taken

    def _as_object(self, clause: Clause) -> Setting:
        lemma = clause.verb.lemma
        status = self._status.of(clause).status
        if status is None:
            return Setting(clause)
        if lemma in words.CHANGES:
            return Setting(clause, words.CHANGES[lemma], held=True, by_subject=True)
        if lemma in words.CALLING:
            return Setting(clause, PROPOSED, wished=True)
        if lemma in words.HOLDING:
            return Setting(clause, status, held=True, by_subject=True)
        return Setting(clause, words.GOVERNORS.get(lemma) if lemma in words.ANNOUNCING else None)

    def _as_subject(self, clause: Clause) -> Setting:
        lemma = clause.verb.lemma
        status = self._status.of(clause).status
        if status is None:
            return Setting(clause)
        if lemma in words.CHANGES and clause.verb.passive:
            return Setting(clause, words.CHANGES[lemma], held=True)
        happens = lemma in words.HAPPENING and (lemma != "be" or clause.verb.lead != "")
        return Setting(clause, status, held=happens)
