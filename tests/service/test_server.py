"""The installed command `timeline serve`, as a process of its own."""

import gzip
import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.llm.provider import Behaviour, Provider, fails, hangs, says, sends
from timeline.store import KeyRing, open_store

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
        wait_for(lambda: any("listening on" in line for line in self.lines))
        found = re.search(r"listening on (http://\S+:\d+)", self.lines[0])
        assert found is not None
        wait_for(lambda: is_open(found[1]))
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


def wait_for(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + BOUND
    while not is_so():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.02)


def is_open(url: str) -> bool:
    """Say whether a server takes connections."""
    parts = httpx2.URL(url)
    try:
        socket.create_connection((parts.host, parts.port or 80), timeout=1).close()
    except OSError:
        return False
    return True


Serve = Callable[..., Server]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Return a function that starts a server with settings."""
    started: list[Server] = []

    def start(env: dict[str, str] | None = None, *arguments: str) -> Server:
        own = {
            "TIMELINE_DATABASE_URL": f"sqlite:///{tmp_path / 'timeline.db'}",
            "TIMELINE_CACHE_DIR": str(tmp_path / "cache"),
            "TIMELINE_LOG": "json",
        }
        for name, value in {**own, **(env or {})}.items():
            monkeypatch.setenv(name, value)
        started.append(Server(tmp_path, *arguments))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.process.kill()
            server.end()


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


@pytest.mark.parametrize(
    ("believed", "statuses"),
    [
        pytest.param("", [200, 200, 429], id="nobody"),
        pytest.param("127.0.0.1", [200, 200, 200], id="the proxy"),
        pytest.param("10.0.0.0/8, 192.168.0.1", [200, 200, 429], id="other proxies"),
    ],
)
def test_a_client_gets_no_rate_by_another_address(serve: Serve, believed: str, statuses: list[int]) -> None:
    """Unless a proxy that is believed writes the address down."""
    server = serve({"TIMELINE_RATE": "2", "TIMELINE_FORWARDED_ALLOW_IPS": believed, "FORWARDED_ALLOW_IPS": "*"})
    asked = [{"X-Forwarded-For": f"192.0.2.{number}"} for number in range(3)]
    with httpx2.Client(base_url=server.url, trust_env=False, timeout=BOUND) as client:
        assert [client.get("/v1/timeline", headers=headers).status_code for headers in asked] == statuses
    assert server.stop() == 0


def test_what_the_reader_of_pages_says_is_not_in_the_log(serve: Serve) -> None:
    """Trafilatura warns of a page without an article, in words that may be the page's."""
    server = serve()
    body = {"html": "<html><body></body></html>", "published": "2024-05-20"}
    answer = httpx2.post(f"{server.url}/v1/extract", json=body, timeout=BOUND, trust_env=False)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unusable-document")
    assert server.stop() == 0
    logged = [json.loads(line) for line in server.lines if line.startswith("{")]
    assert [line["logger"] for line in logged] == ["timeline.service.logs"]


def test_a_server_says_what_it_uses(serve: Serve) -> None:
    """Where it listens, and with what; the log is of JSON, and each line of a request has its id."""
    server = serve()
    response = httpx2.post(
        f"{server.url}/v1/extract", json=ARTICLE, headers={"X-Request-ID": "r-1"}, timeout=BOUND, trust_env=False
    )
    assert (response.status_code, response.headers["x-request-id"], "server" in response.headers) == (200, "r-1", False)
    assert server.stop() == 0
    said = "\n".join(server.lines)
    for part in ("engine: rules", "store: sqlite:///", "URLs: not fetched", "API keys: none"):
        assert part in said
    logged: list[dict[str, Any]] = [json.loads(line) for line in server.lines if line.startswith("{")]
    assert [(line["event"], line["path"], line["status"], line["request_id"]) for line in logged] == [
        ("request", "/v1/extract", 200, "r-1")
    ]
    assert "Silva" not in said


def test_a_server_whose_keys_are_all_revoked_says_that_it_is_closed(serve: Serve, tmp_path: Path) -> None:
    """It serves nobody, this machine included."""
    store = open_store(f"sqlite:///{tmp_path / 'timeline.db'}")
    store.migrate()
    at = datetime(2024, 5, 20, 12, tzinfo=UTC)
    KeyRing(store).revoke(KeyRing(store).create("desk", at=at).key.id, at=at)
    store.close()
    server = serve()
    assert httpx2.get(f"{server.url}/v1/articles", timeout=BOUND, trust_env=False).status_code == 401
    assert server.stop() == 0
    [said] = [line for line in server.lines if "API keys" in line]
    assert "every one is revoked: nobody is served" in said
    assert "timeline keys create" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104 - refused
def test_no_other_machine_is_served_without_a_key(serve: Serve, host: str) -> None:
    """The message says how to make one."""
    server = serve({}, "--host", host)
    assert server.end() == 2
    assert "timeline keys create" in server.lines[-1]


def test_a_model_that_the_provider_does_not_have_is_told_at_start(serve: Serve) -> None:
    """Together with all else that is wrong, by the names of the settings; the provider's own list is quoted."""
    with Provider(_has_only("tiny-1")) as provider:
        settings = {"TIMELINE_BASE_URL": provider.url, "TIMELINE_MODEL": "tiny-2", "TIMELINE_PROMPTS_DIR": "nowhere"}
        server = serve(settings, "--host", "0.0.0.0")  # noqa: S104 - it is refused
        assert server.end() == 2
    [line] = server.lines
    assert "TIMELINE_MODEL" in line
    assert "has no model 'tiny-2'; it lists 'tiny-1'" in line
    assert "without an API key" in line
    assert "nowhere" in line


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        pytest.param(fails(503), "kept answering 503", id="the provider fails"),
        pytest.param(fails(401), "refused the key", id="the key is refused"),
    ],
)
def test_a_provider_that_cannot_be_had_does_not_stop_the_start(serve: Serve, behaviour: Behaviour, told: str) -> None:
    """It is said why the model may not answer."""
    with Provider([behaviour]) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url})
        assert is_open(server.url)
        assert any("may not answer now" in line and told in line for line in server.lines)
        assert server.stop() == 0


def test_a_refusal_of_another_kind_does_not_stop_the_start(serve: Serve) -> None:
    """A model that is not listed may be there, and refuse the question that looks for it."""
    listed = sends(json.dumps({"data": [{"id": "tiny-1"}]}).encode())
    with Provider(lambda body: fails(400, code="invalid_value") if body else listed) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url, "TIMELINE_MODEL": "tiny-2"})
        assert is_open(server.url)
        assert any("may not answer now" in line and "400" in line for line in server.lines)
        assert server.stop() == 0


def test_the_question_at_the_start_counts_in_the_limits(serve: Serve, tmp_path: Path) -> None:
    """It is noted for all processes of the store, and its money is that of all that is asked later."""
    prices = tmp_path / "prices.toml"
    prices.write_text('["tiny-2"]\ninput = 0\ncached = 0\noutput = 50\n')
    listed = sends(json.dumps({"data": [{"id": "tiny-1"}]}).encode())
    with Provider(lambda body: says(EVENTS) if body else listed) as provider:
        own = {"TIMELINE_BASE_URL": provider.url, "TIMELINE_MODEL": "tiny-2", "TIMELINE_PRICES": str(prices)}
        server = serve({**own, "TIMELINE_MAX_COST": "0.8005", "TIMELINE_COVERAGE": "0"})
        answer = Asking(server.url).answer()
        assert server.stop() == 0
    with closing(sqlite3.connect(tmp_path / "timeline.db")) as store:
        assert store.execute("SELECT count(*) FROM model_requests").fetchone() == (1,)
    assert [bool(body) for body in provider.bodies] == [False, True]
    assert "TIMELINE_MAX_COST" in answer.text


def _has_only(name: str) -> Callable[[dict[str, Any]], Behaviour]:
    def script(body: dict[str, Any]) -> Behaviour:
        listed = sends(json.dumps({"object": "list", "data": [{"id": name, "object": "model"}]}).encode())
        return fails(404, code="model_not_found") if body else listed

    return script


def test_a_port_that_is_taken_is_told(serve: Serve) -> None:
    """With the way out."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = serve({}, "--port", str(taken.getsockname()[1]))
        assert server.end() == 2
    assert "choose others with --host and --port" in server.lines[-1]


def test_a_stop_that_comes_while_it_starts_is_heeded(serve: Serve) -> None:
    """As soon as it has said where it will listen."""
    server = serve({})
    wait_for(lambda: bool(server.lines))
    assert server.stop() == 0


def test_a_request_under_way_is_finished(serve: Serve) -> None:
    """Told to stop, the server takes no more, and answers what it has begun."""
    released = threading.Event()
    with Provider([after(released, says(EVENTS))]) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url, "TIMELINE_COVERAGE": "0"})
        url = server.url
        asking = Asking(url)
        wait_for(lambda: any(provider.bodies))
        server.process.send_signal(signal.SIGTERM)
        wait_for(lambda: not is_open(url))
        assert server.process.poll() is None
        released.set()
        assert asking.answer().status_code == 200
        assert server.end() == 0


@pytest.mark.parametrize("media_type", ["application/json", "text/event-stream"])
def test_what_takes_too_long_is_handed_back(serve: Serve, media_type: str) -> None:
    """At the end of the time of grace, as a problem that says so."""
    with Provider([hangs]) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url, "TIMELINE_GRACE": "1"})
        asking = Asking(server.url, accept=media_type)
        wait_for(lambda: any(provider.bodies))
        assert server.stop() == 0
        answer = asking.answer()
    assert "/problems/stopping" in answer.text
    if media_type == "application/json":
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    else:
        assert answer.text.rstrip().rpartition("event: ")[2].startswith("problem")
    assert not any("Exception in ASGI" in line for line in server.lines)


class Collector:
    """Takes the traces that are sent to it, as OpenTelemetry's collector does."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = gzip_or_plain(self.rfile.read(int(self.headers["Content-Length"])))
                if self.path == "/v1/traces":
                    collector.take(ExportTraceServiceRequest.FromString(sent))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def take(self, request: ExportTraceServiceRequest) -> None:
        """Keep the spans of a request."""
        self.spans += [span for one in request.resource_spans for scope in one.scope_spans for span in scope.spans]

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


def gzip_or_plain(body: bytes) -> bytes:
    """Return a body as it was before it was packed."""
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


@pytest.fixture
def collector() -> Iterator[Collector]:
    """A collector on loopback."""
    collector = Collector()
    yield collector
    collector.close()


def test_traces_are_sent(serve: Serve, collector: Collector) -> None:
    """From the request down to the model, across the loop that extracts, and the last ones before the process ends."""
    with Provider([says(EVENTS)]) as provider:
        settings = {"TIMELINE_BASE_URL": provider.url, "TIMELINE_COVERAGE": "0"}
        server = serve({**settings, "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url})
        assert Asking(server.url).answer().status_code == 200
        assert server.stop() == 0
    spans = {span.name: span for span in collector.spans}
    assert set(spans) == {"POST /v1/extract", "extract", "chat gpt-5-mini"}
    request, extraction, call = (spans[name] for name in ("POST /v1/extract", "extract", "chat gpt-5-mini"))
    assert (extraction.parent_span_id, call.parent_span_id) == (request.span_id, extraction.span_id)
    told = {one.key: one.value for one in request.attributes}
    assert (told["http.route"].string_value, told["http.response.status_code"].int_value) == ("/v1/extract", 200)
    (logged,) = (json.loads(line) for line in server.lines if '"request"' in line)
    assert bytes.fromhex(logged["trace_id"]) == request.trace_id
