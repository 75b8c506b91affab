"""The way of an article through the program: numbered and tagged, drafted by an engine, proved and assembled."""

from collections.abc import AsyncGenerator, Awaitable
from contextlib import AbstractContextManager, aclosing

from timeline.assembly import assemble
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.article import Article
from timeline.domain.draft import Draft, join_drafts
from timeline.domain.span import Offsets
from timeline.domain.timeline import Event, Timeline
from timeline.domain.vocabulary import EventType, WarningCode
from timeline.engines.engine import Engine, StreamingEngine
from timeline.errors import UnreadableInputError
from timeline.reading.annotation import annotate
from timeline.telemetry.spans import Attributes, Tell, span
from timeline.text.language import looks_english


async def extract_timeline(article: Article, engine: Engine) -> Timeline:
    """Return the proved timeline of `article`.

    Raises:
        UnreadableInputError: The article has no text.
        ModelError: The engine's model cannot be had at all.
    """
    return await traced(article, engine.name, _extracted(article, engine))


async def traced(article: Article, engine: str, work: Awaitable[Timeline]) -> Timeline:
    """Return the timeline that `work` makes of `article` by the engine of that name, and trace it as an extraction."""
    with _extraction_span(article, engine) as tell:
        timeline = await work
        tell(_outcome(timeline))
        return timeline


async def stream_timeline(article: Article, engine: Engine) -> AsyncGenerator[Event | Timeline]:
    """Yield every record once, as soon as it is proved, and the timeline at the end.

    A later part of the article may add evidence to a record that was yielded; the timeline has it as it ends, in
    order of time, under the id of its whole evidence.

    Raises:
        UnreadableInputError: The article has no text.
        ModelError: The engine's model cannot be had at all.
    """
    with _extraction_span(article, engine.name) as tell:
        async with aclosing(_proved(article, engine)) as proved:
            async for one in proved:
                if isinstance(one, Timeline):
                    tell(_outcome(one))
                yield one


async def _extracted(article: Article, engine: Engine) -> Timeline:
    annotated = _annotated(article)
    return assemble(annotated, await engine.draft(annotated), _warnings(article))


async def _proved(article: Article, engine: Engine) -> AsyncGenerator[Event | Timeline]:
    annotated = _annotated(article)
    told: set[tuple[EventType, Offsets]] = set()
    parts: list[Draft] = []
    timeline: Timeline | None = None
    async with aclosing(_parts(annotated, engine)) as drafts:
        async for part in drafts:
            parts.append(part)
            timeline = assemble(annotated, join_drafts(parts), _warnings(article))
            for event in timeline.events:
                mention = (event.type, event.trigger.span)
                if mention not in told:
                    told.add(mention)
                    yield event
    if timeline is not None:
        yield timeline


async def _parts(annotated: AnnotatedArticle, engine: Engine) -> AsyncGenerator[Draft]:
    if not isinstance(engine, StreamingEngine):
        yield await engine.draft(annotated)
        return
    async with aclosing(engine.stream(annotated)) as drafts:
        async for draft in drafts:
            yield draft


def _annotated(article: Article) -> AnnotatedArticle:
    if not article.text.strip():
        raise UnreadableInputError("the article has no text; give the text of a news article")
    return annotate(article)


def _warnings(article: Article) -> tuple[WarningCode, ...]:
    return () if looks_english(article.text) else (WarningCode.NOT_ENGLISH,)


def _extraction_span(article: Article, engine: str) -> AbstractContextManager[Tell]:
    return span("extract", lambda: {"timeline.article": article.id, "timeline.engine": engine})


def _outcome(timeline: Timeline) -> Attributes:
    counts = timeline.provenance.counts
    return {
        "timeline.proposed": counts.proposed,
        "timeline.accepted": counts.accepted,
        "timeline.merged": counts.merged,
        "timeline.rejected": counts.rejected,
        "timeline.failures": len(timeline.failures),
    }
