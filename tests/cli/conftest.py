"""The installed command, run as its user runs it, and a provider on loopback that answers from a script."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

COMMAND = Path(sys.executable).with_name("timeline")


class Run(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command wrote
        """Standard output, read as JSON."""
        return json.loads(self.out)


Timeline = Callable[..., Run]


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    """Return a function that runs `timeline` with arguments in a folder of its own; no run may show a traceback."""

    def run(*arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Run:
        done = subprocess.run(
            [COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**environment(tmp_path), **(env or {})},
            timeout=600,
            check=False,
        )
        result = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.err
        return result

    return run


def environment(folder: Path) -> dict[str, str]:
    """Return the environment without the caller's settings; what a command keeps goes into `folder`."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TIMELINE_", "OPENAI_"))}
    database = f"sqlite:///{folder / 'timeline.db'}"
    return {**clean, "TIMELINE_CACHE_DIR": str(folder / "cache"), "TIMELINE_DATABASE_URL": database}


class Provider:
    """An OpenAI-compatible endpoint: gives its replies in turn, the last one again and again."""

    def __init__(self, *replies: "str | int") -> None:
        self.replies = list(replies)
        self.requests: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def env(self) -> dict[str, str]:
        """The settings that lead to this provider."""
        return {
            "TIMELINE_BASE_URL": f"http://127.0.0.1:{self._server.server_address[1]}/v1",
            "OPENAI_API_KEY": "sk-secret",
        }

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
                pass

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                provider.requests.append(body)
                reply = provider.replies.pop(0) if len(provider.replies) > 1 else provider.replies[0]
                status, payload = (
                    (reply, {"error": {"message": "no"}}) if isinstance(reply, int) else (200, _completion(reply))
                )
                data = json.dumps(payload).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        return Handler


def _completion(content: str) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content, "refusal": None}}
        ],
        "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
    }


@pytest.fixture
def provider() -> Iterator[Callable[..., Provider]]:
    """Return a function that starts a provider with the replies it is to give."""
    opened: list[Provider] = []

    def open_provider(*replies: str | int) -> Provider:
        opened.append(Provider(*replies))
        return opened[-1]

    yield open_provider
    for one in opened:
        one.close()


@pytest.fixture
def examples() -> Path:
    """The folder of example articles."""
    return Path(__file__).parents[2] / "examples"
