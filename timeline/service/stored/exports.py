"""Timelines in the formats that a client may ask for, as responses."""

from collections.abc import Mapping, Sequence
from typing import Final

from fastapi import Request
from starlette.responses import Response

from timeline.domain.timeline import Timeline
from timeline.render import Format, Rendered, event_line, page_policy, render
from timeline.service.answers import answer
from timeline.service.media_types import JSON, negotiate
from timeline.service.models.stored import StoredTimeline
from timeline.store import EventPage, Snapshot

MEDIA_TYPES: Final[Mapping[Format, str]] = {
    Format.TABLE: "text/plain",
    Format.JSON: JSON,
    Format.JSONL: "application/jsonl",
    Format.MD: "text/markdown",
    Format.HTML: "text/html",
}
_LISTS = frozenset({Format.JSON, Format.JSONL})
_COLUMNS = 100


def respond(
    request: Request,
    content: str,
    chosen: Format,
    *,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return what was written in a format as the answer to a request.

    Raises:
        ProblemError: The client does not accept the format's media type.
    """
    media_type = negotiate(request.headers.get("Accept"), (MEDIA_TYPES[chosen],))
    policy = {"Content-Security-Policy": _policy_of_pages()} if chosen is Format.HTML else {}
    return answer(request, content, media_type=media_type, headers={**(headers or {}), **policy})


def write(timelines: Sequence[Rendered], chosen: Format) -> str:
    """Write whole timelines."""
    return render(timelines, chosen, width=_COLUMNS)


def timelines_of(page: EventPage, chosen: Format, seen: Snapshot) -> list[Rendered]:
    """Return what is written of a page of events in a format that goes article by article; nothing for a list.

    That is the timeline of each article of the page, with no other events than the listed ones.
    """
    if chosen in _LISTS:
        return []
    listed = {event.id for event in page.events}
    found = ((seen.timeline(reference.id), seen.article(reference.id)) for reference in page.articles)
    return [_chosen(timeline, article.text, listed) for timeline, article in found if timeline and article]


def write_page(page: EventPage, timelines: Sequence[Rendered], chosen: Format) -> str:
    """Write a page of events: in order of time where the format is a list, else article by article."""
    match chosen:
        case Format.JSON:
            return StoredTimeline.of(page).model_dump_json(by_alias=True)
        case Format.JSONL:
            return "".join(event_line(event.article, event) for event in page.events)
        case _:
            return write(timelines, chosen)


def _chosen(timeline: Timeline, text: str, listed: set[str]) -> Rendered:
    events = tuple(event for event in timeline.events if event.id in listed)
    relations = tuple(one for one in timeline.relations if {one.source, one.target} <= listed)
    whole = len(timeline.events)
    chosen = timeline.model_copy(update={"events": events, "relations": relations})
    return Rendered(chosen, text, whole if len(events) < whole else None)


def _policy_of_pages() -> str:
    """Allow an exported page its own style and script, and nothing of this server: it is a document like any other."""
    return f"{page_policy()}; frame-ancestors 'none'; sandbox allow-scripts allow-popups"
