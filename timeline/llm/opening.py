"""Open a model at an endpoint, and ask it for a sign of life."""

import logging
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pydantic import SecretStr

from timeline.llm.account import Account
from timeline.llm.allowance import Allowance
from timeline.llm.cache import CachedModel, ReplyCache
from timeline.llm.calls import Observer, observe_nothing
from timeline.llm.client import ClientOptions, ProviderModel, output_limit_name
from timeline.llm.errors import CallError
from timeline.llm.known_form import CachedForm
from timeline.llm.limits import Limits
from timeline.llm.model import Model
from timeline.llm.presence import SIGN_OF_LIFE
from timeline.llm.prices import load_prices
from timeline.llm.retry import RetryPolicy
from timeline.llm.transport import DeferredTransport, Transport, host_of

_LOG = logging.getLogger(__name__)


class Endpoint(NamedTuple):
    """Where a model is asked, and within what bounds.

    Without a base URL it is OpenAI's; a key is optional with one. `prices` is the user's own table.
    """

    model: str
    base_url: str | None
    api_key: SecretStr | None
    request_timeout: float
    attempts: int = RetryPolicy().attempts
    limits: Limits = Limits()
    max_cost_usd: float | None = None
    prices: Path | None = None


def open_model(
    endpoint: Endpoint,
    *,
    wall_time: Callable[[], float] = time.time,
    observer: Observer = observe_nothing,
    allowance: Allowance | None = None,
) -> ProviderModel:
    """Return the model at `endpoint`. Nothing is sent yet; it belongs to the event loop that first asks it.

    Args:
        endpoint: Where it is, and within what bounds it is asked.
        wall_time: Gives POSIX timestamps.
        observer: Is told of every request, as it ended.
        allowance: Takes the place of the endpoint's limits and cap, where the model shares them with others.

    Raises:
        ConfigurationError: The prices cannot be read, or there is a spending cap and no price.
    """
    options = ClientOptions(
        model=endpoint.model,
        request_timeout=endpoint.request_timeout,
        retry=RetryPolicy(attempts=endpoint.attempts),
        limits=endpoint.limits,
        max_cost_usd=endpoint.max_cost_usd,
        output_limit=output_limit_name(endpoint.base_url),
    )
    price = load_prices(endpoint.prices).of(endpoint.model)
    transport = open_transport(endpoint.base_url, endpoint.api_key, wall_time=wall_time)
    return ProviderModel(transport, options, price=price, observer=observer, allowance=allowance)


def open_transport(
    base_url: str | None, api_key: SecretStr | None, *, wall_time: Callable[[], float] = time.time
) -> DeferredTransport:
    """Return what carries requests to an endpoint, OpenAI's where no base URL is given."""

    def load() -> Transport:
        from timeline.llm.openai_transport import OpenAiTransport  # noqa: PLC0415 - openai takes a second to load

        return OpenAiTransport(base_url=base_url, api_key=api_key, wall_time=wall_time)

    return DeferredTransport(host_of(base_url), load)


def open_replies(directory: Path, *, wall_time: Callable[[], float] = time.time) -> ReplyCache:
    """Open the cache in `directory`.

    Raises:
        OSError: The folder cannot be made.
        sqlite3.Error: The file cannot be used.
    """
    return ReplyCache(directory, wall_time=wall_time)


def with_cache(model: Model, directory: Path, *, endpoint: str, wall_time: Callable[[], float] = time.time) -> Model:
    """Put the cache in `directory` before a model; `endpoint` is the host that it is asked at.

    The form of structured output that the endpoint takes is kept there too. A cache that cannot be opened is told in
    the log, and the model is returned without it.
    """
    try:
        cache = open_replies(directory, wall_time=wall_time)
    except (OSError, sqlite3.Error) as error:
        _LOG.warning("model cache cannot be opened directory=%s error=%s", directory, error)
        return model
    if isinstance(model, ProviderModel):
        model.use_memory(CachedForm(cache, endpoint=endpoint, model=model.name))
    return CachedModel(model, cache, endpoint=endpoint)


class SignOfLife(NamedTuple):
    """Whether the model answered, and what to tell of it."""

    is_reached: bool
    message: str


async def probe(model: Model) -> SignOfLife:
    """Ask the model to say a word."""
    account = Account(max_requests=1, clock=time.monotonic)
    try:
        await model.ask(SIGN_OF_LIFE, account)
    except CallError as error:
        return SignOfLife(is_reached=False, message=f"the model cannot be had: {error}")
    return SignOfLife(is_reached=True, message=f"the model {model.name} answers")
