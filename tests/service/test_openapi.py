"""The OpenAPI document: complete, consistent, and as committed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from timeline.service.openapi import openapi_document

COMMITTED = (Path(__file__).parents[2] / "docs" / "openapi.json").read_text(encoding="utf-8")
DOCUMENT: dict[str, Any] = json.loads(COMMITTED)
OPERATIONS = {
    f"{method} {path}": operation
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}
EXAMPLES = [
    pytest.param(content["schema"], example, id=f"{name} {where}")
    for name, operation in OPERATIONS.items()
    for where, part in [("body", operation.get("requestBody", {})), *operation["responses"].items()]
    for media_type, content in part.get("content", {}).items()
    if "json" in media_type and media_type != "application/jsonl"
    for example in [content.get("example"), *(one["value"] for one in content.get("examples", {}).values())]
    if example is not None
]


def test_the_committed_document_is_that_of_the_code() -> None:
    """`make docs` writes it."""
    assert openapi_document() == COMMITTED


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_every_operation_is_explained(operation: dict[str, Any]) -> None:
    """It has a name for generators, a group, words, and words for each parameter and response."""
    assert operation["operationId"].isidentifier()
    assert operation["tags"]
    assert operation["summary"]
    assert operation["description"]
    assert all(one.get("description") for one in operation.get("parameters", ()))
    assert all(one["description"] for one in operation["responses"].values())


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_every_answer_with_a_body_has_a_schema(operation: dict[str, Any]) -> None:
    """And every JSON answer an example."""
    for response in operation["responses"].values():
        for media_type, content in response.get("content", {}).items():
            assert content.get("schema"), media_type
            assert (
                "json" not in media_type
                or media_type == "application/jsonl"
                or content.keys()
                & {
                    "example",
                    "examples",
                }
            )


def test_operations_have_names_of_their_own() -> None:
    """A generated client has a method for each."""
    names = [operation["operationId"] for operation in OPERATIONS.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", [name for name in OPERATIONS if "/v1/" in name])
def test_every_guarded_operation_says_so(name: str) -> None:
    """With both headers, and what comes without."""
    assert OPERATIONS[name]["security"] == [{"bearer": []}, {"key": []}, {}]
    assert {"401", "422", "429", "500"} <= OPERATIONS[name]["responses"].keys()


def test_every_reference_leads_somewhere() -> None:
    """And every schema is referred to."""
    schemas = {f"#/components/schemas/{name}" for name in DOCUMENT["components"]["schemas"]}
    assert set(_references(DOCUMENT)) == schemas


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for one in value.values():
            yield from _references(one)
    elif isinstance(value, list):
        for one in value:
            yield from _references(one)


@pytest.mark.parametrize(("schema", "example"), EXAMPLES)
def test_every_example_keeps_to_its_schema(schema: dict[str, Any], example: object) -> None:
    """As a client's author will copy it."""
    jsonschema.Draft202012Validator({**schema, "components": DOCUMENT["components"]}).validate(example)
