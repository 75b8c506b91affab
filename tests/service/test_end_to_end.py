"""The service as a client meets it: a process of its own, over a socket."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.service.conftest import ARTICLE
from tests.service.server import running_service
from timeline.domain.timeline import Timeline

EXAMPLE = Path(__file__).parents[2] / "examples" / "meeting.txt"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """A client of a running service with a store of its own."""
    store = tmp_path_factory.mktemp("store") / "timeline.db"
    with (
        running_service({"TIMELINE_DATABASE_URL": f"sqlite:///{store}", "TIMELINE_MAX_BODY": "100000"}) as url,
        httpx2.Client(base_url=url, timeout=60) as client,
    ):
        yield client


def test_the_example_is_extracted_found_and_deleted(service: httpx2.Client) -> None:
    """The whole life of an article."""
    sent = service.post("/v1/extract", json={"text": EXAMPLE.read_text(encoding="utf-8"), "engine": "rules"})
    timeline = Timeline.model_validate_json(sent.content)
    where = f"/v1/articles/{timeline.article.id}"
    assert service.get(f"{where}/timeline").content == sent.content
    assert len(service.get("/v1/timeline").json()["events"]) == len(timeline.events)
    assert service.delete(where).status_code == 204
    assert service.get(where).status_code == 404


def test_records_stream(service: httpx2.Client) -> None:
    """Line by line, with the whole at the end."""
    with service.stream("POST", "/v1/extract", json=ARTICLE, headers={"Accept": "text/event-stream"}) as stream:
        lines = list(stream.iter_lines())
    names = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    assert (names[0], names[-1]) == ("progress", "timeline")
    data = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    assert json.loads(data[-1])["schema"] == "timeline/1"


def test_a_body_that_is_too_large_is_refused_while_it_comes(service: httpx2.Client) -> None:
    """The connection is not held until all of it has been sent."""
    head = b"POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection((service.base_url.host, service.base_url.port or 80), timeout=30) as connection:
        connection.sendall(head + 11 * (b"2710\r\n" + b"x" * 0x2710 + b"\r\n"))
        answer = connection.recv(100)
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_the_loop_answers_while_an_article_is_extracted(service: httpx2.Client) -> None:
    """A long article is work for another thread."""
    text = "\n\n".join(f"Ana Silva met Per Holm in Oslo on Friday for talk {number}." for number in range(800))
    with service.stream(
        "POST",
        "/v1/extract",
        json={**ARTICLE, "text": text},
        headers={"Accept": "text/event-stream"},
    ) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "event: progress"
        assert service.get("/healthz").status_code == 200
        rest = [line for line in lines if line.startswith("event: ")]
    assert rest[-1] == "event: timeline"


def test_the_example_client_prints_the_events(service: httpx2.Client) -> None:
    """As they arrive, and how it ended."""
    client = EXAMPLE.parent / "client.py"
    url = str(service.base_url).rstrip("/")
    done = subprocess.run([sys.executable, client, EXAMPLE, url], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) > 5
    assert done.stdout.splitlines()[-1].endswith("events, 0 failures")
