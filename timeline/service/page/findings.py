"""What the page shows of a search: the events of many articles in order of time."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.domain.timeline import ArticleReference
from timeline.domain.vocabulary import EventStatus
from timeline.render.chart.chart import Chart, Entry, chart_of
from timeline.render.labels import INVERSES, spaced
from timeline.store import EventPage, ListedEvent


class Bearing(NamedTuple):
    """A relation as it reads from one of its ends, and the event at the other."""

    arrow: str
    words: str
    other: "Entry"


class Finding(NamedTuple):
    """One event that was found, with its article and what it bears on among the events found."""

    entry: Entry
    event: ListedEvent
    article: ArticleReference
    bearings: tuple[Bearing, ...]


class Findings(NamedTuple):
    """A page of events that were found."""

    findings: tuple[Finding, ...]
    chart: Chart | None
    articles: int
    statuses: tuple[EventStatus, ...]
    next: str | None


def findings_of(page: EventPage) -> Findings:
    """Decide what is shown of a page of the store's events."""
    entries = {event.id: Entry(f"#f{number}", number, event) for number, event in enumerate(page.events, start=1)}
    articles = {reference.id: reference for reference in page.articles}
    bearings = _bearings(page, entries)
    used = {event.status for event in page.events}
    return Findings(
        findings=tuple(
            Finding(entries[event.id], event, articles[event.article], tuple(bearings[event.id]))
            for event in page.events
        ),
        chart=chart_of(tuple(entries.values()), published=None),
        articles=len(articles),
        statuses=tuple(status for status in EventStatus if status in used),
        next=page.next,
    )


def _bearings(page: EventPage, entries: dict[str, Entry]) -> dict[str, list[Bearing]]:
    found: dict[str, list[Bearing]] = {event.id: [] for event in page.events}
    for shown_by, bearing in _both_ways(page, entries):
        found[shown_by].append(bearing)
    return found


def _both_ways(page: EventPage, entries: dict[str, Entry]) -> Iterator[tuple[str, Bearing]]:
    for relation in page.relations:
        if relation.source in entries and relation.target in entries:
            yield relation.source, Bearing("→", spaced(relation.kind), entries[relation.target])
            yield relation.target, Bearing("←", INVERSES[relation.kind], entries[relation.source])
