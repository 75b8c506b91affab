"""Wait for what another thread or process does: as long as it needs, and not for ever."""

import time
from collections.abc import Callable

LONG_ENOUGH = 300.0
"""Seconds after which what should have come to pass is given up, on a busy machine too."""


def wait_until(is_so: Callable[[], bool], *, seconds: float = LONG_ENOUGH) -> None:
    """Wait until something is so."""
    last = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < last, f"it was not so within {seconds} s"
        time.sleep(0.02)
