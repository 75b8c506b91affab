"""Archives for batches, and the installed command at work on them until it is killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.waiting import wait_until

COMMAND = Path(sys.executable).with_name("timeline")
_TOWNS = ("Geneva", "Lagos", "Quito", "Oslo", "Hanoi", "Lima", "Riga")


def text_of(number: int) -> str:
    """Return a short article that no other number has."""
    town = _TOWNS[number % len(_TOWNS)]
    return (
        f"Minister Anna Berg met {number} envoys in {town} on Friday. "
        f"The talks on grain will resume on Monday, the ministry of {town} said."
    )


def write_archive(path: Path, count: int) -> Path:
    """Write so many short articles as JSONL."""
    records = (json.dumps({"text": text_of(number), "published": "2024-10-12"}) for number in range(1, count + 1))
    path.write_text("".join(f"{record}\n" for record in records))
    return path


def results_in(folder: Path) -> dict[str, bytes]:
    """Return the results in an output folder, by name."""
    return {file.name: file.read_bytes() for file in folder.glob("*.json")}


def count_results(folder: Path) -> int:
    """Count the results in an output folder."""
    return sum(1 for _ in folder.glob("*.json"))


def batch_arguments(archive: Path, out: Path, *more: str) -> list[str]:
    """Return the command that puts the timelines of an archive in a folder."""
    return [str(COMMAND), "batch", str(archive), "--out", str(out), *more]


@contextmanager
def started(arguments: list[str], env: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command; whatever is left of it at the end is killed."""
    process = subprocess.Popen(arguments, env=_environment(env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def kill_when(process: subprocess.Popen[bytes], is_time: Callable[[], bool]) -> bool:
    """Kill a process that can do nothing about it once it is time; say whether it was still at work."""
    wait_until(lambda: is_time() or process.poll() is not None)
    was_at_work = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return was_at_work


def finish(arguments: list[str], env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run a command to its end; return its exit code and everything that it said."""
    done = subprocess.run(arguments, env=_environment(env), capture_output=True, timeout=4 * 3600, check=False)
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said, said
    return done.returncode, said


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, **(more or {})}  # noqa: TID251 - a command inherits it
