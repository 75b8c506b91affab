"""The schema of a reply stays inside what strict structured output allows."""

from collections.abc import Iterator
from typing import Any

import jsonschema

from tests.engines.llm.replies import item, reply
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.engines.llm.wire import WireEvent, reply_schema
from timeline.llm.json_text import find_list

ALLOWED = {"type", "properties", "required", "additionalProperties", "items", "enum"}


def _schemas(schema: dict[str, Any], depth: int = 1) -> Iterator[tuple[dict[str, Any], int]]:
    yield schema, depth
    for child in schema.get("properties", {}).values():
        yield from _schemas(child, depth + 1)
    if "items" in schema:
        yield from _schemas(schema["items"], depth)


def test_only_keywords_of_the_strict_subset_are_used() -> None:
    """No `oneOf`, `default`, `minLength`, `pattern` or `$ref`."""
    used = {keyword for schema, _ in _schemas(reply_schema().definition) for keyword in schema}
    assert used <= ALLOWED


def test_every_object_is_closed_and_requires_all_its_fields() -> None:
    """A dictionary of free keys is refused by providers."""
    objects = [schema for schema, _ in _schemas(reply_schema().definition) if schema["type"] == "object"]
    assert len(objects) == 4
    for schema in objects:
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])


def test_there_are_at_most_five_levels() -> None:
    """Providers refuse deeper ones."""
    assert max(depth for _, depth in _schemas(reply_schema().definition)) <= 5


def test_the_vocabulary_is_in_the_schema() -> None:
    """Each closed list is an enum."""
    enums = [tuple(schema["enum"]) for schema, _ in _schemas(reply_schema().definition) if "enum" in schema]
    assert enums == [tuple(EventType), tuple(EventStatus), tuple(Role), tuple(RelationKind)]


def test_a_reply_validates() -> None:
    """What the tests take for a reply is one."""
    jsonschema.validate({"events": find_list(reply(item()), "events")}, reply_schema().definition)


def test_the_schema_is_built_once() -> None:
    """Building it for each request is a quarter of the time of a request."""
    assert reply_schema() is reply_schema()


def test_a_reply_is_read_field_by_field_as_the_schema_has_it() -> None:
    """Neither knows a field that the other does not."""
    [event] = [schema for schema, _ in _schemas(reply_schema().definition) if "ev" in schema.get("properties", {})]
    assert list(event["properties"]) == list(WireEvent.model_fields)
