"""Find the names of a record in the article, and tell when no cited sentence holds one."""

from timeline.assembly.grounds import Grounds, RejectedError
from timeline.domain.annotated import Sentence
from timeline.domain.draft import DraftEvent
from timeline.domain.span import Offsets
from timeline.domain.timeline import Participant, Place, Source
from timeline.domain.vocabulary import RejectionReason, WarningCode
from timeline.text.words import content_words, is_a_name


def prove_participants(draft: DraftEvent, grounds: Grounds, evidence: tuple[Sentence, ...]) -> tuple[Participant, ...]:
    """Return the participants with their offsets; one named twice is listed once.

    Raises:
        RejectedError: A name is not in the article, or is no name ("he").
    """
    found: dict[Offsets | str, Participant] = {}
    for proposed in draft.participants:
        span = _locate(proposed.name, grounds, evidence, RejectionReason.NAME_NOT_IN_TEXT)
        name = written(grounds, span)
        found.setdefault(name.casefold(), Participant(name=name, role=proposed.role, span=span))
    return tuple(found.values())


def prove_place(draft: DraftEvent, grounds: Grounds, evidence: tuple[Sentence, ...]) -> Place | None:
    """Return the place with its offsets, or None where none is proposed.

    Raises:
        RejectedError: The place is not in the article.
    """
    if not draft.place:
        return None
    span = _locate(draft.place, grounds, evidence, RejectionReason.PLACE_NOT_IN_TEXT)
    return Place(name=written(grounds, span), span=span)


def prove_sources(draft: DraftEvent, grounds: Grounds, evidence: tuple[Sentence, ...]) -> tuple[Source, ...]:
    """Return the sources with their offsets, each once.

    Raises:
        RejectedError: A source is not in the article.
    """
    found: dict[str, Source] = {}
    for name in draft.sources:
        span = _locate(name, grounds, evidence, RejectionReason.SOURCE_NOT_IN_TEXT)
        source = Source(name=written(grounds, span), span=span)
        found.setdefault(source.name.casefold(), source)
    return tuple(found.values())


def name_warnings(
    participants: tuple[Participant, ...], place: Place | None, grounds: Grounds, evidence: tuple[Sentence, ...]
) -> list[WarningCode]:
    """Warn of names and places that stand in the article, but in no cited sentence, not even in a short form."""
    warnings = []
    if not all(is_cited(one, grounds, evidence) for one in participants):
        warnings.append(WarningCode.NAME_NOT_IN_EVIDENCE)
    if place and not is_cited(place, grounds, evidence):
        warnings.append(WarningCode.PLACE_NOT_IN_EVIDENCE)
    return warnings


def is_cited(named: Participant | Place, grounds: Grounds, evidence: tuple[Sentence, ...]) -> bool:
    """Say whether a cited sentence has the name or a word of it ("Putin" for "Vladimir Putin")."""
    if any(sentence.span.covers(named.span) for sentence in evidence):
        return True
    return any(grounds.find(form, evidence) for form in (named.name, *content_words(named.name)))


def written(grounds: Grounds, span: Offsets) -> str:
    """Return the name as the article writes it, a line break inside it taken for a space."""
    return " ".join(grounds.text_at(span).split())


def _locate(name: str, grounds: Grounds, evidence: tuple[Sentence, ...], reason: RejectionReason) -> Offsets:
    if not is_a_name(name):
        raise RejectedError(reason, f"{name!r} names nobody and nothing; copy a name from the article")
    span = grounds.find(name, evidence) or grounds.find_anywhere(name)
    if span is None:
        raise RejectedError(reason, f"{name!r} does not stand in the article; copy the name as it is written there")
    return span
