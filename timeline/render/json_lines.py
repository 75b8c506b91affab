"""JSON Lines: one event per line, with the id of its article."""

import json
from collections.abc import Iterator, Sequence

from timeline.render.rendered import Rendered, Screen


def render_json_lines(timelines: Sequence[Rendered], _screen: Screen) -> str:
    """Write every event of every timeline as one line of JSON; no event gives no line."""
    return "".join(f"{line}\n" for rendered in timelines for line in _lines(rendered))


def _lines(rendered: Rendered) -> Iterator[str]:
    article = rendered.timeline.article.id
    for event in rendered.timeline.events:
        record = {"article": article, **event.model_dump(mode="json", by_alias=True)}
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":"))
