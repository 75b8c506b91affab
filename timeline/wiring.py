"""The one place that chooses implementations from settings, for the command line, the service and the library."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, asynccontextmanager, closing
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from timeline.assembly.proof import proof_checker
from timeline.domain.article import Article
from timeline.domain.timeline import Event, Timeline, total_usage
from timeline.engines.engine import Engine, close_engine
from timeline.errors import ConfigurationError
from timeline.pipeline import extract_timeline, stream_timeline
from timeline.reading.annotation import annotate
from timeline.settings import Settings, read_settings

if TYPE_CHECKING:
    from timeline.fetching.fetcher import Fetcher
    from timeline.jobs import Jobs, Shelf, Watch
    from timeline.llm.allowance import Allowance
    from timeline.llm.cache import ReplyCache
    from timeline.llm.calls import Observer
    from timeline.llm.client import ProviderModel
    from timeline.llm.estimate import Estimate
    from timeline.llm.ledger import Ledger
    from timeline.llm.limits import Limits
    from timeline.llm.opening import SignOfLife
    from timeline.llm.transport import OpenAiTransport
    from timeline.store import KeyRing, Store

_Result = TypeVar("_Result")


class EngineName(StrEnum):
    """Which engine is asked for. `auto` is `llm` when a model is configured, else `rules`."""

    AUTO = "auto"
    LLM = "llm"
    RULES = "rules"


class Shared(NamedTuple):
    """What the jobs share with the rest of the process.

    `calls` is told of every request to a model, as it ended, `extractions` stands around every extraction, and
    `allowance` has the limits and the money; without one, the jobs have those of the settings to themselves, together
    with all others on the store.
    """

    calls: "Observer | None" = None
    extractions: "Watch | None" = None
    allowance: "Allowance | None" = None


async def aextract(article: Article, *, engine: str | Engine = "auto") -> Timeline:
    """Extract the timeline of an article.

    Args:
        article: The article; its publication date is what relative dates are resolved against.
        engine: `auto` (a model if one is configured, else the rules), `llm`, `rules`, or an engine of your own.

    Returns:
        The timeline: every record proved against the article, and every item that was not taken, with the reason.

    Raises:
        UnreadableInputError: The article has no text.
        ConfigurationError: The engine is unknown, or `llm` is asked for and no model is configured.
        ModelError: The model cannot be had at all.
    """
    async with open_engine(engine, read_settings()) as opened:
        return await extract_timeline(article, opened)


async def aextract_stream(article: Article, *, engine: str | Engine = "auto") -> AsyncGenerator[Event | Timeline]:
    """Yield every record of an article once, as soon as it is proved, and the whole timeline at the end.

    A later part of the article may add evidence to a record that was yielded: the timeline has it as it ends.
    Arguments and errors are those of `aextract`.
    """
    async with (
        open_engine(engine, read_settings()) as opened,
        aclosing(stream_timeline(article, opened)) as proved,
    ):
        async for one in proved:
            yield one


def extract(article: Article, *, engine: str | Engine = "auto") -> Timeline:
    """Extract the timeline of an article, from code that is not async. See `aextract`."""
    return run(aextract(article, engine=engine))


def run(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Return what `work` returns, also where an event loop is running already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()


@asynccontextmanager
async def open_engine(engine: str | Engine, settings: Settings) -> AsyncGenerator[Engine]:
    """Choose an engine as `choose_engine` does, and close it at the end, unless it is the caller's own."""
    chosen = choose_engine(engine, settings)
    try:
        yield chosen
    finally:
        if chosen is not engine:
            await close_engine(chosen)


def choose_engine(
    engine: str | Engine,
    settings: Settings,
    *,
    observer: "Observer | None" = None,
    allowance: "Allowance | None" = None,
) -> Engine:
    """Return the engine asked for.

    Args:
        engine: Its name, or an engine of the caller's own.
        settings: What is configured.
        observer: Is told of every request to a model, as it ended.
        allowance: The limits and the money that a model shares with others; without it, it has those of `settings` to
            itself.

    Raises:
        ConfigurationError: There is no such engine, or no model is configured for it.
    """
    if not isinstance(engine, str):
        return engine
    name = resolve_engine_name(engine, settings)
    return _rules_engine() if name is EngineName.RULES else _llm_engine(settings, observer, allowance)


def resolve_engine_name(engine: str, settings: Settings) -> EngineName:
    """Return the name of the engine that `engine` comes to under `settings`.

    Raises:
        ConfigurationError: There is no such engine.
    """
    try:
        name = EngineName(engine)
    except ValueError as error:
        raise ConfigurationError(f"no engine {engine!r}; choose {', '.join(EngineName)}") from error
    if name is EngineName.AUTO:
        return EngineName.LLM if settings.has_model else EngineName.RULES
    return name


def describe_engine(engine: str, settings: Settings) -> str:
    """Say in a line which engine is at work, and why."""
    name = resolve_engine_name(engine, settings)
    if name is EngineName.LLM:
        return f"engine: llm ({settings.model} at {settings.host})"
    if engine == EngineName.AUTO:
        return "engine: rules (no model is configured; set OPENAI_API_KEY or TIMELINE_BASE_URL for one)"
    return "engine: rules"


def _rules_engine() -> Engine:
    from timeline.engines.rules.engine import RulesEngine  # noqa: PLC0415 - each engine is loaded when it is chosen

    return RulesEngine()


def _llm_engine(settings: Settings, observer: "Observer | None", allowance: "Allowance | None") -> Engine:
    from timeline.engines.llm.engine import LlmEngine  # noqa: PLC0415 - openai is loaded when a model is asked
    from timeline.engines.llm.options import LlmOptions  # noqa: PLC0415 - as above
    from timeline.engines.llm.questions import load_prompts  # noqa: PLC0415 - as above
    from timeline.llm.opening import with_cache  # noqa: PLC0415 - as above

    opened = open_configured_model(settings, observer, allowance)
    model = with_cache(opened, settings.cache_dir, endpoint=settings.host)
    options = LlmOptions(deadline=settings.deadline, coverage=settings.coverage)
    return LlmEngine(model, load_prompts(settings.prompts_dir), options, checker=proof_checker)


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


def _limits(settings: Settings) -> "Limits":
    from timeline.llm.limits import Limits  # noqa: PLC0415 - needed where a model is asked

    return Limits(
        concurrency=settings.concurrency,
        requests_per_minute=settings.requests_per_minute,
        tokens_per_minute=settings.tokens_per_minute,
    )


def open_configured_model(
    settings: Settings, observer: "Observer | None" = None, allowance: "Allowance | None" = None
) -> "ProviderModel":
    """Return the configured model, within the configured limits or the shared ones. Nothing is sent yet.

    Raises:
        ConfigurationError: No model is configured, or the prices cannot be read.
    """
    from timeline.llm.calls import observe_nothing  # noqa: PLC0415 - openai is loaded when a model is asked
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


def open_store(settings: Settings) -> "Store":
    """Open the store of articles and events. It is not migrated, and nothing is asked of the database yet.

    Raises:
        StoreError: The address is none, or the folder of an SQLite file cannot be made.
    """
    from timeline.store import open_store  # noqa: PLC0415 - sqlalchemy is loaded where a store is wanted

    return open_store(settings.database_url.get_secret_value())


def open_key_ring(store: "Store") -> "KeyRing":
    """Return the API keys that a store holds."""
    from timeline.store import KeyRing  # noqa: PLC0415 - sqlalchemy is loaded where a store is wanted

    return KeyRing(store)


def describe_store(settings: Settings) -> str:
    """Tell where the store is, whether its tables are up to date, and how much it holds, without changing it.

    Raises:
        StoreError: It cannot be had.
    """
    from timeline.store.state import describe  # noqa: PLC0415 - sqlalchemy is loaded where a store is wanted

    with closing(open_store(settings)) as store:
        return describe(store)


def open_jobs(
    settings: Settings,
    store: "Store",
    *,
    now: Callable[[], datetime],
    shelf: "Shelf | None" = None,
    fetcher: "Fetcher | None" = None,
    shared: Shared | None = None,
) -> "Jobs":
    """Return the jobs of a migrated store. No worker runs before their `start`.

    Args:
        settings: Which engines there are, and how many articles are under way at once over all workers.
        store: Where the jobs are, and their timelines too unless there is another shelf.
        now: Wall time in UTC.
        shelf: Where the timelines go, if not to the store. Its jobs are then this process's alone, and the input of
            articles is kept, so that those whose timelines are lost can be done again.
        fetcher: Fetches pages; without it, an article that is only an address fails.
        shared: What others in this process have a part in.
    """
    from timeline.jobs import Pace, Tools, WorkerOptions  # noqa: PLC0415 - DBOS is loaded when there are jobs
    from timeline.jobs import open_jobs as open_with  # noqa: PLC0415 - as above

    calls, watch, given = shared or Shared()
    allowance = given or open_allowance(settings, store if shelf is None else None)

    def open_engine(name: str, model: str | None) -> Engine:
        return choose_engine(name, settings.with_model(model), observer=calls, allowance=allowance)

    tools = Tools(open_engine, now, fetcher=fetcher, longest=settings.max_text, watch=watch)
    if shelf is not None:
        tools = tools._replace(shelf=shelf, longest=None, keeps_input=True)
    return open_with(
        store,
        tools,
        WorkerOptions(Pace(settings.concurrency, settings.requests_per_minute), is_alone=shelf is not None),
    )


def estimate_cost(articles: Iterable[Article], settings: Settings) -> "Estimate":
    """Say what the model would be asked for these articles and what that costs, without asking it.

    Raises:
        ConfigurationError: No model is configured, or the prices cannot be read.
    """
    from timeline.engines.llm.estimating import estimate  # noqa: PLC0415 - each engine is loaded when it is asked for
    from timeline.engines.llm.options import LlmOptions  # noqa: PLC0415 - as above
    from timeline.engines.llm.questions import Questions, load_prompts  # noqa: PLC0415 - as above
    from timeline.llm.estimate import Estimate  # noqa: PLC0415 - as above
    from timeline.llm.prices import load_prices  # noqa: PLC0415 - as above

    options = LlmOptions(deadline=settings.deadline, coverage=settings.coverage)
    questions = Questions(load_prompts(settings.prompts_dir), options.parameters)
    parts = [estimate(annotate(article), questions, options) for article in articles]
    usage = total_usage(part.usage for part in parts)
    price = load_prices(settings.prices).of(settings.model)
    cost = price.cost(usage) if price else None
    return Estimate(requests=sum(part.requests for part in parts), usage=usage.model_copy(update={"cost_usd": cost}))


def open_fetcher(settings: Settings) -> "Fetcher | None":
    """Return what fetches pages for the service, or None where TIMELINE_FETCH does not allow it."""
    from timeline.fetching.fetcher import Fetcher  # noqa: PLC0415 - only a service that fetches needs it

    return Fetcher() if settings.fetch else None


def open_door(settings: Settings) -> "OpenAiTransport | None":
    """Return what asks the model's provider whether it is there, without paying; None where none is configured."""
    if not settings.has_model:
        return None
    from timeline.llm.opening import open_transport  # noqa: PLC0415 - openai is loaded when a model is asked

    return open_transport(settings.base_url, settings.api_key)


async def probe_model(settings: Settings) -> "SignOfLife":
    """Ask the configured model for a sign of life.

    Raises:
        ConfigurationError: No model is configured.
    """
    from timeline.llm.opening import probe  # noqa: PLC0415 - openai is loaded when a model is asked

    return await probe(open_configured_model(settings))


def prompt_identities(settings: Settings) -> dict[str, str]:
    """Return the name and the SHA-256 of every prompt in use.

    Raises:
        ConfigurationError: A prompt cannot be read.
    """
    from timeline.engines.llm.questions import load_prompts  # noqa: PLC0415 - each engine is loaded when it is asked for

    return load_prompts(settings.prompts_dir).identities
