"""What the service counts of itself, for Prometheus. Each application has its own registry."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, NamedTuple, TypeAlias

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from timeline.domain.timeline import Timeline
from timeline.errors import StoreError
from timeline.llm.calls import Call
from timeline.version import __version__

QueueDepth: TypeAlias = Callable[[], Mapping[str, int]]
"""Returns how many articles of all jobs are in which state."""


class _Counted(NamedTuple):
    """What a counter counts, and by which labels."""

    words: str
    labels: tuple[str, ...]


class _Timed(NamedTuple):
    """What a histogram measures, by which labels, and the upper bounds of its buckets in seconds."""

    words: str
    labels: tuple[str, ...]
    bounds: tuple[float, ...]


_COUNTERS: Final[Mapping[str, _Counted]] = {
    "http_requests": _Counted("Requests answered.", ("method", "route", "status")),
    "extractions": _Counted(
        "Articles extracted. Result: whole, partial (with failures), or the class of the error.", ("engine", "result")
    ),
    "records": _Counted("Proposed records, by what became of them.", ("engine", "outcome")),
    "rejections": _Counted("Records that were not taken, by reason.", ("engine", "reason")),
    "model_requests": _Counted("Requests to a model. Result: ok, or the class of the error.", ("model", "result")),
    "model_retries": _Counted("Requests to a model that repeat one.", ("model",)),
    "model_tokens": _Counted(
        "Tokens that a model took, as far as they are known. Input includes what was cached.", ("model", "kind")
    ),
    "model_cost_usd": _Counted("What the model cost, in US dollars, where its price is known.", ("model",)),
}
_HISTOGRAMS: Final[Mapping[str, _Timed]] = {
    "http_request_seconds": _Timed(
        "Time to the end of the answer.",
        ("method", "route"),
        (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300),
    ),
    "model_request_seconds": _Timed(
        "Time of a request to a model.", ("model",), (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300)
    ),
}


class Metrics:
    """Counters, histograms and gauges, under the names that Prometheus sees."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry(auto_describe=True)
        Info("timeline_build", "The version that runs.", registry=registry).info({"version": __version__})
        ProcessCollector(registry=registry)
        self.in_flight = Gauge("timeline_http_requests_in_flight", "Requests under way.", registry=registry)
        self._counters = {
            name: Counter(f"timeline_{name}", one.words, one.labels, registry=registry)
            for name, one in _COUNTERS.items()
        }
        self._histograms = {
            name: Histogram(f"timeline_{name}", one.words, one.labels, buckets=one.bounds, registry=registry)
            for name, one in _HISTOGRAMS.items()
        }

    def count_request(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered. `route` is the pattern, so that ids make no rows of their own."""
        self._counters["http_requests"].labels(method, route, status).inc()
        self._histograms["http_request_seconds"].labels(method, route).observe(seconds)

    @contextmanager
    def extraction(self, engine: str) -> Iterator[Callable[[Timeline], None]]:
        """Count an extraction: what is told of its timeline, or the error that leaves the block."""
        try:
            yield self._count_timeline
        except (Exception, asyncio.CancelledError) as error:
            self._counters["extractions"].labels(engine, type(error).__name__).inc()
            raise

    def count_call(self, call: Call) -> None:
        """Count a request to a model."""
        self._counters["model_requests"].labels(call.model, call.error or "ok").inc()
        self._histograms["model_request_seconds"].labels(call.model).observe(call.seconds)
        if call.is_retry:
            self._counters["model_retries"].labels(call.model).inc()
        for kind in ("input", "cached", "output"):
            self._counters["model_tokens"].labels(call.model, kind).inc(getattr(call.usage, kind))
        self._counters["model_cost_usd"].labels(call.model).inc(call.usage.cost_usd or 0)

    def watch_queue(self, depth: QueueDepth) -> None:
        """Tell the depth of the queue of jobs, asked for whenever the metrics are."""
        self._registry.register(_Queue(depth))

    def exposition(self) -> bytes:
        """Return everything in the text format of Prometheus."""
        return generate_latest(self._registry)

    def _count_timeline(self, timeline: Timeline) -> None:
        engine = timeline.provenance.engine
        counts = timeline.provenance.counts
        self._counters["extractions"].labels(engine, "partial" if timeline.failures else "whole").inc()
        for outcome in ("accepted", "merged", "rejected"):
            self._counters["records"].labels(engine, outcome).inc(getattr(counts, outcome))
        for rejection in timeline.rejected:
            self._counters["rejections"].labels(engine, rejection.reason).inc()


class _Queue(Collector):
    """The queue, as it is at the moment of asking."""

    def __init__(self, depth: QueueDepth) -> None:
        self._depth = depth

    def describe(self) -> Iterable[Metric]:
        """Say what will be told, without asking for it."""
        return [self._family()]

    def collect(self) -> Iterable[Metric]:
        """Ask for the depth; where the store cannot be had, the other metrics are told without it."""
        family = self._family()
        try:
            depth = self._depth()
        except StoreError:
            return []
        for state, articles in depth.items():
            family.add_metric([state], articles)
        return [family]

    def _family(self) -> GaugeMetricFamily:
        return GaugeMetricFamily("timeline_queue_articles", "Articles of all jobs, by state.", labels=["state"])
