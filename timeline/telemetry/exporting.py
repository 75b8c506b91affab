"""Sends the spans to a collector, by OTLP over HTTP."""

from collections.abc import Callable
from urllib.parse import urlsplit

from timeline.errors import ConfigurationError
from timeline.version import __version__


def export_traces(endpoint: str) -> Callable[[], None]:
    """Begin to send every span to the collector at `endpoint`; return what sends the last ones and ends it.

    Where the process has a provider of traces already, as under `opentelemetry-instrument`, that one is left alone.

    Raises:
        ConfigurationError: The extra is not installed.
    """
    try:
        from opentelemetry import trace  # noqa: PLC0415 - an extra
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - as above
        from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, Resource  # noqa: PLC0415 - as above
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - as above
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ConfigurationError(
            f"OTEL_EXPORTER_OTLP_ENDPOINT is {endpoint!r}, but OpenTelemetry is not installed; "
            "install 'timeline-extract[otel]', or unset it"
        ) from error
    if isinstance(trace.get_tracer_provider(), TracerProvider):
        return _do_nothing
    named = Resource.create({SERVICE_NAME: "timeline", SERVICE_VERSION: __version__})
    provider = TracerProvider(resource=named)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=_traces_of(endpoint))))
    trace.set_tracer_provider(provider)
    return provider.shutdown


def _traces_of(endpoint: str) -> str:
    """Return where traces go: the specification adds `/v1/traces` to the endpoint of all signals."""
    return f"{endpoint.rstrip('/')}/v1/traces" if not urlsplit(endpoint).path.endswith("/v1/traces") else endpoint


def _do_nothing() -> None:
    """Leave a provider that is not ours open."""
