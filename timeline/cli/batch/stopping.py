"""Ctrl-C and SIGTERM: the first asks for an end, the second is one."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from timeline.cli.console import say

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Whether an end was asked for."""

    def __init__(self, exit_code: int) -> None:
        self.is_asked_for = False
        self._exit_code = exit_code

    @contextmanager
    def listening(self) -> Iterator["Stop"]:
        """Take the signals while the block runs."""
        before = {one: signal.signal(one, self._hear) for one in _SIGNALS}
        try:
            yield self
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        if self.is_asked_for:
            os._exit(self._exit_code)  # nothing is lost by it: what is not on disk is done again
        self.is_asked_for = True
        say("stopping when the articles under way are done; Ctrl-C again stops at once")
