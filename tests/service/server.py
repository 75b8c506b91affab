"""The service in a process of its own, as uvicorn runs it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx2

_PATIENCE = 30.0


@contextmanager
def running_service(settings: Mapping[str, str]) -> Iterator[str]:
    """Start the application on a free port of loopback, and yield its address; `settings` is its environment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        command = [sys.executable, "-m", "uvicorn", "--factory", "timeline.service:application"]
        options = ["--fd", str(listener.fileno()), "--log-level", "warning", "--timeout-graceful-shutdown", "5"]
        process = subprocess.Popen(
            [*command, *options], env={**_environment(), **settings}, pass_fds=[listener.fileno()]
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _environment() -> dict[str, str]:
    ours = ("TIMELINE_", "OPENAI_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}  # noqa: TID251 - to hand on


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx2.get(f"{url}/healthz", timeout=_PATIENCE).raise_for_status()
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the service did not start at {url!r}; its messages are above")
