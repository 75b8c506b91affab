"""The JSON Schema of the Timeline JSON, with the definition of every value of its closed lists."""

from enum import StrEnum
from typing import Any

from timeline.domain import vocabulary
from timeline.domain.timeline import Timeline

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """Return the schema that every Timeline JSON validates against."""
    schema = Timeline.model_json_schema(by_alias=True, mode="serialization")
    for name, definition in schema["$defs"].items():
        terms = getattr(vocabulary, name, None)
        if isinstance(terms, type) and issubclass(terms, StrEnum):
            schema["$defs"][name] = _closed_list(terms, str(definition.get("description", "")))
    return {"$schema": DIALECT, "$id": "timeline/1", **schema}


def _closed_list(terms: type[StrEnum], description: str) -> dict[str, Any]:
    return {
        "description": description,
        "type": "string",
        "oneOf": [{"const": term.value, "description": term.definition} for term in terms],  # type: ignore[attr-defined]  # every list of the vocabulary defines its terms
    }
