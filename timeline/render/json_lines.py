"""JSON Lines: one event per line, with the id of its article."""

import json
from collections.abc import Sequence

from timeline.domain.timeline import Event
from timeline.render.plain import safe_json
from timeline.render.rendered import Rendered, Screen


def render_json_lines(timelines: Sequence[Rendered], _screen: Screen) -> str:
    """Write every event of every timeline as one line of JSON; no event gives no line."""
    written = (rendered.timeline for rendered in timelines)
    return "".join(event_line(timeline.article.id, event) for timeline in written for event in timeline.events)


def event_line(article_id: str, event: Event) -> str:
    """Write one event as a line."""
    record = {"article": article_id, **event.model_dump(mode="json", by_alias=True)}
    return safe_json(json.dumps(record, ensure_ascii=False, separators=(",", ":"))) + "\n"
