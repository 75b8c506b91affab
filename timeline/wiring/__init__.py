"""The one place that chooses implementations from settings, for the command line, the service and the library."""

from timeline.wiring.engines import (
    EngineName,
    choose_engine,
    describe_engine,
    estimate_cost,
    open_engine,
    prompt_identities,
    resolve_engine_name,
)
from timeline.wiring.extracting import aextract, aextract_stream, extract, run
from timeline.wiring.model import check_model, open_allowance, open_cache, open_configured_model, open_door, probe_model
from timeline.wiring.storing import Shared, describe_store, open_fetcher, open_jobs, open_key_ring, open_store

__all__ = [
    "EngineName",
    "Shared",
    "aextract",
    "aextract_stream",
    "check_model",
    "choose_engine",
    "describe_engine",
    "describe_store",
    "estimate_cost",
    "extract",
    "open_allowance",
    "open_cache",
    "open_configured_model",
    "open_door",
    "open_engine",
    "open_fetcher",
    "open_jobs",
    "open_key_ring",
    "open_store",
    "probe_model",
    "prompt_identities",
    "resolve_engine_name",
    "run",
]
