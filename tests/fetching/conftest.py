"""A web on loopback: a server that answers by a script, and a fetcher that may reach it under any name."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address

import pytest_asyncio

from timeline.fetching.fetcher import USUAL_LIMITS, Fetcher, Limits
from timeline.fetching.public import IpAddress, public_web

ARTICLE = (
    b"<html><head><title>Talks</title><meta property='article:published_time' content='2024-05-20'></head><body>"
    b"<article><p>Ana Silva met Per Holm in Oslo on Friday, the ministry said.</p></article></body></html>"
)

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]
"""Writes a response."""


def page(content: bytes = ARTICLE, *headers: str, status: str = "200 OK", media_type: str = "text/html") -> bytes:
    """Return a whole response."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", f"Content-Length: {len(content)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def redirect(location: str) -> bytes:
    """Return a response that leads to `location`."""
    return page(b"", f"Location: {location}", status="302 Found")


class Web:
    """A server that gives each path its response, and every name that is asked for the addresses it is told."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes | Answer] = {"/": page()}
        self.names: dict[str, list[list[str]]] = {}
        self.requests: list[str] = []
        self.asked: list[str] = []
        self.port = 0
        self._running: list[asyncio.Task[None] | None] = []

    def url(self, path: str = "/", host: str = "news.example") -> str:
        """Return the address of a page here."""
        return f"http://{host}:{self.port}{path}"

    def fetcher(self, limits: Limits = USUAL_LIMITS, tls: ssl.SSLContext | None = None) -> Fetcher:
        """Return a fetcher that may connect to this server beside the public web."""
        return Fetcher(rule=self._allows, resolver=self._resolve, limits=limits, tls=tls)

    def _allows(self, address: IpAddress, port: int) -> str | None:
        is_this = address == ip_address("127.0.0.1") and port == self.port
        return None if is_this else public_web(address, port)

    async def _resolve(self, host: str, _: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self.names.get(host, [["127.0.0.1"]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request."""
        self._running.append(asyncio.current_task())
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.requests.append(head)
            answer = self.pages[head.split(" ", 2)[1]]
            if isinstance(answer, bytes):
                writer.write(answer)
            else:
                await answer(writer)
            await writer.drain()
        writer.close()
        with suppress(ConnectionError, ssl.SSLError):
            await writer.wait_closed()

    @asynccontextmanager
    async def serving(self, tls: ssl.SSLContext | None = None) -> AsyncIterator["Web"]:
        """Serve while the block runs."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self
        await asyncio.gather(*filter(None, self._running))


@pytest_asyncio.fixture
async def web() -> AsyncIterator[Web]:
    """A server on loopback with the article at `/`."""
    async with Web().serving() as web:
        yield web
