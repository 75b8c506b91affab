"""How far a batch is, on standard error: a bar in a terminal, a line from time to time elsewhere."""

import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from timeline.cli.console import errors, say
from timeline.store.job_values import StoredJob

_WINDOW = 30.0
_LINE_EVERY = 30.0


class Speed:
    """How many articles a second end, over the last half minute of this run."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, ended: int) -> None:
        """Note how many articles have ended by now."""
        now = self._clock()
        self._seen.append((now, ended))
        while now - self._seen[0][0] > _WINDOW and len(self._seen) > 2:
            self._seen.popleft()

    @property
    def per_second(self) -> float:
        """Articles a second; 0 where nothing is known yet."""
        if len(self._seen) < 2:
            return 0.0
        (start, before), (end, after) = self._seen[0], self._seen[-1]
        return max(0, after - before) / (end - start) if end > start else 0.0

    def seconds_for(self, articles: int) -> float | None:
        """Return how long so many articles will take, or None where that cannot be said."""
        return articles / self.per_second if self.per_second else None


class BatchProgress(AbstractContextManager["BatchProgress"]):
    """Shows a job until its block ends."""

    def __init__(self, total: int) -> None:
        self._speed = Speed()
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[note]}"),
        )
        self._bar = Progress(*columns, console=errors, disable=not errors.is_terminal, transient=True)
        self._task = self._bar.add_task("batch", total=total, note="")
        self._next_line = time.monotonic() + _LINE_EVERY

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it away."""
        self._bar.stop()

    def show(self, job: StoredJob) -> None:
        """Show how far the job is."""
        ended = job.counts.total - job.counts.open
        self._speed.note(ended)
        note = _note(job, self._speed)
        self._bar.update(self._task, completed=ended, note=note)
        if not errors.is_terminal and time.monotonic() >= self._next_line:
            say(f"{ended} of {job.counts.total}{note}")
            self._next_line = time.monotonic() + _LINE_EVERY


def _note(job: StoredJob, speed: Speed) -> str:
    parts = [f"{job.counts.failed} failed", f"{speed.per_second:.1f} articles/s"]
    if job.totals.requests:
        parts.append(cost_in_words(job))
    left = speed.seconds_for(job.counts.open)
    if left is not None:
        parts.append(f"{_duration(left)} left")
    return ", " + ", ".join(parts)


def cost_in_words(job: StoredJob) -> str:
    """Say what the model cost so far."""
    cost = job.totals.cost_usd
    return "cost unknown" if cost is None else f"${cost:.4f}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
