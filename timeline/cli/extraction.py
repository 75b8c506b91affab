"""Many articles through an engine at once: each timeline as its article's turn came, and records as they are proved."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import NamedTuple, TypeAlias

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from timeline.cli.console import errors
from timeline.domain.article import Article
from timeline.domain.timeline import Event, Timeline
from timeline.engines.engine import Engine, close_engine
from timeline.errors import ModelError
from timeline.pipeline import stream_timeline
from timeline.render import Rendered

Tell: TypeAlias = Callable[[str, Event], None]
"""Is told the id of an article and a record of it."""


class Extracted(NamedTuple):
    """The timelines in the order of their articles, and the error after which no further article was begun."""

    rendered: list[Rendered]
    model_error: ModelError | None


async def extract_all(articles: Sequence[Article], engine: Engine, concurrency: int, tell: Tell) -> Extracted:
    """Extract that many articles at once, with a progress bar, and close the engine at the end."""
    turns = asyncio.Semaphore(concurrency)
    lost: list[ModelError] = []

    async def extract_one(article: Article, progress: Progress, task: TaskID) -> Rendered | None:
        async with turns:
            if lost:
                return None
            try:
                return Rendered(await _extract_one(article, engine, tell), article.text)
            except ModelError as error:
                lost.append(error)
                return None
            finally:
                progress.advance(task)

    try:
        with _progress(len(articles)) as progress:
            task = progress.add_task("extracting", total=len(articles))
            done = await asyncio.gather(*(extract_one(article, progress, task) for article in articles))
    finally:
        await close_engine(engine)
    return Extracted([one for one in done if one], lost[0] if lost else None)


async def _extract_one(article: Article, engine: Engine, tell: Tell) -> Timeline:
    """Return the timeline, and tell each record as soon as it is proved."""
    article_id = article.id
    timeline: Timeline | None = None
    async with aclosing(stream_timeline(article, engine)) as proved:
        async for one in proved:
            if isinstance(one, Event):
                tell(article_id, one)
            else:
                timeline = one
    if timeline is None:
        raise ModelError(f"the engine {engine.name!r} gave no proposal")
    return timeline


def _progress(count: int) -> Progress:
    """Return a progress bar on standard error; none for a single article."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=errors, disable=count < 2, transient=True)
