"""Tests of the processes that extract by the rules."""

import asyncio
import os
import signal
from datetime import date

import anyio
import pytest
from anyio.abc import Process

from timeline import extract
from timeline.domain.article import Article
from timeline.service.extraction.processes import Processes

ARTICLE = Article(text="Ana Silva met Per Holm in Oslo on Friday.", published=date(2024, 5, 20))
LONG = ARTICLE.model_copy(update={"text": "\n\n".join(f"They met in Oslo on {day} May." for day in range(1, 31)) * 200})
PATIENCE = 20


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """Return a list of the processes as they are begun."""
    seen: list[Process] = []

    async def noted(command: list[str], *, stdin: int, stdout: int) -> Process:
        process = await anyio.open_process(command, stdin=stdin, stdout=stdout)
        seen.append(process)
        return process

    monkeypatch.setattr("anyio.to_process.open_process", noted)
    return seen


def test_the_timeline_is_that_of_the_library() -> None:
    """It crosses from process to process whole."""
    assert asyncio.run(Processes(1).extract(ARTICLE)) == extract(ARTICLE, engine="rules")


def test_a_process_serves_again(begun: list[Process]) -> None:
    """Only the first article waits for one to begin."""

    async def twice() -> None:
        processes = Processes(2)
        await processes.extract(ARTICLE)
        await processes.extract(ARTICLE)

    asyncio.run(twice())
    assert len(begun) == 1


def test_who_gives_up_ends_the_work(begun: list[Process]) -> None:
    """A request that is over leaves no process at work."""

    async def give_up() -> None:
        processes = Processes(1)
        await processes.extract(ARTICLE)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await processes.extract(LONG)
        assert begun[0].returncode == -signal.SIGKILL

    asyncio.run(give_up())


def test_ctrl_c_leaves_the_work_alone(begun: list[Process]) -> None:
    """It goes to every process of a terminal, while the server still finishes what is under way."""

    async def interrupted() -> None:
        processes = Processes(1)
        await processes.extract(ARTICLE)
        os.kill(begun[0].pid, signal.SIGINT)
        assert (await processes.extract(ARTICLE)).events

    asyncio.run(interrupted())
    assert len(begun) == 1


def test_a_process_that_dies_fails_its_article_alone(begun: list[Process]) -> None:
    """The next article gets another process."""

    async def killed() -> None:
        processes = Processes(1)
        await processes.extract(ARTICLE)
        async with asyncio.timeout(PATIENCE):
            failing = asyncio.ensure_future(processes.extract(LONG))
            await asyncio.sleep(0.05)
            os.kill(begun[0].pid, signal.SIGKILL)
            with pytest.raises(anyio.BrokenWorkerProcess):
                await failing
            assert (await processes.extract(ARTICLE)).events

    asyncio.run(killed())
    assert len(begun) == 2
