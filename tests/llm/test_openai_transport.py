"""Tests of what is told of a connection that fails, and whether the request may have cost something."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from tests.llm.provider import Provider, completion, cuts, says
from timeline.llm.errors import TransientError
from timeline.llm.openai_transport import OpenAiTransport

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
"""Serves one connection."""


@asynccontextmanager
async def to(url: str) -> AsyncIterator[OpenAiTransport]:
    """Open a transport and close it again."""
    transport = OpenAiTransport(base_url=url, api_key=None, wall_time=lambda: 0.0)
    try:
        yield transport
    finally:
        await transport.aclose()


@asynccontextmanager
async def listening(serve: Serve) -> AsyncIterator[str]:
    """Run a server that closes each connection once it is served; yield its host and port."""

    async def serve_and_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve_and_close, "127.0.0.1", 0, backlog=256)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def hang_up(*_: object) -> None:
    """Say nothing."""


async def failure_of(url: str) -> TransientError:
    """Return how a request to the URL fails."""
    async with to(url) as transport:
        with pytest.raises(TransientError) as caught:
            await transport.send({}, timeout=5)
    return caught.value


async def test_a_request_that_reached_nobody_was_not_sent() -> None:
    """A name that nobody has, and a server without TLS where TLS is spoken."""
    async with listening(hang_up) as address:
        for url in ("http://nowhere.invalid/v1", f"https://{address}/v1"):
            failure = await failure_of(url)
            assert str(failure).startswith("cannot reach")
            assert not failure.was_sent


async def test_a_request_that_was_cut_off_may_have_been_read() -> None:
    """Before the first byte of the answer, or in the middle of it."""
    with Provider([cuts(completion("{}"))]) as provider:
        async with listening(hang_up) as address:
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

    async with listening(babble) as address:
        failure = await failure_of(f"http://{address}/v1")
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
        await _head(reader)
        await together.wait()
        writer.write(_answer("together"))
        await writer.drain()

    async with listening(answer_together) as address, to(f"http://{address}/v1") as transport:
        answers = await asyncio.gather(*(transport.send({}, timeout=30) for _ in range(200)))
    assert len(answers) == 200


async def test_a_reply_that_nobody_asked_for_is_no_answer_to_the_next_request() -> None:
    """It came on a connection that was idle: the next request goes by another one."""
    was_strayed = asyncio.Event()

    async def stray(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await _head(reader):
            await reader.readexactly(int(head.lower().split(b"content-length:")[1].split()[0]))
            writer.write(_answer("asked for"))
            await writer.drain()
            if not was_strayed.is_set():
                await asyncio.sleep(0.05)  # the first reply is read by then
                writer.write(_answer("stray"))
                await writer.drain()
                was_strayed.set()

    async with listening(stray) as address, to(f"http://{address}/v1") as transport:
        first = await transport.send({}, timeout=5)
        await was_strayed.wait()
        others = [await transport.send({}, timeout=5) for _ in range(3)]
    assert [answer.payload["id"] for answer in (first, *others)] == ["asked for"] * 4


async def test_a_connection_that_the_server_closed_meanwhile_costs_no_request() -> None:
    """Though this side had no time to notice."""

    async def answer_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _head(reader)
        writer.write(_answer("kept alive"))
        await writer.drain()

    async with listening(answer_once) as address, to(f"http://{address}/v1") as transport:
        for _ in range(5):
            assert (await transport.send({}, timeout=5)).payload["id"] == "kept alive"
            await asyncio.sleep(0.05)


async def _head(reader: asyncio.StreamReader) -> bytes:
    """Return the head of a request; nothing where the connection ends."""
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionResetError):
        return b""


def _answer(name: str) -> bytes:
    body = b'{"id": "%s"}' % name.encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
