"""`/v1/jobs`: handed in, told of page by page, cancelled, retried, forgotten."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from tests.jobs.archives import text_of
from tests.waiting import wait_until
from timeline.reading.documents import DocumentKind, read_document
from timeline.service import create_app
from timeline.settings import Settings

_UNKNOWN = "/v1/jobs/job_" + "0" * 32


def _article(number: int, **more: object) -> dict[str, object]:
    return {"id": f"article {number}", "text": text_of(number), "published": "2024-10-12", **more}


def _create(client: TestClient, *articles: dict[str, object]) -> str:
    answer = client.post("/v1/jobs", json={"articles": articles, "engine": "rules"})
    assert answer.status_code == 202
    assert answer.headers["Location"] == f"/v1/jobs/{answer.json()['id']}"
    return answer.headers["Location"]


def _ended(client: TestClient, job: str) -> dict[str, Any]:
    wait_until(lambda: client.get(job).json()["state"] in {"done", "cancelled"})
    told: dict[str, Any] = client.get(job).json()
    return told


def test_a_job_is_extracted_and_stored(client: TestClient) -> None:
    """Its articles lead to the stored timelines."""
    told = _ended(client, _create(client, _article(1), _article(2)))
    assert told["counts"] == {"queued": 0, "running": 0, "done": 2, "failed": 0, "cancelled": 0}
    first = told["articles"][0]
    assert (first["number"], first["id"], first["state"], first["version"]) == (1, "article 1", "done", 1)
    assert client.get(f"/v1/articles/{first['article']}").status_code == 200
    assert len(client.get("/v1/timeline").json()["events"]) == told["events"]


def test_a_page_of_html_and_a_text_are_taken_as_extract_takes_them(client: TestClient) -> None:
    """The same document by both ways is one article with one version."""
    body = f"<html><body><article><h1>Talks</h1><p>{text_of(1)}</p></article></body></html>"
    known = {"published": "2024-10-12", "title": "Talks", "source": "The Fjord Times"}
    extracted = client.post("/v1/extract", json={"html": body, "engine": "rules", **known}).json()
    told = _ended(client, _create(client, {"html": body, **known}))
    assert told["articles"][0]["article"] == extracted["article"]["id"]
    assert told["articles"][0]["version"] == 1


def test_what_cannot_be_read_fails_alone(client: TestClient) -> None:
    """The failure says why; a retry tries it alone, and an address is refused where nothing is fetched."""
    job = _create(client, {"text": "Nobody knows when."}, _article(1), {"url": "https://news.example/a"})
    told = _ended(client, job)
    assert (told["counts"]["done"], told["counts"]["failed"]) == (1, 2)
    failed = client.get(job, params={"state": "failed"}).json()["articles"]
    assert [one["number"] for one in failed] == [1, 3]
    assert failed[0]["error"]["kind"] == "input"
    assert "publication date" in failed[0]["error"]["message"]
    assert "TIMELINE_FETCH" in failed[1]["error"]["message"]

    assert client.post(f"{job}/retry").status_code == 202
    again = _ended(client, job)
    assert [one["attempts"] for one in again["articles"]] == [2, 1, 2]


def test_articles_come_page_by_page(client: TestClient) -> None:
    """The cursor of a page leads to the next; the last one has none."""
    job = _create(client, *(_article(number) for number in range(1, 6)))
    seen: list[int] = []
    cursor = None
    while True:
        page = client.get(job, params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [one["number"] for one in page["articles"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == [1, 2, 3, 4, 5]
    assert client.get(job, params={"cursor": "none of ours"}).status_code == 422


def test_a_parameter_that_is_given_twice_is_refused(client: TestClient) -> None:
    """Only one of its values could be used."""
    response = client.get(f"{_UNKNOWN}?limit=1&limit=2&state=done")
    assert (response.status_code, response.json()["type"]) == (422, "/problems/invalid-request")
    assert [fault["parameter"] for fault in response.json()["errors"]] == ["limit"]


def test_a_job_is_cancelled_then_forgotten(settings: Settings) -> None:
    """What is not begun is cancelled; at its end, the job is removed for good."""
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        job = _create(client, *(_article(number) for number in range(1, 400)))
        answer = client.delete(job)
        assert answer.status_code == 202
        assert answer.json()["state"] in {"cancelling", "cancelled"}
        told = _ended(client, job)
        assert told["state"] == "cancelled"
        assert told["counts"]["cancelled"] > 0
        assert client.delete(job).status_code == 204
        assert client.get(job).status_code == 404
        assert client.delete(job).status_code == 404


@pytest.mark.parametrize("name", ["text", "html"])
def test_the_text_of_an_article_that_failed_can_be_deleted(client: TestClient, tmp_path: Path, name: str) -> None:
    """By the id that the article would have had, though it was never stored; it is not tried again then."""
    told = f"Nobody knows when {text_of(1)}"
    page = f"<html><body><article><h1>Talks</h1><p>{told}</p></article></body></html>"
    document = {"text": told, "html": page}[name]
    kind = {"text": DocumentKind.TEXT, "html": DocumentKind.HTML}[name]
    article_id = read_document(document, kind=kind, published=date(2024, 10, 12)).id
    job = _create(client, {name: document})
    assert _ended(client, job)["counts"]["failed"] == 1
    assert b"Nobody knows when" in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert client.delete(f"/v1/articles/{article_id}").status_code == 204
    assert b"Nobody knows when" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert client.post(f"{job}/retry").json()["counts"]["failed"] == 1
    assert client.delete(f"/v1/articles/{article_id}").status_code == 404


def test_a_job_goes_on_in_the_next_server(settings: Settings) -> None:
    """A server that stops hands back what is left."""
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        job = _create(client, *(_article(number) for number in range(1, 40)))
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        assert _ended(client, job)["counts"]["done"] == 39


def test_the_queue_is_in_the_metrics(client: TestClient) -> None:
    """Articles of jobs are counted by state, and their extractions as all others are."""
    _ended(client, _create(client, _article(1)))
    told = client.get("/metrics").text
    assert 'timeline_queue_articles{state="done"} 1.0' in told
    assert 'timeline_extractions_total{engine="rules",result="whole"} 1.0' in told


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param({"articles": []}, 422, id="no article"),
        pytest.param({"articles": [{"published": "2024-10-12"}]}, 422, id="no document"),
        pytest.param({"articles": [{"text": "a", "id": "a\u0000b"}]}, 422, id="a name with NUL"),
        pytest.param({"articles": [{"text": "a", "id": "a\nb"}]}, 422, id="a name of two lines"),
        pytest.param({"articles": [{"text": "a"}], "engine": "magic"}, 422, id="no such engine"),
        pytest.param({"articles": [{"text": "a"}], "engine": "llm"}, 422, id="no model"),
    ],
)
def test_a_job_that_makes_no_sense_is_refused(client: TestClient, body: dict[str, object], status: int) -> None:
    """It is told at once, and nothing of it is taken in."""
    answer = client.post("/v1/jobs", json=body)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_name_with_half_a_character_is_refused(client: TestClient) -> None:
    """JSON can write it, no encoding can; the answer says where it is."""
    body = '{"articles": [{"text": "a", "published": "2024-10-12", "id": "\\ud800"}], "engine": "rules"}'
    answer = client.post("/v1/jobs", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/articles/0/id"


@pytest.mark.parametrize("call", ["get", "delete", "retry"])
def test_an_unknown_job_is_not_found(client: TestClient, call: str) -> None:
    """Whatever is asked of it."""
    answer = client.post(f"{_UNKNOWN}/retry") if call == "retry" else client.request(call, _UNKNOWN)
    assert answer.status_code == 404


def test_the_queue_stays_beside_the_store(settings: Settings, tmp_path: Path) -> None:
    """A server without jobs makes no file for them."""
    assert settings.database_url == SecretStr(f"sqlite:///{tmp_path / 'timeline.db'}")
    with TestClient(create_app(settings), base_url="http://localhost"):
        pass
    assert not (tmp_path / "timeline-jobs.db").exists()
