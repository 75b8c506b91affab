"""Whether `timeline serve` sends its traces where it is told to."""

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.llm.provider import Provider, says
from tests.service.served import EVENTS, Asking, Serve


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
