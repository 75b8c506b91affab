"""The problems of a route, as the OpenAPI document shows them."""

from itertools import groupby
from typing import Any

from timeline.service.problems import kinds
from timeline.service.problems.kinds import Kind
from timeline.service.problems.problem import MEDIA_TYPE, Problem

_OF_EVERY_ROUTE = (kinds.INVALID_REQUEST, kinds.INTERNAL_ERROR)
_OF_GUARDED_ROUTES = (kinds.KEY_REQUIRED, kinds.MISDIRECTED, kinds.TOO_MANY_REQUESTS)
_PROBLEM = {"$ref": f"#/components/schemas/{Problem.__name__}"}
_HEADERS: dict[Kind, dict[str, Any]] = {
    kinds.KEY_REQUIRED: {"WWW-Authenticate": {"schema": {"type": "string"}, "description": "`Bearer`"}},
    kinds.TOO_MANY_REQUESTS: {"Retry-After": {"schema": {"type": "integer"}, "description": "seconds to wait"}},
    kinds.MODEL_BUSY: {"Retry-After": {"schema": {"type": "integer"}, "description": "seconds to wait"}},
    kinds.NOT_READY: {"Retry-After": {"schema": {"type": "integer"}, "description": "seconds to wait"}},
    kinds.STOPPING: {"Retry-After": {"schema": {"type": "integer"}, "description": "seconds to wait"}},
    kinds.STORE_UNAVAILABLE: {"Retry-After": {"schema": {"type": "integer"}, "description": "seconds to wait"}},
}


def problem_responses(*own: Kind, guarded: bool = True) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of a route: its own problems, and those that every route has.

    Args:
        own: The kinds that only this route has.
        guarded: The route wants an API key and counts against the rate, as all under `/v1/` do.
    """
    all_kinds = {*own, *_OF_EVERY_ROUTE, *(_OF_GUARDED_ROUTES if guarded else ())}
    ordered = sorted(all_kinds, key=lambda kind: (kind.status, kinds.KINDS.index(kind)))
    grouped = groupby(ordered, key=lambda kind: kind.status)
    return {int(status): _response(tuple(same)) for status, same in grouped}


def _response(same: tuple[Kind, ...]) -> dict[str, Any]:
    headers = {name: header for kind in same for name, header in _HEADERS.get(kind, {}).items()}
    return {
        "description": "; ".join(kind.title for kind in same),
        "content": {MEDIA_TYPE: {"schema": _PROBLEM, "examples": {kind.name: _example(kind) for kind in same}}},
        **({"headers": headers} if headers else {}),
    }


def _example(kind: Kind) -> dict[str, Any]:
    value = {"type": kind.type, "title": kind.title, "status": int(kind.status), "detail": kind.meaning}
    return {"summary": kind.title, "value": {**value, "request_id": "4f1c0a5e3b7d4c6f9a2e8d1b5c7f0e3a"}}
