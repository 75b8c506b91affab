"""Prove one proposed record: every pointer becomes offsets into the article, or the record is rejected."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from timeline.assembly.dating import date_record
from timeline.assembly.grounds import Grounds, RejectedError
from timeline.assembly.names import name_warnings, prove_participants, prove_place, prove_sources
from timeline.assembly.roles import evidence_swaps_roles, title_swaps_roles
from timeline.assembly.titles import find_title_fault, make_title
from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.domain.draft import DraftEvent
from timeline.domain.span import Offsets
from timeline.domain.timeline import Participant, Place, Quote, Source, When
from timeline.domain.vocabulary import EventStatus, EventType, RejectionReason, WarningCode
from timeline.text.polarity import affirmed_stems, has_negation, has_reversal, negated_stems
from timeline.text.stems import stem
from timeline.text.words import content_words

_HELD_AS_FACT = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})


class ProvedEvent(NamedTuple):
    """A record whose every part stands in the article; not yet merged, linked or numbered.

    `evidence` holds the cited sentences, the most direct first.
    """

    title: str
    type: EventType
    status: EventStatus
    when: When | None
    participants: tuple[Participant, ...]
    place: Place | None
    sources: tuple[Source, ...]
    trigger: Quote
    evidence: tuple[Sentence, ...]
    warnings: tuple[WarningCode, ...]


Prover: TypeAlias = Callable[[DraftEvent], ProvedEvent]
"""Proves a draft on one article as `prove` does, and each once: what an engine had checked is assembled soon after."""

_PROVERS: WeakKeyDictionary[AnnotatedArticle, Prover] = WeakKeyDictionary()
"""The provers of the articles that are at work; each goes with its article."""


def prover_of(article: AnnotatedArticle) -> Prover:
    """Return the prover of an article, the same for all as long as the article is held."""
    prover = _PROVERS.get(article)
    if prover is None:
        prover = _PROVERS[article] = _prover_on(Grounds(article))
    return prover


def proof_checker(article: AnnotatedArticle) -> Callable[[DraftEvent], str | None]:
    """Return a check that says why a draft would be rejected, or None; an engine may ask its model again with it."""
    prover = prover_of(article)

    def check(draft: DraftEvent) -> str | None:
        try:
            prover(draft)
        except RejectedError as error:
            return error.message
        return None

    return check


def _prover_on(grounds: Grounds) -> Prover:
    prove_once = cache(partial(prove, grounds=grounds))
    return lambda draft: prove_once(draft.model_copy(update={"relations": ()}) if draft.relations else draft)


def prove(draft: DraftEvent, grounds: Grounds) -> ProvedEvent:
    """Return the proved record. Its relations are not looked at.

    Raises:
        RejectedError: The article does not support the record; the error holds the reason.
    """
    evidence = _cited(draft, grounds)
    trigger = _trigger(draft, grounds, evidence)
    dated = date_record(draft, grounds, evidence)
    participants = prove_participants(draft, grounds, evidence)
    if evidence_swaps_roles(draft.type, participants, trigger, grounds, evidence):
        raise RejectedError(RejectionReason.ROLES_SWAPPED, f"{grounds.text_at(trigger)!r} has its actor as object")
    place = prove_place(draft, grounds, evidence)
    title = _licensed_title(draft, participants, grounds, evidence, trigger)
    warnings = (
        *((WarningCode.EVIDENCE_DROPPED,) if len(evidence) < len(set(draft.evidence)) else ()),
        *dated.warnings,
        *name_warnings(participants, place, grounds, evidence),
        *((WarningCode.TITLE_REPLACED,) if title != draft.title else ()),
    )
    return ProvedEvent(
        title=title,
        type=draft.type,
        status=draft.status,
        when=dated.when,
        participants=participants,
        place=place,
        sources=prove_sources(draft, grounds, evidence),
        trigger=Quote(text=grounds.text_at(trigger), span=trigger),
        evidence=evidence,
        warnings=warnings,
    )


def _cited(draft: DraftEvent, grounds: Grounds) -> tuple[Sentence, ...]:
    if not draft.evidence:
        raise RejectedError(RejectionReason.NO_EVIDENCE, "the record cites no sentence; cite at least one by number")
    by_number = grounds.sentence_by_number
    known = [by_number[number] for number in dict.fromkeys(draft.evidence) if number in by_number]
    cited = tuple(sentence for sentence in known if sentence.is_evidence)
    if not cited:
        numbers = ", ".join(str(number) for number in draft.evidence)
        raise RejectedError(RejectionReason.UNKNOWN_SENTENCE, f"no sentence that can be cited has the number {numbers}")
    return cited


def _trigger(draft: DraftEvent, grounds: Grounds, evidence: tuple[Sentence, ...]) -> Offsets:
    """Find the trigger, where the text affirms it if it does so anywhere in the evidence."""
    negated = None
    for span in grounds.find_all(draft.trigger, evidence):
        if not _is_negated(span, grounds):
            return span
        negated = negated or span
    if negated is None:
        message = f"no cited sentence has {draft.trigger!r}; copy the trigger from one of them"
        raise RejectedError(RejectionReason.TRIGGER_NOT_IN_EVIDENCE, message)
    _check_polarity(draft, grounds.text_at(negated))
    return negated


def _check_polarity(draft: DraftEvent, trigger: str) -> None:
    """Refuse a record that holds as fact what every cited sentence with the trigger denies."""
    if draft.status in _HELD_AS_FACT and not has_negation(draft.title) and not has_reversal(draft.title):
        message = f"the text negates {trigger!r}; the record says {draft.status.value!r}"
        raise RejectedError(RejectionReason.POLARITY, message)


def _is_negated(trigger: Offsets, grounds: Grounds) -> bool:
    sentence = grounds.sentence_at(trigger.start)
    if sentence is None:
        return False
    text = grounds.text_at(sentence.span)
    negated = negated_stems(text)
    if not negated:
        return False
    stems = {stem(word) for word in content_words(grounds.text_at(trigger))}
    return bool(stems & negated - affirmed_stems(text))


def _licensed_title(
    draft: DraftEvent,
    participants: tuple[Participant, ...],
    grounds: Grounds,
    evidence: tuple[Sentence, ...],
    trigger: Offsets,
) -> str:
    if find_title_fault(draft.title, draft.type, grounds, evidence) or title_swaps_roles(
        draft.title, draft.type, participants
    ):
        return make_title(grounds, trigger)
    return draft.title
