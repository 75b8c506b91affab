"""How the service describes itself: its OpenAPI document."""

from collections.abc import Iterable
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from timeline.service.examples import ANSWERS
from timeline.service.guard.access import API
from timeline.service.media_types import JSON
from timeline.service.problems import Problem

_REF = "#/components/schemas/{model}"
_DESCRIPTION: Final = """News text to dated, sourced event records, each proved against the article.

* **Errors** are problems (RFC 9457, `application/problem+json`); `type` leads to a page that explains the kind.
* **Keys**: once the server's store has an API key, everything under `/v1/` wants one.
* **Pages**: lists end with `next`, which is the `cursor` of the next page, or null.
* **Spans** are half-open offsets into the article's text, counted in Unicode code points.
* Every response carries `X-Request-ID`; send one of your own to find a request again in the server's log.
"""
_TAGS: Final = (
    ("extraction", "An article to its timeline."),
    ("timeline", "The events of all stored articles."),
    ("articles", "What is stored: texts, timelines in every version, and how to remove them."),
    ("jobs", "Many articles at once, in the background."),
    ("operation", "For whoever runs the service."),
)
_SUCCESS: Final = ("200", "201", "202")
_SECURITY_SCHEMES: Final[dict[str, Any]] = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "`Authorization: Bearer KEY`"},
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "`X-API-Key: KEY`"},
}
_SECURITY: Final[list[dict[str, list[str]]]] = [{"bearer": []}, {"key": []}, {}]
"""A key in either header, or none while the store has no key."""


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the document of an application."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary="News text to proved, dated event records.",
        description=_DESCRIPTION,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    used = {tag for path in document["paths"].values() for one in path.values() for tag in one.get("tags", ())}
    document["tags"] = [{"name": name, "description": words} for name, words in _TAGS if name in used]
    document["servers"] = [{"url": "/", "description": "this server"}]
    components = document.setdefault("components", {})
    components["securitySchemes"] = _SECURITY_SCHEMES
    components["schemas"] = dict(sorted({**components.get("schemas", {}), **_problem_schemas()}.items()))
    _add_examples(document)
    for path, operations in document["paths"].items():
        if path.startswith(API):
            for operation in operations.values():
                operation["security"] = _SECURITY
                _drop_null(operation.get("parameters", ()))
    return document


def add_description(app: FastAPI) -> None:
    """Let `app` describe itself by `describe`, once it is asked."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the framework's documented way to extend the document


def _add_examples(document: dict[str, Any]) -> None:
    """Put in the examples of answers: the framework would leave out their nulls."""
    for operation in (one for path in document["paths"].values() for one in path.values()):
        if operation["operationId"] in ANSWERS:
            [status] = [status for status in operation["responses"] if status in _SUCCESS]
            operation["responses"][status]["content"][JSON]["example"] = ANSWERS[operation["operationId"]]


def _drop_null(parameters: Iterable[dict[str, Any]]) -> None:
    """Say of a parameter that may be left out what it is when it is there: a query has no null."""
    for parameter in parameters:
        schema = parameter["schema"]
        if "anyOf" in schema:
            kinds = [kind for kind in schema.pop("anyOf") if kind != {"type": "null"}]
            parameter["schema"] = {**(kinds[0] if len(kinds) == 1 else {"anyOf": kinds}), **schema}


def _problem_schemas() -> dict[str, Any]:
    _, definitions = models_json_schema([(Problem, "serialization")], ref_template=_REF)
    schemas: dict[str, Any] = definitions["$defs"]
    return schemas
