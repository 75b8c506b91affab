"""The API, as a client sees it."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from timeline.domain.timeline import Timeline

ARTICLE = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20"}


def test_an_article_is_extracted(client: TestClient) -> None:
    """The answer is the Timeline JSON."""
    response = client.post("/v1/extract", json=ARTICLE)
    assert response.status_code == 200
    timeline = Timeline.model_validate_json(response.content)
    assert [event.type for event in timeline.events] == ["meeting"]


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        pytest.param({"text": ARTICLE["text"]}, 422, "give it as 'published'", id="no date"),
        pytest.param({**ARTICLE, "text": " "}, 422, "empty", id="empty"),
        pytest.param({**ARTICLE, "html": "<p>x</p>"}, 422, "text and html are given", id="two documents"),
        pytest.param({**ARTICLE, "published": "soon"}, 422, "published", id="no date at all"),
        pytest.param({**ARTICLE, "engine": "magic"}, 422, "engine", id="unknown engine"),
        pytest.param({**ARTICLE, "engine": "llm"}, 422, "OPENAI_API_KEY", id="no model"),
        pytest.param({**ARTICLE, "colour": "red"}, 422, "colour", id="unknown field"),
        pytest.param([], 422, "", id="no object"),
    ],
)
def test_bad_requests_are_problems(client: TestClient, body: Any, status: int, detail: str) -> None:  # noqa: ANN401 - any JSON
    """Every error has the form of RFC 9457 and says what is wrong."""
    response = client.post("/v1/extract", json=body)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert detail in response.json()["detail"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("GET", "/v1/extract", 405)])
def test_what_is_not_there_is_a_problem_too(client: TestClient, method: str, path: str, status: int) -> None:
    """The server's own errors have the same form."""
    response = client.request(method, path)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize("path", ["/v1/timeline/", "/v1/articles/", "/docs/", "/healthz/"])
def test_no_other_address_is_named(client: TestClient, path: str) -> None:
    """One with a slash too many leads nowhere: a redirect would name the host that the client sent."""
    response = client.get(path, headers={"Host": "127.0.0.1:1"}, follow_redirects=False)
    assert (response.status_code, response.json()["type"]) == (404, "/problems/not-found")
    assert "location" not in response.headers


def test_the_service_says_that_it_lives(client: TestClient) -> None:
    """For whoever watches the process."""
    assert client.get("/healthz").json()["status"] == "ok"
