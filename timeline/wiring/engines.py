"""The engines: which one is asked for, and what it works with."""

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline.assembly.proof import proof_checker
from timeline.domain.article import Article
from timeline.domain.timeline import total_usage
from timeline.engines.engine import Engine, close_engine
from timeline.errors import ConfigurationError
from timeline.reading.annotation import annotate
from timeline.settings import Settings
from timeline.wiring.model import open_configured_model

if TYPE_CHECKING:
    from timeline.llm.allowance import Allowance
    from timeline.llm.calls import Observer
    from timeline.llm.estimate import Estimate


class EngineName(StrEnum):
    """Which engine is asked for. `auto` is `llm` when a model is configured, else `rules`."""

    AUTO = "auto"
    LLM = "llm"
    RULES = "rules"


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
    from timeline.engines.llm.engine import LlmEngine  # noqa: PLC0415 - what asks a model is loaded where one is asked
    from timeline.engines.llm.options import LlmOptions  # noqa: PLC0415 - as above
    from timeline.engines.llm.questions import load_prompts  # noqa: PLC0415 - as above
    from timeline.llm.opening import with_cache  # noqa: PLC0415 - as above

    opened = open_configured_model(settings, observer, allowance)
    model = with_cache(opened, settings.cache_dir, endpoint=settings.host)
    options = LlmOptions(deadline=settings.deadline, coverage=settings.coverage)
    return LlmEngine(model, load_prompts(settings.prompts_dir), options, checker=proof_checker)


def prompt_identities(settings: Settings) -> dict[str, str]:
    """Return the name and the SHA-256 of every prompt in use.

    Raises:
        ConfigurationError: A prompt cannot be read.
    """
    from timeline.engines.llm.questions import load_prompts  # noqa: PLC0415 - each engine is loaded when it is asked for

    return load_prompts(settings.prompts_dir).identities


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
