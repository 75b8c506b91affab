"""Date a record: the pointer becomes a time expression of the article, resolved by code."""

import re
from typing import NamedTuple

from timeline.assembly.grounds import Grounds, RejectedError
from timeline.domain.annotated import Sentence
from timeline.domain.draft import DraftEvent
from timeline.domain.edtf import granularity
from timeline.domain.span import Offsets
from timeline.domain.time_expression import TimeExpression
from timeline.domain.timeline import Quote, When
from timeline.domain.vocabulary import EventStatus, RejectionReason, WarningCode
from timeline.temporal import resolve_phrase

_TAG_ID = re.compile(r"t[0-9]+")


class Dated(NamedTuple):
    """The date of a record, and what a reader should know about it."""

    when: When | None
    warnings: tuple[WarningCode, ...]


def date_record(draft: DraftEvent, grounds: Grounds, evidence: tuple[Sentence, ...]) -> Dated:
    """Return the date that the draft points at: a tag's, or that of a phrase of the article.

    Raises:
        RejectedError: The pointer is neither a tag of the article nor a phrase of it.
    """
    if not draft.when:
        return Dated(None, (WarningCode.UNDATED,))
    tag = grounds.time_by_id.get(draft.when)
    expression, warnings = (tag.expression, ()) if tag else _from_phrase(draft.when, grounds, evidence)
    if expression is None or expression.edtf is None:
        return Dated(None, (WarningCode.DATE_NOT_RESOLVED, WarningCode.UNDATED))
    when = as_when(expression, grounds)
    return Dated(when, (*warnings, *_date_warnings(when, draft.status, grounds, evidence)))


def as_when(expression: TimeExpression, grounds: Grounds) -> When:
    """Return the date of an expression that has one."""
    edtf = expression.edtf
    if edtf is None:
        raise ValueError(f"{expression.text!r} stands for no calendar date")
    return When(
        edtf=edtf,
        earliest=expression.earliest,
        latest=expression.latest,
        granularity=granularity(edtf),
        expression=Quote(text=expression.text, span=Offsets(expression.start, expression.end)),
        anchor=grounds.article.published,
        rule=expression.rule,
        alternatives=expression.alternatives,
    )


def _from_phrase(
    phrase: str, grounds: Grounds, evidence: tuple[Sentence, ...]
) -> tuple[TimeExpression | None, tuple[WarningCode, ...]]:
    if _TAG_ID.fullmatch(phrase):
        raise RejectedError(RejectionReason.DATE_NOT_IN_TEXT, f"the article has no time tag {phrase!r}")
    span = grounds.find(phrase, evidence) or grounds.find_anywhere(phrase)
    if span is None:
        raise RejectedError(RejectionReason.DATE_NOT_IN_TEXT, f"the article does not have the phrase {phrase!r}")
    sentence = grounds.sentence_at(span.start)
    tags = grounds.times_by_sentence.get(sentence.number, ()) if sentence else ()
    touched = [tag for tag in tags if tag.span.overlaps(span)]
    if len(touched) == 1:
        return touched[0].expression, ()
    article = grounds.article
    resolved = resolve_phrase(article.text, span.start, span.end, article.published)
    return resolved, (WarningCode.DATE_RESOLVED_FROM_PHRASE,)


def _date_warnings(
    when: When, status: EventStatus, grounds: Grounds, evidence: tuple[Sentence, ...]
) -> tuple[WarningCode, ...]:
    span = when.expression.span
    is_cited = any(sentence.span.overlaps(span) for sentence in evidence)
    published = grounds.article.published
    is_ahead = status is EventStatus.OCCURRED and when.earliest is not None and when.earliest > published
    return (
        *(() if is_cited else (WarningCode.DATE_NOT_IN_EVIDENCE,)),
        *((WarningCode.DATE_AFTER_PUBLICATION,) if is_ahead else ()),
    )
