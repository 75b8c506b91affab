"""The event loop that extracts, in a thread of its own.

Numbering, drafting by rules and proving are work for the processor: beside them the loop that serves HTTP would answer
nobody. The engines live in this loop, since a model's connections belong to the loop that opened them.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any, Generic, TypeVar

_Result = TypeVar("_Result")
_Told = TypeVar("_Told")

Emit = Callable[[_Told], None]
"""Called by the work for everything that it has to tell."""


class _End(Generic[_Told]):
    """Marks that nothing more will be told."""


class ExtractionLoop:
    """Runs work in its own thread, begun with the first piece. Cancelling whoever waits cancels the work."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    async def run(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        """Return what `work` returns, or raise what it raises."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._started()))

    async def listen(self, work: Callable[[Emit[_Told]], Coroutine[Any, Any, None]]) -> AsyncGenerator[_Told]:
        """Yield everything that `work` tells, as it tells it; raise what it raises."""
        here = asyncio.get_running_loop()
        told: asyncio.Queue[_Told | _End[_Told]] = asyncio.Queue()

        def emit(one: _Told | _End[_Told]) -> None:
            here.call_soon_threadsafe(told.put_nowait, one)

        working = asyncio.ensure_future(self.run(_ended(work(emit), emit)))
        try:
            while not isinstance(one := await told.get(), _End):
                yield one
            await working
        finally:
            working.cancel()

    async def aclose(self) -> None:
        """Stop, when what is under way has been cancelled by whoever waits for it."""
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            await asyncio.to_thread(self._thread.join)
            self._loop.close()
        self._loop = self._thread = None

    def _started(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=self._loop.run_forever, name="extraction", daemon=True)
            self._thread.start()
        return self._loop


async def _ended(work: Coroutine[Any, Any, None], emit: Callable[[_End[Any]], None]) -> None:
    try:
        await work
    finally:
        emit(_End())
