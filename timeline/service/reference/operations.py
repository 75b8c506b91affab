"""The OpenAPI document as the page of documentation shows it: its operations, with everything written out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Document = Mapping[str, Any]


class Field(NamedTuple):
    """A parameter of an operation, or a property of a schema."""

    name: str
    type: str
    is_required: bool
    description: str


class Sample(NamedTuple):
    """An example of a body."""

    title: str
    text: str


class Outcome(NamedTuple):
    """A response: its status, what it means, and what it may be."""

    status: str
    description: str
    media_types: tuple[str, ...]
    samples: tuple[Sample, ...]


class Operation(NamedTuple):
    """One method of one path."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    samples: tuple[Sample, ...]
    outcomes: tuple[Outcome, ...]


class Chapter(NamedTuple):
    """The operations of one tag."""

    name: str
    description: str
    operations: tuple[Operation, ...]


class Schema(NamedTuple):
    """A schema that others refer to."""

    name: str
    description: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]


def chapters(document: Document) -> tuple[Chapter, ...]:
    """Return the operations by tag, in the order of the document."""
    return tuple(
        Chapter(tag["name"], tag.get("description", ""), tuple(_tagged(document, tag["name"])))
        for tag in document["tags"]
    )


def schemas(document: Document) -> tuple[Schema, ...]:
    """Return the schemas in the order of their names."""
    return tuple(
        Schema(name, schema.get("description", ""), tuple(_properties(schema)), _values(schema))
        for name, schema in document["components"]["schemas"].items()
    )


def _tagged(document: Document, tag: str) -> Iterator[Operation]:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if tag in operation.get("tags", ()):
                yield _operation(document, path, method, operation)


def _operation(document: Document, path: str, method: str, operation: Document) -> Operation:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    return Operation(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        parameters=tuple(_parameter(one) for one in operation.get("parameters", ())),
        body=tuple(_properties(_resolved(document, content.get("schema", {})))),
        samples=tuple(_samples(content)),
        outcomes=tuple(_outcome(status, one) for status, one in operation["responses"].items()),
    )


def _parameter(parameter: Document) -> Field:
    return Field(
        name=parameter["name"],
        type=_type(parameter["schema"]),
        is_required=bool(parameter.get("required")),
        description=parameter.get("description", ""),
    )


def _properties(schema: Document) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, one in schema.get("properties", {}).items():
        yield Field(name, _type(one), name in required, one.get("description", ""))


def _outcome(status: str, response: Document) -> Outcome:
    content = response.get("content", {})
    samples = tuple(sample for media_type, one in content.items() for sample in _samples(one, media_type))
    return Outcome(status, response["description"], tuple(content), samples)


def _samples(content: Document, media_type: str = "application/json") -> Iterator[Sample]:
    if "example" in content:
        yield Sample(f"Example, {media_type}", _written(content["example"]))
    for name, one in content.get("examples", {}).items():
        yield Sample(one.get("summary", name), _written(one["value"]))


def _written(value: Any) -> str:  # noqa: ANN401 - any JSON
    return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)


def _resolved(document: Document, schema: Document) -> Document:
    name = _referred(schema)
    return document["components"]["schemas"][name] if name else schema


def _referred(schema: Document) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _type(schema: Document) -> str:
    """Say in words what a schema takes."""
    if name := _referred(schema):
        return name
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " or ".join(_type(one) for one in schema[several])
    if schema.get("type") == "array":
        return f"array of {_type(schema.get('items', {}))}"
    if "const" in schema:
        return json.dumps(schema["const"])
    return _plain_type(schema)


def _plain_type(schema: Document) -> str:
    name = str(schema.get("format") or schema.get("type") or "any")
    bounds = tuple(_bounds(schema, {"minimum": "from", "maximum": "to", "maxLength": "up to"}.items()))
    default = [f"default {json.dumps(schema['default'])}"] if schema.get("default") is not None else []
    return ", ".join([" ".join((name, *bounds)), *default])


def _bounds(schema: Document, words: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{word} {schema[name]}" for name, word in words if name in schema)


def _values(schema: Document) -> tuple[str, ...]:
    listed = [str(value) for value in schema.get("enum", ())]
    return tuple(listed or (str(one["const"]) for one in schema.get("oneOf", ()) if "const" in one))
