"""The library's own functions: an article in, its timeline out, by what the environment says."""

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from typing import Any, TypeVar

from timeline.domain.article import Article
from timeline.domain.timeline import Event, Timeline
from timeline.engines.engine import Engine
from timeline.pipeline import extract_timeline, stream_timeline
from timeline.settings import read_settings
from timeline.wiring.engines import open_engine

_Result = TypeVar("_Result")


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
