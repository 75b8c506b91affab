"""The model: where it is asked, within which limits, and what is kept of its replies."""

import sqlite3
from typing import TYPE_CHECKING

from timeline.errors import ConfigurationError
from timeline.settings import Settings

if TYPE_CHECKING:
    from timeline.llm.allowance import Allowance
    from timeline.llm.cache import ReplyCache
    from timeline.llm.calls import Observer
    from timeline.llm.client import ProviderModel
    from timeline.llm.ledger import Ledger
    from timeline.llm.limits import Limits
    from timeline.llm.opening import SignOfLife
    from timeline.llm.transport import DeferredTransport
    from timeline.store import Store


def open_configured_model(
    settings: Settings, observer: "Observer | None" = None, allowance: "Allowance | None" = None
) -> "ProviderModel":
    """Return the configured model, within the configured limits or the shared ones. Nothing is sent yet.

    Raises:
        ConfigurationError: No model is configured, or the prices cannot be read.
    """
    from timeline.llm.calls import observe_nothing  # noqa: PLC0415 - what asks a model is loaded where one is asked
    from timeline.llm.opening import Endpoint, open_model  # noqa: PLC0415 - as above

    if not settings.has_model:
        raise ConfigurationError(
            "no model is configured; set OPENAI_API_KEY, or TIMELINE_BASE_URL for a server of your own, "
            "or choose the engine 'rules'"
        )
    return open_model(
        Endpoint(
            model=settings.model,
            base_url=settings.base_url,
            api_key=settings.api_key,
            request_timeout=settings.request_timeout,
            attempts=settings.attempts,
            limits=_limits(settings),
            max_cost_usd=settings.max_cost,
            prices=settings.prices,
        ),
        observer=observer or observe_nothing,
        allowance=allowance,
    )


def _limits(settings: Settings) -> "Limits":
    from timeline.llm.limits import Limits  # noqa: PLC0415 - needed where a model is asked

    return Limits(
        concurrency=settings.concurrency,
        requests_per_minute=settings.requests_per_minute,
        tokens_per_minute=settings.tokens_per_minute,
    )


def open_allowance(settings: Settings, store: "Store | None" = None) -> "Allowance | None":
    """Return the limits and the money that all engines of this process share; None where no model is configured.

    With a store, which is migrated before a model is asked, all processes on it share the limits. The money is each
    one's own.
    """
    if not settings.has_model:
        return None
    from timeline.llm.allowance import open_allowance as open_with  # noqa: PLC0415 - needed where a model is asked

    ledger = None if store is None else _ledger(settings, store)
    return open_with(_limits(settings), max_cost_usd=settings.max_cost, ledger=ledger)


def _ledger(settings: Settings, store: "Store") -> "Ledger":
    from timeline.store import RequestRecords, StoreLedger  # noqa: PLC0415 - sqlalchemy is loaded with a store

    return StoreLedger(RequestRecords(store.database, endpoint=settings.host, width=settings.concurrency))


def open_cache(settings: Settings) -> "ReplyCache":
    """Open the model cache, to clear it or to explain its misses.

    Raises:
        ConfigurationError: The folder cannot be used.
    """
    from timeline.llm.opening import open_replies  # noqa: PLC0415 - only these commands need it

    try:
        return open_replies(settings.cache_dir)
    except (OSError, sqlite3.Error) as error:
        raise ConfigurationError(f"cannot open the cache in {str(settings.cache_dir)!r}: {error}") from error


def open_door(settings: Settings) -> "DeferredTransport | None":
    """Return what asks the model's provider whether it is there, without paying; None where none is configured."""
    if not settings.has_model:
        return None
    from timeline.llm.opening import open_transport  # noqa: PLC0415 - what asks a model is loaded where one is asked

    return open_transport(settings.base_url, settings.api_key)


async def probe_model(settings: Settings) -> "SignOfLife":
    """Ask the configured model for a sign of life.

    Raises:
        ConfigurationError: No model is configured.
    """
    from timeline.llm.opening import probe  # noqa: PLC0415 - what asks a model is loaded where one is asked

    return await probe(open_configured_model(settings))


async def check_model(settings: Settings, allowance: "Allowance | None") -> str | None:
    """Look, before there is work, at all that is configured for a model; return why it may not answer now, or None.

    What it asks the model counts in the allowance, as everything that is asked later.

    Raises:
        ConfigurationError: The prices or the cap are wrong, or the endpoint has no such model.
    """
    door = open_door(settings)
    if door is None:
        return None
    from timeline.llm.presence import doubt_of  # noqa: PLC0415 - what asks a model is loaded where one is asked

    model = open_configured_model(settings, allowance=allowance)
    try:
        doubt = await doubt_of(model, door)
    finally:
        await model.aclose()
        await door.aclose()
    if doubt is not None and doubt.is_missing:
        raise ConfigurationError(f"TIMELINE_MODEL: {doubt.reason}; set it to one of them")
    return None if doubt is None else doubt.reason
