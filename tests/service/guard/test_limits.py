"""How large a request may be, and how long it may take."""

import asyncio
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from tests.service.conftest import ARTICLE, OpenClient
from timeline.service.guard.time_limit import TimeLimit
from timeline.service.problems import ProblemError


def _pieces(number: int, sent: list[int]) -> Iterator[bytes]:
    for _ in range(number):
        sent.append(1)
        yield b"x" * 1000


def test_a_body_that_declares_too_much_is_not_read(open_client: OpenClient) -> None:
    """The answer comes at once, and says how much is taken."""
    response = open_client(max_body=50).post("/v1/extract", json=ARTICLE)
    assert (response.status_code, response.json()["type"]) == (413, "/problems/too-large")
    assert "at most 50 bytes" in response.json()["detail"]


def test_a_body_that_declares_nothing_is_cut_off(open_client: OpenClient) -> None:
    """As soon as too much has come."""
    headers = {"Content-Type": "application/json"}
    response = open_client(max_body=5000).post("/v1/extract", content=_pieces(20, []), headers=headers)
    assert (response.status_code, response.json()["type"]) == (413, "/problems/too-large")


async def _nothing() -> Message:
    return {"type": "http.request"}


async def _drop(_: Message) -> None:
    return None


async def test_a_request_has_its_time() -> None:
    """It ends with a problem that says how long that is."""

    async def never(_: Scope, __: Receive, ___: Send) -> None:
        await asyncio.Event().wait()

    with pytest.raises(ProblemError, match=r"more than 0\.01 s"):
        await TimeLimit(never, seconds=0.01)({"type": "http"}, _nothing, _drop)


async def test_an_answer_that_has_begun_may_go_on() -> None:
    """A stream is not cut off by the time it takes to send."""

    async def slow(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await asyncio.sleep(0.05)

    await TimeLimit(slow, seconds=0.01)({"type": "http"}, _nothing, _drop)


async def test_an_error_of_the_application_is_no_time_out() -> None:
    """Its own TimeoutError stays what it is."""

    async def failing(_: Scope, __: Receive, ___: Send) -> None:
        raise TimeoutError("of something else")

    with pytest.raises(TimeoutError, match="of something else"):
        await TimeLimit(failing, seconds=5)({"type": "http"}, _nothing, _drop)


def test_large_answers_are_compressed(client: TestClient) -> None:
    """For who can read it."""
    answer = client.post("/v1/extract", json=ARTICLE, headers={"Accept-Encoding": "gzip"})
    plain = client.post("/v1/extract", json=ARTICLE, headers={"Accept-Encoding": "identity"})
    assert (answer.headers.get("content-encoding"), plain.headers.get("content-encoding")) == ("gzip", None)
    assert answer.json() == plain.json()
