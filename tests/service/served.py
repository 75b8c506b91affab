"""The installed command `timeline serve`, as a process of its own, and who asks it."""

import json
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpx2

from tests.llm.provider import Behaviour
from tests.waiting import wait_until

COMMAND = Path(sys.executable).with_name("timeline")
ARTICLE = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20"}
BOUND = 60.0
"""Seconds after which a process that should have done something is given up."""

EVENTS = json.dumps(
    {
        "events": [
            {
                "evidence": [1],
                "trigger": "met",
                "title": "Ana Silva met Per Holm in Oslo",
                "type": "meeting",
                "status": "occurred",
                "participants": [],
                "place": None,
                "sources": [],
                "date": None,
                "relation": None,
            }
        ]
    }
)


class Server:
    """A process that serves, and what it wrote."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.lines: list[str] = []
        command = [str(COMMAND), "serve", "--port", "0", *arguments]
        self.process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stderr or ():
            self.lines.append(line.rstrip("\n"))

    @property
    def url(self) -> str:
        """Where it says that it listens, once it answers there."""
        wait_until(lambda: any("listening on" in line for line in self.lines))
        found = re.search(r"listening on (http://\S+:\d+)", self.lines[0])
        assert found is not None
        wait_until(lambda: is_open(found[1]))
        return found[1]

    def stop(self) -> int:
        """Tell it to stop, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.end()

    def end(self) -> int:
        """Return the exit code, when it has ended."""
        code = self.process.wait(timeout=BOUND)
        self._reader.join()
        if self.process.stderr:
            self.process.stderr.close()
        return code


def is_open(url: str) -> bool:
    """Say whether a server takes connections."""
    parts = httpx2.URL(url)
    try:
        socket.create_connection((parts.host, parts.port or 80), timeout=1).close()
    except OSError:
        return False
    return True


Serve = Callable[..., Server]


class Asking:
    """A request under way in a thread of its own."""

    def __init__(self, url: str, **headers: str) -> None:
        self.response: httpx2.Response | None = None
        self._thread = threading.Thread(target=self._ask, args=(url, headers))
        self._thread.start()

    def _ask(self, url: str, headers: dict[str, str]) -> None:
        self.response = httpx2.post(f"{url}/v1/extract", json=ARTICLE, headers=headers, timeout=BOUND, trust_env=False)

    def answer(self) -> httpx2.Response:
        """Return the answer, when it is there."""
        self._thread.join(timeout=BOUND)
        assert self.response is not None
        return self.response


def after(released: threading.Event, behaviour: Behaviour) -> Behaviour:
    """Behave so once it is released."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        assert released.wait(BOUND)
        behaviour(handler)

    return behave
