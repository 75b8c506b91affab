"""The Timeline JSON and JSON Lines."""

import json

from timeline.domain.timeline import Timeline
from timeline.render import Format, Rendered, render


def test_one_timeline_is_the_document_itself(rendered: Rendered) -> None:
    """The output reads back as the timeline, under the names of the schema."""
    written = render([rendered], Format.JSON)
    assert Timeline.model_validate_json(written) == rendered.timeline
    assert json.loads(written)["schema"] == "timeline/1"
    assert json.loads(written)["relations"][0] == {"kind": "alleges", "from": "evt_charge", "to": "evt_shipping"}


def test_json_is_indented_and_keeps_its_letters(rendered: Rendered) -> None:
    """A person can read the file: two spaces, and no escaped quotation marks."""
    written = render([rendered], Format.JSON)
    assert written.startswith('{\n  "schema": "timeline/1",\n  "article": {')
    assert "“Not one crate has crossed that river,” she said." in written
    assert "\\u" not in written


def test_several_timelines_are_an_array(rendered: Rendered, empty: Rendered) -> None:
    """The array has the documents in the order of their articles."""
    written = render([rendered, empty], Format.JSON)
    assert [Timeline.model_validate(each) for each in json.loads(written)] == [rendered.timeline, empty.timeline]


def test_no_timeline_is_an_empty_array() -> None:
    """No article gives an array of nothing."""
    assert render([], Format.JSON) == "[]\n"


def test_a_line_is_an_event_with_its_articles_id(rendered: Rendered) -> None:
    """Each line is one event, first its article's id, in the order of the timeline."""
    lines = render([rendered], Format.JSONL).splitlines()
    events = [{"article": rendered.timeline.article.id, **each} for each in _events_as_json(rendered)]
    assert [json.loads(line) for line in lines] == events
    assert all(line.startswith('{"article":"sha256:') for line in lines)


def test_lines_of_several_articles_follow_each_other(rendered: Rendered, empty: Rendered) -> None:
    """An article without an event has no line."""
    twice = render([rendered, empty, rendered], Format.JSONL)
    assert twice == render([rendered], Format.JSONL) * 2
    assert render([empty], Format.JSONL) == ""


def _events_as_json(rendered: Rendered) -> list[dict[str, object]]:
    events: list[dict[str, object]] = json.loads(render([rendered], Format.JSON))["events"]
    return events
