"""Tests of the processes that extract by the rules."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from timeline import extract
from timeline.domain.article import Article
from timeline.errors import UnreadableInputError
from timeline.processes import ProcessDiedError, Processes

ARTICLE = Article(text="Ana Silva met Per Holm in Oslo on Friday.", published=date(2024, 5, 20))
LONG = ARTICLE.model_copy(update={"text": "\n\n".join(f"They met in Oslo on {day} May." for day in range(1, 31)) * 200})
PATIENCE = 60

Begun = list[asyncio.subprocess.Process]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Begun:
    """Return a list of the processes as they are begun."""
    seen: Begun = []
    begin = asyncio.create_subprocess_exec

    async def noted(*command: str, stdin: int, stdout: int, start_new_session: bool) -> asyncio.subprocess.Process:
        seen.append(await begin(*command, stdin=stdin, stdout=stdout, start_new_session=start_new_session))
        return seen[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    return seen


def with_processes(count: int, work: Callable[[Processes], Awaitable[None]]) -> None:
    """Do the work with so many processes."""

    async def run() -> None:
        async with asyncio.timeout(PATIENCE), opened(count) as processes:
            await work(processes)

    asyncio.run(run())


@asynccontextmanager
async def opened(count: int) -> AsyncGenerator[Processes]:
    """Give processes, and end them."""
    processes = Processes(count)
    try:
        yield processes
    finally:
        await processes.aclose()


def test_the_timeline_is_that_of_the_library() -> None:
    """It crosses from process to process whole."""

    async def work(processes: Processes) -> None:
        assert await processes.extract(ARTICLE) == extract(ARTICLE, engine="rules")

    with_processes(1, work)


def test_an_error_of_the_article_is_told_and_the_process_goes_on(begun: Begun) -> None:
    """It is the error that the library raises."""

    async def work(processes: Processes) -> None:
        with pytest.raises(UnreadableInputError, match="no text"):
            await processes.extract(ARTICLE.model_copy(update={"text": " "}))
        assert (await processes.extract(ARTICLE)).events

    with_processes(1, work)
    assert len(begun) == 1


def test_no_more_are_begun_than_may_be(begun: Begun) -> None:
    """Ten articles at once share two."""

    async def work(processes: Processes) -> None:
        await asyncio.gather(*(processes.extract(ARTICLE) for _ in range(10)))

    with_processes(2, work)
    assert len(begun) == 2


def test_they_end_with_whoever_began_them(begun: Begun) -> None:
    """Nothing is left when the service has stopped."""

    async def work(processes: Processes) -> None:
        await processes.extract(ARTICLE)

    with_processes(1, work)
    assert begun[0].returncode == -signal.SIGKILL


def test_one_ends_by_itself_when_its_input_is_closed(begun: Begun) -> None:
    """So it does when the process that began it dies."""

    async def work(processes: Processes) -> None:
        await processes.extract(ARTICLE)
        assert begun[0].stdin is not None
        begun[0].stdin.close()
        assert await begun[0].wait() == 0

    with_processes(1, work)


def test_who_gives_up_ends_the_work(begun: Begun) -> None:
    """A request that is over leaves no process at work; the next one gets another."""

    async def work(processes: Processes) -> None:
        await processes.extract(ARTICLE)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await processes.extract(LONG)
        assert await begun[0].wait() == -signal.SIGKILL
        assert (await processes.extract(ARTICLE)).events

    with_processes(1, work)


def test_who_gives_up_too_early_leaves_a_process_to_the_next(begun: Begun) -> None:
    """Otherwise a time limit shorter than a start would let nobody through."""

    async def work(processes: Processes) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await processes.extract(ARTICLE)
        assert (await processes.extract(ARTICLE)).events

    with_processes(1, work)
    assert len(begun) == 1


def test_ctrl_c_does_not_reach_it_while_it_begins(begun: Begun) -> None:
    """A terminal sends it to all processes of its session, and these are in none."""

    async def work(processes: Processes) -> None:
        extracting = asyncio.ensure_future(processes.extract(ARTICLE))
        while not begun:
            await asyncio.sleep(0.01)
        assert os.getsid(begun[0].pid) == begun[0].pid != os.getsid(0)
        assert (await extracting).events

    with_processes(1, work)


def test_an_article_whose_process_dies_is_given_to_another(begun: Begun) -> None:
    """Nobody notices."""

    async def work(processes: Processes) -> None:
        await processes.extract(ARTICLE)
        extracting = asyncio.ensure_future(processes.extract(LONG))
        await asyncio.sleep(0.05)
        begun[0].kill()
        assert (await extracting).events

    with_processes(1, work)
    assert len(begun) == 2


def test_an_article_that_ends_two_processes_fails(begun: Begun) -> None:
    """It is not tried for ever; the next article is served."""

    async def work(processes: Processes) -> None:
        extracting = asyncio.ensure_future(processes.extract(LONG))
        for number in range(2):
            while len(begun) <= number:
                await asyncio.sleep(0.01)
            begun[number].kill()
        with pytest.raises(ProcessDiedError, match="memory"):
            await extracting
        assert (await processes.extract(ARTICLE)).events

    with_processes(1, work)


def test_files_of_the_working_folder_are_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder where a service is started is data."""
    for name in ("pickle", "struct", "select", "asyncio"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def work(processes: Processes) -> None:
        assert (await processes.extract(ARTICLE)).events

    with_processes(1, work)
