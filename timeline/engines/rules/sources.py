"""Who says it: the speaker in whose reported speech a clause stands, and the medium that carries it."""

from functools import cached_property

from timeline.engines.rules.names import MEDIA, Party
from timeline.engines.rules.references import References
from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.phrases import Kind
from timeline.text.lexicon import REPORTING_VERBS
from timeline.text.word_set import word_set

_REPORTING = frozenset(REPORTING_VERBS) | {"report", "show", "quote", "cite"}
_COMMITTING = word_set("accuse blame allege urge call demand promise pledge vow threaten hope ask appeal claim deny")
"""Verbs whose subject answers for what depends on them."""


class SourceReader:
    """Finds the sources of the clauses of one sentence."""

    def __init__(self, parse: Parse, references: References) -> None:
        self._parse = parse
        self._references = references

    def of(self, clause: Clause) -> tuple[str, ...]:
        """Return the speaker and the medium of what a clause says, speaker first; nobody if the article says it."""
        found: dict[str, None] = {}
        index: int | None = clause.at
        steps = 0
        while index is not None and steps < 6:
            governor = self._parse.clause_at[index].governor
            if governor is None:
                break
            above = self._parse.clause_at[governor.at]
            reports = above.verb.lemma in _REPORTING and governor.link in {"that", "as"}
            if reports or (above.verb.lemma in _COMMITTING and governor.link in {"to", "of", "for", "that"}):
                for party in self._speakers(above):
                    found.setdefault(party.name)
            index = governor.at
            steps += 1
        for party in self._around(clause):
            found.setdefault(party.name)
        return tuple(found)

    def medium_of(self, clause: Clause) -> tuple[str, ...]:
        """Return the medium that carries a speech act: "cited by IRNA", "according to TASS", "told Reuters"."""
        addressed = self._references.parties(self._parse, clause.objects)
        found = {party.name: None for party in addressed if party.name in MEDIA}
        above = self._parse.clause_at[clause.governor.at] if clause.governor else None
        for carrier in (clause, above):
            if carrier is not None and carrier.verb.lemma in {"cite", "quote", "tell"}:
                found.update(dict.fromkeys(party.name for party in self._carriers(carrier)))
        found.update(dict.fromkeys(party.name for party in self._around(clause)))
        return tuple(found)

    def _carriers(self, clause: Clause) -> list[Party]:
        """Return who cites: the agent of a passive, or the subject of "cite" and "quote"."""
        by = [noun for oblique in clause.obliques if oblique.preposition == "by" for noun in oblique.nouns]
        if clause.verb.lemma in {"cite", "quote"} and not clause.verb.passive:
            by += clause.subjects
        return self._references.parties(self._parse, by)

    def _speakers(self, clause: Clause) -> list[Party]:
        if clause.verb.passive:
            by = [noun for oblique in clause.obliques if oblique.preposition == "by" for noun in oblique.nouns]
            return self._references.parties(self._parse, by)
        return self._references.parties(self._parse, clause.subjects)

    def _around(self, clause: Clause) -> list[Party]:
        at, according = self._according
        found = list(according) if at >= 0 and self._is_in_reach(clause, at) else []
        if self._trailing is not None and clause.at < self._trailing.at and clause.at != self._trailing.at:
            found = [*self._speakers(self._trailing), *found]
        return found

    def _is_in_reach(self, clause: Clause, at: int) -> bool:
        """Say whether "according to" bears on a clause: on the whole sentence, or without a comma on the last verb."""
        if at == 0 or self._parse.phrases[at - 1].kind in {Kind.COMMA, Kind.QUOTE}:
            return True
        return clause.at < at and not any(other.at in range(clause.at + 1, at) for other in self._parse.clauses)

    @cached_property
    def _according(self) -> tuple[int, list[Party]]:
        """Return where "according to" stands, and whom it names."""
        phrases = self._parse.phrases
        for index in range(len(phrases) - 2):
            if (
                phrases[index].kind == Kind.PREPOSITION
                and self._parse.lower(index) == "according"
                and self._parse.lower(index + 1) == "to"
            ):
                nouns = next((oblique.nouns for oblique in self._parse.obliques_from(index + 1)), ())
                return index, self._references.parties(self._parse, nouns)
        return -1, []

    @cached_property
    def _trailing(self) -> Clause | None:
        """Return the clause that closes the sentence with an attribution (", police said")."""
        clauses = self._parse.clauses
        if len(clauses) < 2:
            return None
        last = clauses[-1]
        return last if not last.verb.passive and self._parse.spoken_before(last) else None
