"""Tests of the transport that is opened by the first request."""

import asyncio
import subprocess
import sys
from collections.abc import Mapping

import pytest
from pydantic import JsonValue

from timeline.llm.transport import Answer, DeferredTransport, Transport, host_of


class Counted:
    """A transport that answers nothing, and says how often it was closed."""

    host = "somewhere"

    def __init__(self) -> None:
        self.closed = 0

    async def send(self, body: Mapping[str, JsonValue], *, timeout: float) -> Answer:
        """Answer at once."""
        assert timeout
        return Answer(dict(body), {})

    async def list_models(self, *, timeout: float) -> tuple[str, ...]:
        """Tell of one model."""
        assert timeout
        return ("small",)

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1


def test_what_asks_a_model_is_loaded_without_the_sdk() -> None:
    """A run that the cache answers never loads it."""
    code = "import sys, timeline.engines.llm.engine, timeline.llm.opening; sys.exit('openai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_requests_that_come_together_open_one() -> None:
    """Whoever comes first opens it, and the others wait for that."""
    opened: list[Counted] = []

    def load() -> Transport:
        opened.append(Counted())
        return opened[-1]

    async def ask() -> None:
        transport = DeferredTransport("somewhere", load)
        await asyncio.gather(*(transport.send({"n": number}, timeout=1) for number in range(5)))
        assert await transport.list_models(timeout=1) == ("small",)
        await transport.aclose()

    asyncio.run(ask())
    assert [one.closed for one in opened] == [1]


def test_one_that_nobody_asked_opens_nothing() -> None:
    """There is nothing to close."""

    def load() -> Transport:
        raise AssertionError("nobody asked")

    asyncio.run(DeferredTransport("somewhere", load).aclose())


def test_one_that_cannot_be_opened_says_so_every_time_and_can_be_closed() -> None:
    """The error is the loader's."""

    def load() -> Transport:
        raise ValueError("no proxy")

    async def ask() -> None:
        transport = DeferredTransport("somewhere", load)
        for _ in range(2):
            with pytest.raises(ValueError, match="no proxy"):
                await transport.send({}, timeout=1)
        await transport.aclose()

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (None, "api.openai.com"),
        ("http://127.0.0.1:8080/v1", "127.0.0.1:8080"),
        ("https://user:secret@models.example/v1?key=1", "models.example"),
    ],
)
def test_the_host_is_all_that_is_told_of_a_url(url: str | None, host: str) -> None:
    """Names, passwords and queries stay out of messages."""
    assert host_of(url) == host
