"""One process that extracts, as the one that began it sees it."""

import asyncio
import pickle
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from typing import Any, Final, Self

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.processes.frames import LENGTH, framed

_COMMAND: Final = (sys.executable, "-P", "-m", "timeline.processes.worker")
"""`-P`: no file of the working folder is taken for a module."""


class ProcessDiedError(Exception):
    """The process ended in the middle of its work: killed, or out of memory."""


class ExtractingProcess:
    """A process that takes one article at a time. It belongs to the event loop that began it."""

    def __init__(self, process: Process, requests: StreamWriter, answers: StreamReader) -> None:
        self._process = process
        self._requests = requests
        self._answers = answers

    @classmethod
    async def begin(cls) -> Self:
        """Begin one, and wait until it is ready.

        It has a session of its own: a Ctrl-C in the terminal reaches only the process that decides what to finish.

        Raises:
            ProcessDiedError: It ended at once.
            OSError: The system begins no process.
        """
        process = await asyncio.create_subprocess_exec(*_COMMAND, stdin=PIPE, stdout=PIPE, start_new_session=True)
        if process.stdin is None or process.stdout is None:
            raise OSError("a process was begun without its pipes")
        begun = cls(process, process.stdin, process.stdout)
        try:
            await begun._answer()
        except BaseException:
            begun.kill()
            raise
        return begun

    @property
    def is_alive(self) -> bool:
        """Say whether it can be asked, as far as is known."""
        return self._process.returncode is None

    async def extract(self, article: Article) -> Timeline:
        """Return the timeline of an article.

        Raises:
            UnreadableInputError: The article has no text.
            ProcessDiedError: The process ended.
        """
        try:
            self._requests.write(framed(article))
            await self._requests.drain()
        except ConnectionError as error:
            raise _died() from error
        answer = await self._answer()
        if isinstance(answer, Exception):
            raise answer
        if not isinstance(answer, Timeline):
            raise TypeError(f"a timeline was expected of the process, not {type(answer).__name__}")
        return answer

    def kill(self) -> None:
        """End it, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """End it, and wait until it is gone."""
        self.kill()
        await self._process.wait()

    async def _answer(self) -> Any:  # noqa: ANN401 - whatever was sent
        try:
            (length,) = LENGTH.unpack(await self._answers.readexactly(LENGTH.size))
            return pickle.loads(await self._answers.readexactly(length))  # noqa: S301 - from our own process
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise _died() from error


def _died() -> ProcessDiedError:
    return ProcessDiedError("a process that extracts ended in the middle of its work; look whether memory ran out")
