"""`POST /v1/extract`."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header
from starlette.responses import Response, StreamingResponse

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.engines.engine import Engine
from timeline.pipeline import stream_timeline
from timeline.service import examples
from timeline.service.extraction.loop import Emit
from timeline.service.extraction.progress import WatchedEngine
from timeline.service.extraction.stream import HEADERS, Told, server_sent
from timeline.service.json_route import JsonRoute
from timeline.service.media_types import EVENT_STREAM, JSON, negotiate
from timeline.service.models.submission import ExtractRequest
from timeline.service.problems import kinds, problem_responses
from timeline.service.services import Services
from timeline.service.submissions import read_submission

_DONE: dict[str, Any] = {
    "model": Timeline,
    "description": "The timeline, whole or with `failures`. As a stream: `progress` says how far the work is, `event` "
    "carries each record as soon as it is proved, and the last message is the whole `timeline` or a `problem`.",
    "headers": {
        "Content-Location": {
            "schema": {"type": "string"},
            "description": "where this version of the timeline is kept; a stream has none",
        }
    },
    "content": {
        EVENT_STREAM: {"schema": {"type": "string"}, "example": examples.STREAM},
    },
}
_PROBLEMS = problem_responses(
    kinds.MALFORMED_JSON,
    kinds.NOT_ACCEPTABLE,
    kinds.TOO_LARGE,
    kinds.UNSUPPORTED_MEDIA_TYPE,
    kinds.UNUSABLE_DOCUMENT,
    kinds.NO_PUBLICATION_DATE,
    kinds.NOT_CONFIGURED,
    kinds.MODEL_FAILED,
    kinds.MODEL_BUSY,
    kinds.STORE_UNAVAILABLE,
    kinds.STOPPING,
    kinds.TOO_SLOW,
)


def router(services: Services) -> APIRouter:
    """Return the route that extracts."""
    routes = APIRouter(prefix="/v1", tags=["extraction"], route_class=JsonRoute)
    extraction = _Extraction(services)

    @routes.post("/extract", operation_id="extract", response_model=None, responses={200: _DONE, **_PROBLEMS})
    async def extract(
        request: Annotated[ExtractRequest, Body(openapi_examples=examples.EXTRACT_REQUESTS)],
        accept: Annotated[str | None, Header(include_in_schema=False)] = None,
    ) -> Response:
        """Extract the timeline of an article, and keep it.

        Every record is proved against the article. What was proposed and not taken is in `rejected`, work that could
        not be done in `failures`; both come with a success. The same article sent twice is one article.
        """
        as_stream = negotiate(accept, (JSON, EVENT_STREAM)) == EVENT_STREAM
        engine = services.engines.get(request.engine)
        article = await read_submission(request, services)
        if as_stream:
            told = extraction.stream(article, engine)
            body = server_sent(told, seconds=services.settings.time_limit)
            return StreamingResponse(body, media_type=EVENT_STREAM, headers=HEADERS)
        return await extraction.answer(article, engine)

    return routes


class _Extraction:
    """Extracts in the loop that is for it, and stores what comes of it."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._engines = services.engines

    async def answer(self, article: Article, engine: Engine) -> Response:
        with self._services.metrics.extraction(engine.name) as count:
            timeline = await self._engines.extract(article, engine)
            count(timeline)
        version = await self._save(article, timeline)
        where = {"Content-Location": f"/v1/articles/{article.id}/timeline?version={version}"}
        return Response(timeline.model_dump_json(by_alias=True), media_type=JSON, headers=where)

    async def stream(self, article: Article, engine: Engine) -> AsyncGenerator[Told]:
        async def work(emit: Emit[Told]) -> None:
            async with aclosing(stream_timeline(article, WatchedEngine(engine, emit))) as proved:
                async for one in proved:
                    emit(one)

        with self._services.metrics.extraction(engine.name) as count:
            async with aclosing(self._engines.loop.listen(work)) as told:
                async for one in told:
                    if isinstance(one, Timeline):
                        count(one)
                        await self._save(article, one)
                    yield one

    async def _save(self, article: Article, timeline: Timeline) -> int:
        """Keep the timeline, and return the number of its version."""
        save = self._services.store.save
        saved = await asyncio.to_thread(save, article, timeline, at=self._services.now())
        return saved.number
