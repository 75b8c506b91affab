"""Spans of the work: opened here by every part that tells of itself, whoever collects them.

No span holds text of an article, a key, or the message of an error, which may quote either.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from timeline.version import __version__

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer

Attributes: TypeAlias = Mapping[str, str | int | float | bool | tuple[str, ...]]

AboutSpan: TypeAlias = Attributes | Callable[[], Attributes]
"""Attributes, or what finds them out where somebody collects the span."""

Tell: TypeAlias = Callable[[Attributes], None]
"""Adds attributes to a span that is open."""


class Kind(StrEnum):
    """Which side of a call a span is."""

    INTERNAL = "INTERNAL"
    SERVER = "SERVER"
    CLIENT = "CLIENT"


def span(
    name: str, about: AboutSpan, *, kind: Kind = Kind.INTERNAL, headers: Mapping[str, str] | None = None
) -> AbstractContextManager[Tell]:
    """Open a span around a block, below the one that is open, or below the caller's that `headers` name.

    Returns:
        What gives the block a function that adds attributes to it. An error that leaves the block is told by its class.
    """
    tracer = _tracer()
    if tracer is None:
        return _NO_SPAN
    return _opened(tracer, name, about() if callable(about) else about, kind=kind, headers=headers)


def _tell_nobody(_: Attributes) -> None:
    """Drop what a span would be told."""


_NO_SPAN = nullcontext(_tell_nobody)


@contextmanager
def _opened(
    tracer: "Tracer", name: str, attributes: Attributes, *, kind: Kind, headers: Mapping[str, str] | None
) -> Iterator[Tell]:
    from opentelemetry import propagate, trace  # noqa: PLC0415 - an extra, which is there where a tracer is

    parent = None if headers is None else propagate.extract(headers)
    with tracer.start_as_current_span(
        name,
        context=parent,
        kind=trace.SpanKind[kind],
        attributes=attributes,
        record_exception=False,
        set_status_on_exception=False,
    ) as current:
        try:
            yield current.set_attributes
        except Exception as error:
            fail_span(type(error).__qualname__)
            raise


def rename_span(name: str) -> None:
    """Give the span that is open another name, where what it is about was not known before."""
    if _tracer() is not None:
        from opentelemetry import trace  # noqa: PLC0415 - an extra, which is there where a tracer is

        trace.get_current_span().update_name(name)


def fail_span(error_type: str) -> None:
    """Mark the span that is open as one of a failure that was answered, and so leaves no error."""
    if _tracer() is not None:
        from opentelemetry import trace  # noqa: PLC0415 - an extra, which is there where a tracer is

        current = trace.get_current_span()
        current.set_attribute("error.type", error_type)
        current.set_status(trace.StatusCode.ERROR)


def trace_id() -> str | None:
    """Return the id of the trace under way in hexadecimal figures, or None."""
    if _tracer() is None:
        return None
    from opentelemetry import trace  # noqa: PLC0415 - an extra, which is there where a tracer is

    context = trace.get_current_span().get_span_context()
    return trace.format_trace_id(context.trace_id) if context.is_valid else None


def _tracer() -> "Tracer | None":
    """Return what opens spans, or None where nobody collects them: then none is opened."""
    tracer = _installed_tracer()
    if tracer is None:
        return None
    from opentelemetry import trace  # noqa: PLC0415 - an extra, which is there where a tracer is

    return None if isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider) else tracer


@cache
def _installed_tracer() -> "Tracer | None":
    try:
        from opentelemetry import trace  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return trace.get_tracer("timeline", __version__)
