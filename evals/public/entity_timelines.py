"""Extracted events put into the form of SemEval-2015 task 4: the timeline of one entity over many documents."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from evals.public.timeline_files import EntityTimeline, NumberedDocument, TimelineRow
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
    """Return the timeline of the entity of `gold`, of which only its name is used."""
    lines: dict[_Key, list[str]] = defaultdict(list)
    for document, timeline in extracted:
        for event in timeline.events:
            if _involves(event, gold.entity):
                lines[_key(event, document.article.published)].append(_mention(event, document))
    return EntityTimeline(gold.name, gold.entity, tuple(_rows(lines)))


def _involves(event: Event, entity: str) -> bool:
    names = [participant.name for participant in event.participants]
    return any(same_name(name, entity) for name in names) or stands_in(entity, event.title)


def _mention(event: Event, document: NumberedDocument) -> str:
    sentence = document.sentence_at(event.trigger.span.start)
    return f"{document.id}-{sentence.id}-{'_'.join(event.trigger.text.split())}"


def _key(event: Event, published: date) -> _Key:
    """Place a dated event by its date, an undated one at the publication date, as on any timeline of ours."""
    trigger = event.trigger.text.casefold()
    if event.when is None:
        return _Key(published, published.isoformat(), trigger)
    return _Key(event.when.earliest or event.when.latest or date.min, _anchor(event.when), trigger)


def _anchor(when: When) -> str:
    """Return a day, month or year as it is, of anything longer the day, month or year that it starts in."""
    start, _, end = when.edtf.rstrip("~").partition("/")
    point = (end if start in ("", "..") else start).rstrip("~").partition("T")[0]
    is_part_of_year = point[4:5] == "-" and point[5:7].isdigit() and int(point[5:7]) > 12
    return point[:4] if is_part_of_year else point


def _rows(lines: dict[_Key, list[str]]) -> Iterator[TimelineRow]:
    days = sorted({key.first_day for key in lines})
    for key, mentions in sorted(lines.items()):
        yield TimelineRow(days.index(key.first_day) + 1, key.anchor, tuple(mentions))
