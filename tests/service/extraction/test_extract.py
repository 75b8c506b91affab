"""`POST /v1/extract`: one answer."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import ARTICLE, OpenClient
from timeline.domain.timeline import Timeline

PAGE = "<html><head><title>Talks</title></head><body><article><p>{}</p></article></body></html>"


def test_an_article_is_extracted(client: TestClient) -> None:
    """The answer is the Timeline JSON, to the letter."""
    response = client.post("/v1/extract", json=ARTICLE)
    assert response.status_code == 200
    timeline = Timeline.model_validate_json(response.content)
    assert [event.type for event in timeline.events] == ["meeting"]
    assert response.text == timeline.model_dump_json(by_alias=True)


def test_the_answer_says_where_it_is_kept(client: TestClient) -> None:
    """What is there is what was answered, byte for byte."""
    response = client.post("/v1/extract", json=ARTICLE)
    assert client.get(response.headers["Content-Location"]).content == response.content


def test_the_same_article_twice_is_one_article(client: TestClient) -> None:
    """Sending it again stores nothing new."""
    first, second = (client.post("/v1/extract", json=ARTICLE) for _ in range(2))
    assert first.content == second.content
    [listed] = client.get("/v1/articles").json()["articles"]
    assert listed["versions"] == 1


def test_another_publication_date_is_another_version(client: TestClient) -> None:
    """The old one can still be read."""
    client.post("/v1/extract", json=ARTICLE)
    again = client.post("/v1/extract", json={**ARTICLE, "published": "2024-05-27"})
    assert again.headers["Content-Location"].endswith("?version=2")
    where = again.headers["Content-Location"].replace("version=2", "version=1")
    assert client.get(where).json()["article"]["published"] == "2024-05-20"


def test_a_page_is_read_and_its_text_given(client: TestClient) -> None:
    """All spans point into the text that was taken out of the page."""
    text = "Ana Silva met Per Holm in Oslo on Friday, and both of them spoke to reporters in the evening."
    response = client.post("/v1/extract", json={"html": PAGE.format(text), "published": "2024-05-20T08:00:00Z"})
    assert response.json()["article"]["text"].strip().endswith(text)
    assert response.json()["article"]["published"] == "2024-05-20"


@pytest.mark.parametrize(
    ("body", "kind", "errors"),
    [
        pytest.param({"text": ARTICLE["text"]}, "no-publication-date", None, id="no date"),
        pytest.param({**ARTICLE, "text": " "}, "unusable-document", None, id="empty"),
        pytest.param({**ARTICLE, "engine": "llm"}, "not-configured", None, id="no model"),
        pytest.param({"url": "https://news.example/"}, "not-configured", None, id="no fetching"),
        pytest.param({**ARTICLE, "html": "<p>x</p>"}, "invalid-request", {"#"}, id="two documents"),
        pytest.param({"published": "2024-05-20"}, "invalid-request", {"#"}, id="no document"),
        pytest.param({**ARTICLE, "published": "soon"}, "invalid-request", {"#/published"}, id="no date at all"),
        pytest.param({**ARTICLE, "published": 20240520}, "invalid-request", {"#/published"}, id="date as number"),
        pytest.param({**ARTICLE, "engine": "magic"}, "invalid-request", {"#/engine"}, id="unknown engine"),
        pytest.param({**ARTICLE, "a/b~": 1}, "invalid-request", {"#/a~1b~0"}, id="unknown field"),
        pytest.param({"text": 7, "title": 8}, "invalid-request", {"#/text", "#/title"}, id="several faults"),
        pytest.param({**ARTICLE, "title": "x" * 1001}, "invalid-request", {"#/title"}, id="long title"),
        pytest.param([], "invalid-request", {"#"}, id="no object"),
    ],
)
def test_what_cannot_be_used_is_told_fault_by_fault(
    client: TestClient,
    body: Any,  # noqa: ANN401 - any JSON
    kind: str,
    errors: set[str] | None,
) -> None:
    """The kind of problem is named, and every fault has its place."""
    response = client.post("/v1/extract", json=body)
    problem = response.json()
    assert (response.status_code, problem["type"]) == (422, f"/problems/{kind}")
    assert {fault["pointer"] for fault in problem["errors"]} == errors if errors else "errors" not in problem


def test_no_word_of_the_validator_leaks(client: TestClient) -> None:
    """The faults are in the words of this API."""
    body = {"text": 7, "published": True, "engine": [], "title": "x" * 1001, "source": {}}
    said = str(client.post("/v1/extract", json=body).json())
    assert not [word for word in ("Value error", "Input should", "pydantic", "valid string") if word in said]


def test_half_a_surrogate_pair_is_refused(client: TestClient) -> None:
    """It could be neither stored nor sent back."""
    response = client.post(
        "/v1/extract",
        content='{"text": "Ana met Per on Friday. \\ud800", "published": "2024-05-20"}',
        headers={"Content-Type": "application/json"},
    )
    assert response.json()["errors"] == [
        {"detail": "holds half of a surrogate pair; decode it first", "pointer": "#/text"}
    ]


def test_a_missing_date_names_the_field(client: TestClient) -> None:
    """Not the option of the command line."""
    problem = client.post("/v1/extract", json={"text": ARTICLE["text"]}).json()
    assert "'published'" in problem["detail"]
    assert "--published" not in problem["detail"]


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        pytest.param(b'{"text":', "application/json", 400, id="cut off"),
        pytest.param(b'{"text": "\xff"}', "application/json", 400, id="not UTF-8"),
        pytest.param(b"[" * 100_000, "application/json", 400, id="too deep"),
        pytest.param(b'{"text": "x"}', "text/plain", 415, id="declared as text"),
        pytest.param(b'{"text": "x"}', None, 415, id="not declared"),
        pytest.param(b"", "application/json", 422, id="nothing"),
    ],
)
def test_what_is_no_json_has_its_own_problem(
    client: TestClient, content: bytes, content_type: str | None, status: int
) -> None:
    """A body that cannot be read is not the same as one that says something wrong."""
    headers = {"Content-Type": content_type} if content_type else {}
    response = client.post("/v1/extract", content=content, headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


def test_a_long_article_is_refused(open_client: OpenClient) -> None:
    """Its length is told, and the limit."""
    response = open_client(max_text=40).post("/v1/extract", json=ARTICLE)
    assert response.status_code == 413
    assert response.json()["detail"] == "the article has 41 characters; at most 40 are taken"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        pytest.param("*/*", "application/json", id="anything"),
        pytest.param("text/event-stream", "text/event-stream", id="stream"),
        pytest.param("application/json;q=0.5, text/event-stream", "text/event-stream", id="by weight"),
        pytest.param("text/*;q=0.1, application/*", "application/json", id="ranges"),
        pytest.param("image/png", "application/problem+json", id="neither"),
    ],
)
def test_the_client_says_what_it_reads(client: TestClient, accept: str, media_type: str) -> None:
    """One address answers at once or as a stream."""
    response = client.post("/v1/extract", json=ARTICLE, headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type
