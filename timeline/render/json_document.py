"""The Timeline JSON: one document, or an array of them for several articles."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from timeline.domain.timeline import Timeline
from timeline.render.plain import safe_json
from timeline.render.rendered import Rendered, Screen

_TIMELINES = TypeAdapter(tuple[Timeline, ...])


def render_json(timelines: Sequence[Rendered], _screen: Screen) -> str:
    """Write the documents as JSON, indented by two."""
    if len(timelines) == 1:
        written = timelines[0].timeline.model_dump_json(by_alias=True, indent=2)
    else:
        documents = tuple(rendered.timeline for rendered in timelines)
        written = _TIMELINES.dump_json(documents, by_alias=True, indent=2).decode()
    return safe_json(written) + "\n"
