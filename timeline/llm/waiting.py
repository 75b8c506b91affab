"""Waiting for others that may work in other threads: `asyncio`'s own locks belong to one event loop each."""

import asyncio
import threading
from collections import deque
from concurrent.futures import Future
from types import TracebackType

Turn = Future[None]
"""Is done when whoever waits is called; `asyncio.wrap_future` lets any event loop wait for it."""


class Line:
    """Those who wait, in the order in which they came. Whoever uses it holds a lock of its own meanwhile."""

    def __init__(self) -> None:
        self._turns: deque[Turn] = deque()

    def join(self) -> Turn:
        """Stand at the end."""
        turn: Turn = Future()
        self._turns.append(turn)
        return turn

    def call_next(self) -> bool:
        """Call the first who still waits; say whether there was one."""
        while self._turns:
            turn = self._turns.popleft()
            if turn.set_running_or_notify_cancel():
                turn.set_result(None)
                return True
        return False

    def call_all(self) -> None:
        """Call everyone."""
        while self.call_next():
            pass


class Places:
    """A number of places, held by `async with`. Who comes first is let in first, from whichever event loop."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._line = Line()
        self._lock = threading.Lock()

    async def __aenter__(self) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            turn = self._line.join()
        try:
            await asyncio.wrap_future(turn)
        except asyncio.CancelledError:
            if not turn.cancel():  # the place was given before the cancellation came
                self._leave()
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    def _leave(self) -> None:
        """Give the place to the next in line."""
        with self._lock:
            if not self._line.call_next():
                self._free += 1
