"""Tests of what is told of a connection that fails, and whether the request may have cost something."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.llm.provider import Provider, completion, cuts, says
from timeline.llm.errors import TransientError
from timeline.llm.openai_transport import OpenAiTransport


@asynccontextmanager
async def to(url: str) -> AsyncIterator[OpenAiTransport]:
    """Open a transport and close it again."""
    transport = OpenAiTransport(base_url=url, api_key=None, wall_time=lambda: 0.0)
    try:
        yield transport
    finally:
        await transport.aclose()


async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Close the connection without a word."""
    writer.close()


@asynccontextmanager
async def hanging_up() -> AsyncIterator[str]:
    """Yield host and port of a server that hangs up on all."""
    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def failure_of(url: str) -> TransientError:
    """Return how a request to the URL fails."""
    async with to(url) as transport:
        with pytest.raises(TransientError) as caught:
            await transport.send({}, timeout=5)
    return caught.value


async def test_a_request_that_reached_nobody_was_not_sent() -> None:
    """A name that nobody has, and a server without TLS where TLS is spoken."""
    async with hanging_up() as address:
        for url in ("http://nowhere.invalid/v1", f"https://{address}/v1"):
            failure = await failure_of(url)
            assert str(failure).startswith("cannot reach")
            assert not failure.was_sent


async def test_a_request_that_was_cut_off_may_have_been_read() -> None:
    """Before the first byte of the answer, or in the middle of it."""
    with Provider([cuts(completion("{}"))]) as provider:
        async with hanging_up() as address:
            for url in (provider.url, f"http://{address}/v1"):
                failure = await failure_of(url)
                assert "broke before the reply was complete" in str(failure)
                assert failure.was_sent


async def test_a_head_that_is_no_http_is_told_as_a_broken_connection() -> None:
    """It is no answer."""

    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b"what?\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server:
        failure = await failure_of(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1")
    assert "broke before the reply was complete" in str(failure)
    assert failure.was_sent


async def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The host itself need not be found: the proxy is asked."""
    with Provider([says("{}")]) as provider:
        monkeypatch.setenv("HTTP_PROXY", provider.url.removesuffix("/v1"))
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        async with to("http://models.invalid/v1") as transport:
            answer = await transport.send({"model": "small"}, timeout=5)
    assert answer.payload["object"] == "chat.completion"
    assert provider.bodies == [{"model": "small"}]


async def test_more_requests_than_a_hundred_are_under_way_at_once() -> None:
    """How many is for the limits to say, not for the pool of connections."""
    together = asyncio.Barrier(200)

    async def answer_together(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await together.wait()
        body = completion("{}")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer_together, "127.0.0.1", 0, backlog=256)
    async with server, to(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1") as transport:
        answers = await asyncio.gather(*(transport.send({}, timeout=30) for _ in range(200)))
    assert len(answers) == 200
