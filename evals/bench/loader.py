"""Load for an HTTP server on loopback: so many connections, each with its next request as soon as it has an answer.

The bytes of every request are made beforehand, and of an answer only what is needed is read, so that the loader takes
little of the processor that it shares with the server.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from statistics import median, quantiles
from typing import NamedTuple
from urllib.parse import urlsplit


class Load(NamedTuple):
    """What a load found: seconds of each answer, in all how many seconds it took, and the answers by status."""

    taken: tuple[float, ...]
    seconds: float
    statuses: dict[int, int]

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return len(self.taken) / self.seconds

    @property
    def median(self) -> float:
        """The median answer, in milliseconds."""
        return 1000 * median(self.taken)

    @property
    def p99(self) -> float:
        """The answer that one in a hundred takes longer than, in milliseconds."""
        return 1000 * quantiles(self.taken, n=100)[-1]


def get(url: str, path: str) -> bytes:
    """Return a GET request."""
    return f"GET {path} HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\n\r\n".encode()


def post(url: str, path: str, body: bytes) -> bytes:
    """Return a POST request of JSON."""
    head = f"POST {path} HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\nContent-Type: application/json\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def load(url: str, requests: Sequence[bytes], *, connections: int) -> Load:
    """Send every request, over so many connections at a time, and return what that took."""
    return asyncio.run(_load(url, iter(requests), connections))


async def _load(url: str, requests: Iterator[bytes], connections: int) -> Load:
    started = time.perf_counter()
    answers = await asyncio.gather(*(_converse(url, requests) for _ in range(connections)))
    seconds = time.perf_counter() - started
    taken = tuple(answer[1] for one in answers for answer in one)
    statuses: dict[int, int] = {}
    for status in (answer[0] for one in answers for answer in one):
        statuses[status] = statuses.get(status, 0) + 1
    return Load(taken, seconds, statuses)


async def _converse(url: str, requests: Iterator[bytes]) -> list[tuple[int, float]]:
    """Take requests as long as there are some, and return the status of each answer and its seconds."""
    host = urlsplit(url)
    reader, writer = await asyncio.open_connection(host.hostname, host.port)
    answers = []
    for request in requests:
        started = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_length(head))
        answers.append((int(head[9:12]), time.perf_counter() - started))
    writer.close()
    await writer.wait_closed()
    return answers


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    raise ValueError(f"an answer without a length: {head!r}")
