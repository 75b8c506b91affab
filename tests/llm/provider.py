"""A provider on loopback that does what its script says, however bad: a real server, over real sockets."""

import json
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Behaviour = Callable[[BaseHTTPRequestHandler], None]
"""Answers one request."""

Script = Iterable[Behaviour] | Callable[[dict[str, Any]], Behaviour]


class Provider:
    """Runs while its `with` block does. Its script is used up in order; the last step is repeated."""

    def __init__(self, script: Script) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.stopped = threading.Event()
        self._steps = None if callable(script) else list(script)
        self._script = script if callable(script) else self._next_step
        self._lock = threading.Lock()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        """The base URL of the API."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Do the next step."""
        body = json.loads(handler.rfile.read(int(handler.headers.get("Content-Length", 0))) or b"{}")
        with self._lock:
            self.bodies.append(body)
            self.headers.append(dict(handler.headers))
            behaviour = self._script(body)
        behaviour(handler)

    def _next_step(self, _: dict[str, Any]) -> Behaviour:
        steps = self._steps or []
        return steps.pop(0) if len(steps) > 1 else steps[0]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are part of the script."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        self.server.provider.answer(self)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def completion(content: str | None, *, finish: str = "stop", message: Mapping[str, object] | None = None) -> bytes:
    """Return the body of a chat completion."""
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": content, **(message or {})},
                }
            ],
            "usage": {"prompt_tokens": 100, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 60}},
        }
    ).encode()


def sends(
    body: bytes, *, status: int = 200, kind: str = "application/json", headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Send a body."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        _send_head(handler, len(body), status=status, kind=kind, headers=headers)
        handler.wfile.write(body)

    return behave


def says(content: str | None, *, finish: str = "stop", message: Mapping[str, object] | None = None) -> Behaviour:
    """Answer with a chat completion."""
    return sends(completion(content, finish=finish, message=message))


def fails(
    status: int, *, code: str | None = None, message: str = "no", headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Answer with an error."""
    body = json.dumps({"error": {"message": message, "type": "error", "code": code, "param": None}}).encode()
    return sends(body, status=status, headers=headers)


def cuts(body: bytes) -> Behaviour:
    """Break the connection in the middle of a body."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        _send_head(handler, len(body))
        handler.wfile.write(body[: len(body) // 2])
        handler.wfile.flush()
        handler.close_connection = True

    return behave


def never_ends(handler: BaseHTTPRequestHandler) -> None:
    """Send a body without an end as fast as it goes."""
    _send_head(handler, None)
    while not _stopped(handler):
        handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte from time to time, so that no read times out."""
    _send_head(handler, None)
    while not _stopped(handler):
        handler.wfile.write(b"1\r\n \r\n")
        handler.wfile.flush()
        time.sleep(0.02)


def hangs(handler: BaseHTTPRequestHandler) -> None:
    """Answer nothing at all."""
    while not _stopped(handler):
        time.sleep(0.02)
    handler.close_connection = True


def _stopped(handler: BaseHTTPRequestHandler) -> bool:
    server = handler.server
    return isinstance(server, _Server) and server.provider.stopped.is_set()


def _send_head(
    handler: BaseHTTPRequestHandler,
    length: int | None,
    *,
    status: int = 200,
    kind: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    if length is None:
        handler.send_header("Transfer-Encoding", "chunked")
    else:
        handler.send_header("Content-Length", str(length))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
