"""Every response that is not a success."""

import logging
from typing import Never

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import ARTICLE, OpenClient
from timeline.errors import (
    ConfigurationError,
    InputError,
    ModelError,
    NoPublicationDateError,
    StoreError,
    TimelineError,
)
from timeline.llm.errors import AccessError, BudgetError, DeadlineError, TransientError
from timeline.service.problems import KINDS, Kind, problem_of
from timeline.store import Store


@pytest.mark.parametrize(
    ("error", "status", "name"),
    [
        pytest.param(InputError("x"), 422, "unusable-document", id="input"),
        pytest.param(NoPublicationDateError("x"), 422, "no-publication-date", id="no date"),
        pytest.param(ConfigurationError("x"), 422, "not-configured", id="configuration"),
        pytest.param(StoreError("x"), 503, "store-unavailable", id="store"),
        pytest.param(ModelError("x"), 502, "model-failed", id="model"),
        pytest.param(AccessError("x"), 502, "model-failed", id="wrong key"),
        pytest.param(TransientError("x", status=500), 502, "model-failed", id="provider's fault"),
        pytest.param(TransientError("x", status=429), 503, "model-busy", id="provider's limit"),
        pytest.param(BudgetError("x"), 503, "model-busy", id="spending cap"),
        pytest.param(DeadlineError("x"), 504, "too-slow", id="deadline"),
        pytest.param(TransientError("x", status=504), 504, "too-slow", id="provider's gateway"),
        pytest.param(TimelineError("x"), 500, "internal-error", id="an error nobody placed"),
        pytest.param(ZeroDivisionError("x"), 500, "internal-error", id="a bug"),
    ],
)
def test_each_error_has_its_problem(error: Exception, status: int, name: str) -> None:
    """By its kind."""
    problem = problem_of(error).problem()
    assert (problem.status, problem.type) == (status, f"/problems/{name}")


def test_the_cause_of_a_models_trouble_counts() -> None:
    """The engine tells the first of many errors."""
    error = ModelError("no reply")
    error.__cause__ = TransientError("slow down", status=429)
    assert problem_of(error).problem().status == 503


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/nowhere", 404, id="no address"),
        pytest.param("PUT", "/v1/timeline", 405, id="no method"),
        pytest.param("TRACE", "/healthz", 405, id="an odd method"),
    ],
)
def test_what_is_not_there_is_a_problem_too(client: TestClient, method: str, path: str, status: int) -> None:
    """The framework's own errors have the same form."""
    response = client.request(method, path)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert response.json()["detail"] not in {"Not Found", "Method Not Allowed"}


def test_a_wrong_method_is_told_the_right_ones(client: TestClient) -> None:
    """All of them, though each is a route of its own."""
    response = client.patch("/v1/articles/sha256:" + "0" * 64)
    assert response.headers["allow"] == "GET, HEAD, DELETE"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("abc-123", True, id="plain"),
        pytest.param("a b", False, id="a blank"),
        pytest.param("x" * 65, False, id="long"),
        pytest.param("a;b=\x7f", False, id="odd characters"),
        pytest.param("", False, id="empty"),
    ],
)
def test_each_problem_names_its_request(client: TestClient, given: str, kept: bool) -> None:
    """By the id that came with it, if it can stand in a log line, else by a new one."""
    response = client.get("/nowhere", headers={"X-Request-ID": given})
    name = response.headers["x-request-id"]
    assert response.json()["request_id"] == name
    assert (name == given) is kept


def _fail(*_: object, **__: object) -> Never:
    raise LookupError(ARTICLE["text"])


def test_a_bug_is_a_problem_and_is_logged_without_text(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where it came from is logged; what it said may be an article's text, and is not."""
    monkeypatch.setattr("timeline.service.extraction.engines.extract_timeline", _fail)
    with caplog.at_level(logging.DEBUG):
        response = client.post("/v1/extract", json=ARTICLE)
    assert (response.status_code, response.json()["type"]) == (500, "/problems/internal-error")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.json()["request_id"] == response.headers["x-request-id"]
    assert "LookupError" in caplog.text
    assert "Silva" not in caplog.text


def test_no_log_line_holds_text_of_an_article(open_client: OpenClient, caplog: pytest.LogCaptureFixture) -> None:
    """Neither of one that is taken nor of one that is refused."""
    client = open_client()
    with caplog.at_level(logging.DEBUG):
        for body in (ARTICLE, {**ARTICLE, "published": None}, {**ARTICLE, "title": 7}, {**ARTICLE, "engine": "llm"}):
            client.post("/v1/extract", json=body)
            client.post("/v1/extract", json=body, headers={"Accept": "text/event-stream"})
        client.get("/v1/timeline?about=silva")
    assert not [record for record in caplog.records if "Holm" in record.getMessage()]


def _be_gone(*_: object, **__: object) -> Never:
    raise StoreError("the database does not answer")


def test_a_store_that_is_gone_is_a_problem(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client is told when to try again."""
    monkeypatch.setattr(Store, "articles", _be_gone)
    response = client.get("/v1/articles")
    assert (response.status_code, response.json()["type"]) == (503, "/problems/store-unavailable")
    assert int(response.headers["retry-after"]) > 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_a_page_that_explains_it(client: TestClient, kind: Kind) -> None:
    """Its `type` leads there."""
    page = client.get(kind.type)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
