"""Extracted events put into the form of SemEval-2015 task 4: the timeline of one entity over many documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from evals.public.timeline_files import UNKNOWN_DATE, EntityTimeline, NumberedDocument, TimelineRow
from evals.scores.words import same_name, stands_in
from timeline.domain.timeline import Event, Timeline, When


class ExtractedDocument(NamedTuple):
    """A document with what was extracted from it."""

    document: NumberedDocument
    timeline: Timeline


class _Key(NamedTuple):
    """What makes two events of different documents one line: their day, their date as written, their trigger."""

    first_day: date
    anchor: str
    trigger: str


def entity_timeline(gold: EntityTimeline, extracted: Sequence[ExtractedDocument]) -> EntityTimeline:
    """Return the timeline of the entity of `gold`, of which only its name is used; undated events get position 0."""
    dated: dict[_Key, list[str]] = defaultdict(list)
    undated: list[str] = []
    for event, mention in _events_of(gold.entity, extracted):
        if event.when is None:
            undated.append(mention)
        else:
            dated[_key(event, event.when)].append(mention)
    return EntityTimeline(gold.name, gold.entity, (*_undated_rows(undated), *_dated_rows(dated)))


def _events_of(entity: str, extracted: Iterable[ExtractedDocument]) -> Iterator[tuple[Event, str]]:
    for document, timeline in extracted:
        for event in timeline.events:
            if _involves(event, entity):
                yield event, _mention(event, document)


def _involves(event: Event, entity: str) -> bool:
    names = [participant.name for participant in event.participants]
    return any(same_name(name, entity) for name in names) or stands_in(entity, event.title)


def _mention(event: Event, document: NumberedDocument) -> str:
    sentence = document.sentence_at(event.trigger.span.start)
    return f"{document.id}-{sentence.id}-{'_'.join(event.trigger.text.split())}"


def _key(event: Event, when: When) -> _Key:
    first_day = when.earliest or when.latest or date.min
    return _Key(first_day, _anchor(when), event.trigger.text.casefold())


def _anchor(when: When) -> str:
    """Return a day, month or year as it is, of anything longer the day, month or year that it starts in."""
    start, _, end = when.edtf.rstrip("~").partition("/")
    point = (end if start in ("", "..") else start).rstrip("~").partition("T")[0]
    is_part_of_year = point[4:5] == "-" and point[5:7].isdigit() and int(point[5:7]) > 12
    return point[:4] if is_part_of_year else point


def _undated_rows(mentions: Iterable[str]) -> Iterator[TimelineRow]:
    return (TimelineRow(0, UNKNOWN_DATE, (mention,)) for mention in mentions)


def _dated_rows(dated: dict[_Key, list[str]]) -> Iterator[TimelineRow]:
    days = sorted({key.first_day for key in dated})
    for key, mentions in sorted(dated.items()):
        yield TimelineRow(days.index(key.first_day) + 1, key.anchor, tuple(mentions))
