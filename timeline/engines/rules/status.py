"""Whether an event has happened, is planned, or is only claimed: read from tense, modality and governing verbs."""

from typing import NamedTuple

from timeline.domain.annotated import Layout
from timeline.domain.vocabulary import EventStatus
from timeline.engines.rules.data import status as words
from timeline.engines.rules.dates import Dates
from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.phrases import Kind, Phrase, Tense
from timeline.engines.rules.syntax.words import Tag
from timeline.engines.rules.terms import ALLEGED, DENIED, HYPOTHETICAL, OCCURRED, ONGOING, PLANNED, PROPOSED
from timeline.text.lexicon import CONDITIONALS, REPORTING_VERBS

_ALLEGING = frozenset({"allege", "claim"})
_TITLES = frozenset({Layout.HEADLINE, Layout.HEADING, Layout.CAPTION})
_DOUBTING = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
_CONDITIONS = CONDITIONALS - {"should", "otherwise", "provided", "providing", "supposing", "assuming"}


class Reading(NamedTuple):
    """The status of a clause, or None where it tells of no event; `governor` is the verb group that settles it."""

    status: EventStatus | None
    governor: int | None = None


class StatusReader:
    """Reads the status of the clauses of one sentence."""

    def __init__(self, parse: Parse, layout: Layout, dates: Dates) -> None:
        self._parse = parse
        self._layout = layout
        self._dates = dates
        self._known: dict[int, Reading] = {}

    def of(self, clause: Clause, *, depth: int = 0) -> Reading:
        """Return the status of what a clause says."""
        if clause.at not in self._known:
            self._known[clause.at] = self._read(clause, depth)
        return self._known[clause.at]

    def _read(self, clause: Clause, depth: int) -> Reading:
        if clause.verb.negated or depth > 4 or self._has_negative_subject(clause):
            return Reading(None)
        own = self._own(clause, depth)
        if own.status is None:
            return own
        if self._is_conditional(clause) or (own.status is PLANNED and self._condition_follows(clause)):
            return Reading(HYPOTHETICAL, own.governor)
        if own.status is OCCURRED and self._is_doubted(clause):
            return Reading(ALLEGED, own.governor)
        return self._as_content(clause, own)

    def _own(self, clause: Clause, depth: int) -> Reading:
        verb = clause.verb
        match verb.tense:
            case Tense.PAST | Tense.PERFECT:
                return Reading(OCCURRED)
            case Tense.PROGRESSIVE:
                return Reading(self._progressive(clause))
            case Tense.FUTURE:
                return Reading(words.MODALS.get(verb.modal, PLANNED))
            case Tense.PRESENT:
                return Reading(self._present(clause))
            case Tense.INFINITIVE:
                return self._infinitive(clause, depth)
            case Tense.ING:
                return self._ing(clause, depth)
            case _:
                return Reading(OCCURRED)

    def _progressive(self, clause: Clause) -> EventStatus:
        if not self._is_present(clause):
            return OCCURRED
        return PLANNED if self._dates.is_ahead(clause.at) else ONGOING

    def _present(self, clause: Clause) -> EventStatus | None:
        verb = clause.verb
        if verb.passive and verb.lemma in words.AWAITED and not verb.modal:
            return PROPOSED if verb.lemma == "expect" else PLANNED
        if verb.lemma == "be" and not verb.modal and not verb.lead:
            return PLANNED if self._is_due(clause) else None
        if (not verb.modal or verb.lead) and self._dates.is_ahead(clause.at):
            return PLANNED
        if verb.lead:
            return words.LEAD_STATUS.get(verb.lead, PLANNED)
        if verb.modal:
            return words.MODALS.get(verb.modal.removesuffix("n't"), HYPOTHETICAL)
        if (
            self._layout in _TITLES
            or verb.lemma in REPORTING_VERBS
            or verb.lemma in {"accuse", "blame", "reject", "host"}
        ):
            return OCCURRED
        return None

    def _is_due(self, clause: Clause) -> bool:
        following = self._parse.phrases[clause.at + 1 : clause.at + 2]
        return bool(following) and self._parse.words[following[0].start].lower == "due"

    def _is_present(self, clause: Clause) -> bool:
        phrase = self._parse.phrases[clause.at]
        return not any(word.lower in {"was", "were", "had"} for word in self._parse.words_of(phrase))

    def _infinitive(self, clause: Clause, depth: int) -> Reading:
        governor = clause.governor
        if governor is None:
            return Reading(PLANNED if self._layout in _TITLES else None)
        above = self._parse.clause_at[governor.at]
        lemma = above.verb.lemma
        if lemma in words.NON_ACTS or above.verb.negated:
            return Reading(None)
        if self._layout in _TITLES and lemma not in words.GOVERNORS:
            return Reading(PLANNED)
        if lemma in words.PHASES:
            return self.of(above, depth=depth + 1)
        if lemma in {"claim", "be"}:
            return Reading(ALLEGED if lemma == "claim" else None, governor.at)
        return Reading(words.GOVERNORS.get(lemma), governor.at)

    def _ing(self, clause: Clause, depth: int) -> Reading:
        governor = clause.governor
        if governor is None:
            return Reading(OCCURRED if self._opens_sentence(clause) else None)
        above = self._parse.clause_at[governor.at]
        lemma = above.verb.lemma
        if lemma in words.NON_ACTS or above.verb.negated:
            return Reading(None)
        if governor.link in words.SHARING or (governor.link == "-ing" and lemma in words.PHASES):
            reading = self.of(above, depth=depth + 1)
            return Reading(reading.status, reading.governor)
        if governor.link == "to" and lemma == "be":  # "close to signing"
            near = any(
                word.lower in words.NEARNESS for word in self._parse.words[clause.verb.main - 3 : clause.verb.main]
            )
            return Reading(PROPOSED if near else None, governor.at)
        if governor.link not in words.LINKS:
            return Reading(None)
        return Reading(words.GOVERNORS.get(lemma) or words.FACTS.get(lemma), governor.at)

    def _opens_sentence(self, clause: Clause) -> bool:
        return all(phrase.kind != Kind.VERB for phrase in self._parse.phrases[: clause.at])

    def _as_content(self, clause: Clause, own: Reading) -> Reading:
        """Adjust the status of what someone says, denies, hopes or claims."""
        governor = clause.governor
        if governor is None or governor.link != "that":
            return own
        lemma = self._parse.verb_at(governor.at).lemma
        if lemma in _ALLEGING:
            return Reading(ALLEGED, governor.at)
        if lemma == "deny":
            return Reading(DENIED, governor.at)
        if (
            lemma in {"hope", "expect", "suggest", "propose", "demand", "want", "ask", "urge"}
            and own.status is not OCCURRED
        ):
            return Reading(PROPOSED, governor.at)
        if lemma in {"warn", "fear", "threaten"} and own.status is not OCCURRED:
            return Reading(HYPOTHETICAL, governor.at)
        return Reading(own.status, governor.at)

    def _is_conditional(self, clause: Clause) -> bool:
        index = clause.at - 1
        while index >= 0:
            phrase = self._parse.phrases[index]
            if phrase.kind == Kind.SUBORDINATOR:
                return self._parse.lower(index) in _CONDITIONS
            if phrase.kind not in {Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.QUOTE}:
                return False
            index -= 1
        return False

    def _condition_follows(self, clause: Clause) -> bool:
        """Say whether "if" or "unless" comes next after the clause ("would be killed if …")."""
        for phrase in self._parse.phrases[clause.at + 1 :]:
            if phrase.kind == Kind.SUBORDINATOR:
                return self._parse.words[phrase.start].lower in {"if", "unless"}
            if phrase.kind not in {Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.TIME, Kind.COMMA}:
                return False
        return False

    def _is_doubted(self, clause: Clause) -> bool:
        words_before = self._parse.words[max(0, clause.verb.main - 3) : clause.verb.main]
        return any(word.lower in _DOUBTING for word in words_before)

    def _has_negative_subject(self, clause: Clause) -> bool:
        return any(
            self._parse.words[phrase.start].lower in {"no", "nobody", "nothing", "neither", "none"}
            for phrase in clause.subjects
        )


def noun_status(parse: Parse, phrase: Phrase) -> EventStatus | None:
    """Return what the adjectives before an event's noun say of it, or None."""
    for word in parse.words_of(phrase)[:-1]:
        if word.tag in {Tag.ADJECTIVE, Tag.NOUN, Tag.VERB} and word.lower in words.ADJECTIVES:
            return words.ADJECTIVES[word.lower]
    return None
