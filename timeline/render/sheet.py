"""What the page shows of one article and its timeline: everything the template needs, already decided."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.domain.timeline import Event, Rejection, Timeline
from timeline.domain.vocabulary import EventStatus
from timeline.render.card import Card, Reference, cards_of, references_of
from timeline.render.chart.chart import Chart, Entry, chart_of
from timeline.render.dates import human
from timeline.render.labels import balance, effort, engine_words, extent, failure_words, rejection_words
from timeline.render.passage import Paragraph, paragraphs_of, sentences_of
from timeline.render.plain import web_address
from timeline.render.rendered import Rendered


class Refusal(NamedTuple):
    """A rejected proposal: why, and what it was."""

    words: str
    draft: str


class Sheet(NamedTuple):
    """One article beside its timeline. `name` starts the ids of its elements.

    `before_publication` counts the cards above the line of the publication date, `statuses` are those in use.
    """

    name: str
    timeline: Timeline
    title: str
    address: str | None
    published: str
    engine: str
    extent: str
    statuses: tuple[EventStatus, ...]
    chart: Chart | None
    cards: tuple[Card, ...]
    before_publication: int
    paragraphs: tuple[Paragraph, ...]
    refusals: tuple[Refusal, ...]
    failures: tuple[str, ...]
    balance: str
    effort: str


def sheet_of(rendered: Rendered, *, name: str) -> Sheet:
    """Decide what the page shows of a timeline."""
    timeline = rendered.timeline
    references = references_of(timeline, name=name)
    paragraphs = paragraphs_of(rendered, references, name=name)
    used = {event.status for event in timeline.events}
    return Sheet(
        name=name,
        timeline=timeline,
        title=timeline.article.title or "Untitled article",
        address=web_address(timeline.article.url),
        published=human(timeline.article.published.isoformat()),
        engine=engine_words(timeline.provenance),
        extent=extent(rendered),
        statuses=tuple(status for status in EventStatus if status in used),
        chart=chart_of(
            [
                Entry(f"#{each.element}", each.number, event)
                for each, event in zip(references, timeline.events, strict=True)
            ],
            published=timeline.article.published,
        ),
        cards=tuple(cards_of(timeline, references, sentences_of(paragraphs))),
        before_publication=_before_publication(timeline),
        paragraphs=paragraphs,
        refusals=tuple(_refusal(rejection) for rejection in timeline.rejected),
        failures=tuple(failure_words(failure) for failure in timeline.failures),
        balance=balance(rendered),
        effort=effort(timeline.provenance),
    )


def _entries(timeline: Timeline, references: Sequence[Reference]) -> Iterator[Entry]:
    for reference, event in zip(references, timeline.events, strict=True):
        yield Entry(f"#{reference.element}", reference.number, event)


def _before_publication(timeline: Timeline) -> int:
    """Count the events before the first that stands at or after publication, where an undated one is placed."""

    def is_ahead(event: Event) -> bool:
        if event.when is None:
            return True
        return event.when.earliest is not None and event.when.earliest > timeline.article.published

    return next((index for index, event in enumerate(timeline.events) if is_ahead(event)), len(timeline.events))


def _refusal(rejection: Rejection) -> Refusal:
    return Refusal(rejection_words(rejection), json.dumps(rejection.draft, ensure_ascii=False, indent=2))
