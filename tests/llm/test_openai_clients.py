"""Tests of the SDK's clients: which request goes on which connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from timeline.llm import openai_clients
from timeline.llm.errors import TransientError
from timeline.llm.openai_transport import OpenAiTransport

BODY = b'{"choices": []}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


class Server:
    """Answers as many requests at a time as are expected, and counts the connections."""

    def __init__(self) -> None:
        self.opened = 0
        self.closed = 0
        self.expected = asyncio.Barrier(1)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer on one connection until it is closed."""
        self.opened += 1
        try:
            while await reader.readuntil(b"\r\n\r\n{}"):
                await self.expected.wait()
                writer.write(ANSWER)
        except asyncio.IncompleteReadError:
            self.closed += 1
        finally:
            writer.close()


@asynccontextmanager
async def asked() -> AsyncIterator[tuple[Server, OpenAiTransport]]:
    """Run a server and open a transport to it."""
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    async with listening:
        url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1"
        transport = OpenAiTransport(base_url=url, api_key=None, wall_time=lambda: 0.0)
        try:
            yield server, transport
        finally:
            await transport.aclose()


async def ask_together(server: Server, transport: OpenAiTransport, count: int) -> None:
    """Have so many requests under way at the same time."""
    server.expected = asyncio.Barrier(count)
    await asyncio.gather(*(transport.send({}, timeout=10) for _ in range(count)))


async def test_connections_are_used_again() -> None:
    """As many as were under way at once are enough."""
    async with asked() as (server, transport):
        for count in (1, 1, 5, 5, 3):
            await ask_together(server, transport, count)
    assert server.opened == 5


async def test_connections_that_nobody_needs_any_more_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one used last is kept."""
    async with asked() as (server, transport):
        await ask_together(server, transport, 4)
        monkeypatch.setattr(openai_clients, "_LONGEST_IDLE", 0.0)
        await ask_together(server, transport, 1)
        async with asyncio.timeout(10):
            while server.closed < 3:
                await asyncio.sleep(0.01)
        await ask_together(server, transport, 1)
        assert (server.opened, server.closed) == (4, 3)


async def test_a_request_that_was_given_up_leaves_a_way_for_the_next() -> None:
    """Its connection is closed, and not used again."""
    async with asked() as (server, transport):
        server.expected = asyncio.Barrier(2)
        with pytest.raises(TransientError, match="did not answer within"):
            await transport.send({}, timeout=0.1)
        await ask_together(server, transport, 1)
    assert server.opened == 2
