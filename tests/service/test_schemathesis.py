"""The whole API before a fuzzer that reads its OpenAPI document, on a server without API keys and on one with."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck
from hypothesis import settings as bounds
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.service.server import running_service
from timeline.store import KeyRing, open_store

API = schemathesis.openapi.from_path(Path(__file__).parents[2] / "docs" / "openapi.json")
ARTICLE = {
    "text": "Ana Silva met Per Holm in Oslo on Friday. They meet again on 3 June.",
    "published": "2024-05-20",
}
BEYOND_SCHEMA = {"/problems/unusable-document", "/problems/no-publication-date", "/problems/not-configured"}
"""What is wrong with a document, or asked of a server that is not set up for it, no schema can say."""
UNSAYABLE = {"cursor", None}
"""Nor can it say which cursors there are, or that a period has to end after it starts."""

pytestmark = pytest.mark.fuzz

fuzzed = bounds(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server without keys, that has one article."""
    with running_service(_environment(tmp_path_factory)) as url:
        httpx2.post(f"{url}/v1/extract", json=ARTICLE, timeout=60).raise_for_status()
        yield url


@pytest.fixture(scope="module")
def closed_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """A server that wants a key, and the header that shows it one."""
    environment = _environment(tmp_path_factory)
    store = open_store(environment["TIMELINE_DATABASE_URL"])
    store.migrate()
    secret = KeyRing(store).create("fuzzer", at=datetime(2024, 5, 20, tzinfo=UTC)).secret
    store.close()
    with running_service(environment) as url:
        yield url, {"Authorization": f"Bearer {secret}"}


@API.parametrize()
@fuzzed
def test_an_open_server_keeps_to_its_document(case: schemathesis.Case[Any], open_server: str) -> None:
    """No response is a crash, undocumented, of another form, or a wrong verdict on the request."""
    _check(case, open_server, {})


@API.parametrize()
@fuzzed
def test_a_closed_server_keeps_to_its_document(
    case: schemathesis.Case[Any], closed_server: tuple[str, dict[str, str]]
) -> None:
    """The same with a key; without one nothing is let through."""
    _check(case, *closed_server)


def _environment(folders: pytest.TempPathFactory) -> dict[str, str]:
    url = f"sqlite:///{folders.mktemp('store') / 'timeline.db'}"
    return {"TIMELINE_DATABASE_URL": url, "TIMELINE_RATE": "1000000"}


def _check(case: schemathesis.Case[Any], url: str, headers: dict[str, str]) -> None:
    response = case.call(base_url=url, headers=headers)
    excluded: list[schemathesis.CheckFunction] = []
    if response.status_code == 422 and _is_unsayable(response):
        excluded.append(positive_data_acceptance)
    case.validate_response(response, excluded_checks=excluded, headers=headers)


def _is_unsayable(response: schemathesis.Response) -> bool:
    problem = response.json()
    places = {fault.get("parameter", fault.get("pointer")) for fault in problem.get("errors", ())}
    return problem["type"] in BEYOND_SCHEMA or bool(places and places <= UNSAYABLE)
