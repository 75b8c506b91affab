"""Prove a finished timeline again, against the article's text alone."""

from collections import Counter
from collections.abc import Iterator

from timeline.assembly.assemble import event_id, quote, sort_key
from timeline.assembly.dating import as_when
from timeline.assembly.grounds import Grounds
from timeline.assembly.names import written
from timeline.assembly.roles import evidence_swaps_roles, title_swaps_roles
from timeline.assembly.titles import find_title_fault, make_title
from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.domain.span import Offsets
from timeline.domain.time_expression import TimeExpression
from timeline.domain.timeline import Event, Quote, Timeline, When
from timeline.domain.value import Value
from timeline.domain.vocabulary import WarningCode
from timeline.temporal import resolve_phrase


class Fault(Value):
    """Something in a timeline that the article does not bear out. `event` is None where it concerns the whole."""

    event: str | None
    message: str


def verify(timeline: Timeline, article: AnnotatedArticle) -> tuple[Fault, ...]:
    """Return every fault of `timeline`; none means that each record is proved by the article."""
    grounds = Grounds(article)
    faults = list(_document_faults(timeline, article))
    for event in timeline.events:
        faults += [Fault(event=event.id, message=message) for message in _event_faults(event, grounds)]
    return tuple(faults)


def _document_faults(timeline: Timeline, article: AnnotatedArticle) -> Iterator[Fault]:
    if timeline.article.id != article.article.id:
        message = f"the timeline is of article {timeline.article.id}, and the text given is {article.article.id}"
        yield Fault(event=None, message=message)
    counts = timeline.provenance.counts
    if counts.accepted != len(timeline.events) or counts.rejected != len(timeline.rejected):
        message = f"the counts speak of {counts.accepted} accepted and {counts.rejected} rejected records"
        yield Fault(event=None, message=f"{message}; there are {len(timeline.events)} and {len(timeline.rejected)}")
    keys = [sort_key(event, timeline.article.published) for event in timeline.events]
    if keys != sorted(keys):
        yield Fault(event=None, message="the events are not in order of time")
    yield from _id_faults(timeline)


def _id_faults(timeline: Timeline) -> Iterator[Fault]:
    """Yield what is wrong with ids, which belong to the article that the timeline names."""
    ids = [event.id for event in timeline.events]
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Fault(event=id_, message=f"{count} events have this id")
    for event in timeline.events:
        expected = event_id(timeline.article.id, event, (each.span for each in event.evidence))
        if event.id.partition("-")[0] != expected:
            yield Fault(event=event.id, message=f"the id does not belong to the record, whose id is {expected}")
    for relation in timeline.relations:
        for end in (relation.source, relation.target):
            if end not in ids:
                yield Fault(
                    event=end, message=f"a relation {relation.kind.value!r} points at an event that is not there"
                )


def _event_faults(event: Event, grounds: Grounds) -> Iterator[str]:
    evidence = tuple(sentence for each in event.evidence if (sentence := _sentence(each.span, grounds)))
    yield from _evidence_faults(event, grounds, evidence)
    if not evidence:
        return
    if not any(sentence.span.covers(event.trigger.span) for sentence in evidence):
        yield f"the trigger {event.trigger.text!r} stands in no cited sentence"
    yield from _quote_faults(event, grounds)
    if event.when is not None:
        yield from _date_faults(event.when, grounds)
    yield from _title_faults(event, grounds, evidence)


def _evidence_faults(event: Event, grounds: Grounds, evidence: tuple[Sentence, ...]) -> Iterator[str]:
    if not event.evidence:
        yield "the record cites no sentence"
    cited = {sentence.span: sentence for sentence in evidence}
    for each in event.evidence:
        if each.span not in cited:
            yield f"{list(each.span)} is no sentence of the article"
        elif not cited[each.span].is_evidence:
            yield f"the sentence at {list(each.span)} is page furniture"
        elif each != quote(grounds.article.text, cited[each.span]):
            yield f"the quote {each.exact!r} is not what stands at {list(each.span)}"


def _quote_faults(event: Event, grounds: Grounds) -> Iterator[str]:
    if grounds.text_at(event.trigger.span) != event.trigger.text:
        yield f"the trigger {event.trigger.text!r} is not what stands at {list(event.trigger.span)}"
    named = [*event.participants, *event.sources, *((event.place,) if event.place else ())]
    for one in named:
        if written(grounds, one.span) != one.name:
            yield f"the name {one.name!r} is not what stands at {list(one.span)}"


def _date_faults(when: When, grounds: Grounds) -> Iterator[str]:
    expression = _resolve_again(when.expression, grounds)
    if grounds.text_at(when.expression.span) != when.expression.text:
        yield f"the date's expression {when.expression.text!r} is not what stands at {list(when.expression.span)}"
    elif expression is None or expression.edtf is None:
        yield f"{when.expression.text!r} stands for no calendar date"
    elif when != as_when(expression, grounds):
        yield f"{when.expression.text!r} stands for {expression.edtf}, not for {when.edtf}"


def _resolve_again(expression: Quote, grounds: Grounds) -> TimeExpression | None:
    tagged = (tag.expression for tag in grounds.times if tag.span == expression.span)
    start, end = expression.span
    return next(tagged, None) or resolve_phrase(grounds.article.text, start, end, grounds.article.published)


def _title_faults(event: Event, grounds: Grounds, evidence: tuple[Sentence, ...]) -> Iterator[str]:
    if WarningCode.TITLE_REPLACED in event.warnings and event.title == make_title(grounds, event.trigger.span):
        return
    fault = find_title_fault(event.title, event.type, grounds, evidence)
    if fault:
        yield fault.message
    if title_swaps_roles(event.title, event.type, event.participants):
        yield f"the title has actor and target the wrong way round: {event.title!r}"
    if evidence_swaps_roles(event.type, event.participants, event.trigger.span, grounds, evidence):
        yield f"the sentence of {event.trigger.text!r} has the record's actor as its object"


def _sentence(span: Offsets, grounds: Grounds) -> Sentence | None:
    sentence = grounds.sentence_at(span.start)
    return sentence if sentence and sentence.span == span else None
