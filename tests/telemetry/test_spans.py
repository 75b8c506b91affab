"""Spans tell what the work came to, and nothing that an article says."""

import sys
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from timeline.errors import ConfigurationError
from timeline.telemetry import spans as module
from timeline.telemetry.exporting import export_traces
from timeline.telemetry.spans import Kind, span, trace_id


def test_spans_hang_together(spans: InMemorySpanExporter) -> None:
    """The inner one is a child of the outer one, and the outer one of the caller's."""
    caller = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
    with span("outer", {"a": 1}, kind=Kind.SERVER, headers=caller), span("inner", {}) as tell:
        tell({"b": ("x",)})
        assert trace_id() == "0af7651916cd43dd8448eb211c80319c"
    inner, outer = spans.get_finished_spans()
    assert inner.parent is not None
    assert inner.parent.span_id == outer.context.span_id
    assert outer.parent is not None
    assert (outer.parent.is_remote, outer.attributes, inner.attributes) == (True, {"a": 1}, {"b": ("x",)})
    assert trace_id() is None


def test_an_error_is_told_by_its_class_alone(spans: InMemorySpanExporter) -> None:
    """Its message may quote an article."""
    with pytest.raises(ValueError, match="Ana Silva"), span("work", {}):
        raise ValueError("Ana Silva met Per Holm")
    (ended,) = spans.get_finished_spans()
    assert ended.attributes == {"error.type": "ValueError"}
    assert not ended.status.is_ok
    assert "Ana" not in ended.to_json()


@pytest.fixture
def _without_the_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module._installed_tracer.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "opentelemetry"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    yield
    module._installed_tracer.cache_clear()


@pytest.mark.usefixtures("_without_the_extra")
def test_without_the_package_nothing_happens() -> None:
    """The block runs, and its errors leave it."""
    with span("outer", {"a": 1}, headers={}) as tell:
        tell({"b": 2})
    with pytest.raises(KeyError), span("outer", {}):
        raise KeyError
    assert trace_id() is None


@pytest.mark.usefixtures("_without_the_extra")
def test_a_collector_needs_the_package() -> None:
    """The message names the setting and the remedy."""
    with pytest.raises(ConfigurationError, match=r"OTEL_EXPORTER_OTLP_ENDPOINT.*timeline-extract\[otel\]"):
        export_traces("http://127.0.0.1:4318")


def test_a_provider_that_is_there_is_left_alone(spans: InMemorySpanExporter) -> None:
    """As under the agent of OpenTelemetry: no second exporter is opened, and ending ours ends nothing."""
    export_traces("http://127.0.0.1:4318")()
    with span("work", {}):
        pass
    assert [one.name for one in spans.get_finished_spans()] == ["work"]
