"""The loop that extracts."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from timeline.service.extraction.loop import Emit, ExtractionLoop


@pytest.fixture
async def loop() -> AsyncIterator[ExtractionLoop]:
    """A loop, closed at the end."""
    loop = ExtractionLoop()
    yield loop
    await loop.aclose()


async def test_work_runs_beside_the_caller(loop: ExtractionLoop) -> None:
    """Another thread does it, always the same one."""

    async def where() -> str:
        return threading.current_thread().name

    assert {await loop.run(where()) for _ in range(3)} == {"extraction"}


async def test_errors_come_back(loop: ExtractionLoop) -> None:
    """As they were raised."""

    async def fail() -> None:
        raise LookupError("nothing")

    with pytest.raises(LookupError, match="nothing"):
        await loop.run(fail())


async def test_what_is_told_arrives_in_order(loop: ExtractionLoop) -> None:
    """Everything, also what was told just before an error."""

    async def count(emit: Emit[int]) -> None:
        for number in range(100):
            emit(number)
        raise LookupError("over")

    heard = loop.listen(count)
    assert [await anext(heard) for _ in range(100)] == list(range(100))
    with pytest.raises(LookupError, match="over"):
        await anext(heard)


async def test_who_stops_listening_stops_the_work(loop: ExtractionLoop) -> None:
    """No model is asked for a client that left."""
    stopped = threading.Event()

    async def wait(emit: Emit[int]) -> None:
        emit(1)
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()

    heard = loop.listen(wait)
    assert await anext(heard) == 1
    await heard.aclose()
    assert await asyncio.to_thread(stopped.wait, 5)


async def test_a_loop_may_be_used_again(loop: ExtractionLoop) -> None:
    """An application can be started twice."""

    async def one() -> int:
        return 1

    assert await loop.run(one()) == 1
    await loop.aclose()
    assert await loop.run(one()) == 1
