"""As many processes as there are places for them, and who waits for one."""

import asyncio

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.processes.process import ExtractingProcess, ProcessDiedError


class Processes:
    """At most `count` processes at a time, each begun when it is first needed. They belong to one event loop."""

    def __init__(self, count: int) -> None:
        self._places = tuple(_Place() for _ in range(count))
        self._free: asyncio.LifoQueue[_Place] = asyncio.LifoQueue()
        for place in self._places:
            self._free.put_nowait(place)

    async def extract(self, article: Article) -> Timeline:
        """Return the timeline of an article by the rules. To cancel this ends the work on it.

        An article whose process died is given to another one, once.

        Raises:
            UnreadableInputError: The article has no text.
            ProcessDiedError: Two processes died over it.
            OSError: The system begins no process.
        """
        place = await self._free.get()
        try:
            try:
                return await place.extract(article)
            except ProcessDiedError:
                return await place.extract(article)
        finally:
            self._free.put_nowait(place)

    async def aclose(self) -> None:
        """End them all."""
        await asyncio.gather(*(place.empty() for place in self._places))


class _Place:
    """Where one process is, or begins. Who gives up waiting for it to begin leaves it to the next one."""

    def __init__(self) -> None:
        self._begun: asyncio.Task[ExtractingProcess] | None = None

    async def extract(self, article: Article) -> Timeline:
        process = await self._process()
        try:
            return await process.extract(article)
        except (asyncio.CancelledError, ProcessDiedError):
            process.kill()
            self._begun = None
            raise

    async def empty(self) -> None:
        begun, self._begun = self._begun, None
        if begun is not None:
            begun.cancel()
            await asyncio.wait([begun])
            if not begun.cancelled() and begun.exception() is None:
                await begun.result().end()

    async def _process(self) -> ExtractingProcess:
        if self._begun is not None and self._begun.done() and not _is_alive(self._begun):
            self._begun = None
        if self._begun is None:
            self._begun = asyncio.create_task(ExtractingProcess.begin())
        return await asyncio.shield(self._begun)


def _is_alive(begun: asyncio.Task[ExtractingProcess]) -> bool:
    return not begun.cancelled() and begun.exception() is None and begun.result().is_alive
