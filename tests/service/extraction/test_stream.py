"""`POST /v1/extract` as server-sent events."""

import asyncio
from collections.abc import AsyncGenerator
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import ARTICLE, SECOND
from timeline.errors import ModelError
from timeline.service.extraction import stream
from timeline.service.extraction.progress import Progress
from timeline.service.extraction.stream import Told, server_sent


class Message(NamedTuple):
    """One server-sent event."""

    name: str
    data: str


def messages(body: str) -> list[Message]:
    """Read a stream as a browser does, without its comments."""
    blocks = [block for block in body.split("\n\n") if block and not block.startswith(":")]
    lines = [dict(line.split(": ", 1) for line in block.split("\n")) for block in blocks]
    return [Message(line["event"], line["data"]) for line in lines]


def test_records_arrive_before_the_timeline(client: TestClient) -> None:
    """Progress first, each record once, the whole at the end as it is stored."""
    response = client.post("/v1/extract", json=SECOND, headers={"Accept": "text/event-stream"})
    told = messages(response.text)
    assert [one.name for one in told] == ["progress", "progress", *["event"] * 2, "timeline"]
    [listed] = client.get("/v1/articles").json()["articles"]
    stored = client.get(f"/v1/articles/{listed['article']['id']}/timeline").text
    assert told[-1].data == stored


def test_what_is_wrong_with_the_document_is_told_before_the_stream(client: TestClient) -> None:
    """The status says so."""
    response = client.post("/v1/extract", json={"text": "No date."}, headers={"Accept": "text/event-stream"})
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_a_stream_is_kept_by_nobody_and_held_back_by_nobody(client: TestClient) -> None:
    """Proxies and compression would hold records back."""
    headers = client.post("/v1/extract", json=ARTICLE, headers={"Accept": "text/event-stream"}).headers
    assert (headers["cache-control"], headers["x-accel-buffering"]) == ("no-store", "no")
    assert "content-encoding" not in headers


async def _failing() -> AsyncGenerator[Told]:
    yield Progress(sentences=1, parts=0, proposed=0)
    raise ModelError("the provider answered 401")


async def _endless() -> AsyncGenerator[Told]:
    yield Progress(sentences=1, parts=0, proposed=0)
    await asyncio.Event().wait()


async def _read(told: AsyncGenerator[Told], *, seconds: float = 5) -> str:
    return b"".join([part async for part in server_sent(told, seconds=seconds)]).decode()


async def test_trouble_on_the_way_ends_the_stream_with_a_problem() -> None:
    """There is no other way to tell it by then."""
    told = messages(await _read(_failing()))
    assert [one.name for one in told] == ["progress", "problem"]
    assert '"type":"/problems/model-failed"' in told[-1].data


async def test_an_extraction_has_its_time() -> None:
    """It ends with a problem, and the work with it."""
    told = messages(await _read(_endless(), seconds=0.05))
    assert '"type":"/problems/too-slow"' in told[-1].data


async def test_a_silence_is_bridged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comment keeps the connection open while nothing is told."""
    monkeypatch.setattr(stream, "_QUIET_SECONDS", 0.01)
    body = await _read(_endless(), seconds=0.1)
    assert body.count(": ping\n\n") >= 2
