"""The examples of the OpenAPI document: one short article, its timeline, and what the service tells of both."""

from datetime import UTC, datetime
from importlib import resources
from typing import Any, Final

from fastapi.openapi.models import Example

from timeline.domain.timeline import Timeline
from timeline.service.models.stored import (
    ArticleAnswer,
    ArticleList,
    ArticleListing,
    EventAnswer,
    ListedEvent,
    StoredTimeline,
    Version,
)
from timeline.service.models.wire import Wire

TEXT: Final = "Ana Silva met Per Holm in Oslo on Friday."

_STORED: Final = datetime(2024, 5, 20, 8, 30, tzinfo=UTC)
_TIMELINE: Final = Timeline.model_validate_json(
    (resources.files("timeline.service") / "example.json").read_text(encoding="utf-8")
)
_EVENT: Final = _TIMELINE.events[0]
_VERSION: Final = Version(
    number=1,
    at=_STORED,
    is_current=True,
    is_whole=True,
    published=_TIMELINE.article.published,
    engine=_TIMELINE.provenance.engine,
    model=None,
    prompts={},
    package=_TIMELINE.provenance.version,
    counts=_TIMELINE.provenance.counts,
)


def _json(value: Wire | Timeline) -> dict[str, Any]:
    return value.model_dump(mode="json", by_alias=True)


_TIMELINE_JSON: Final = _json(_TIMELINE)
STREAM: Final = (
    'event: progress\ndata: {"sentences":1,"parts":1,"proposed":1}\n\n'
    f"event: event\ndata: {_EVENT.model_dump_json(by_alias=True)}\n\n"
    f"event: timeline\ndata: {_TIMELINE.model_dump_json(by_alias=True)}\n\n"
)
EXTRACT_REQUESTS: Final[dict[str, Example]] = {
    "text": Example(
        summary="Plain text, by the rules", value={"text": TEXT, "published": "2024-05-20", "engine": "rules"}
    ),
    "html": Example(
        summary="A page of HTML",
        value={
            "html": f"<html><head><title>Talks</title></head><body><article><p>{TEXT}</p></article></body></html>",
            "published": "2024-05-20",
            "source": "The Fjord Times",
        },
    ),
    "url": Example(
        summary="An address, where the server fetches", value={"url": "https://news.example/2024/05/20/talks-in-oslo"}
    ),
}
_STORED_TIMELINE_JSON: Final = _json(
    StoredTimeline(
        articles=(_TIMELINE.article,),
        events=(ListedEvent(article=_TIMELINE.article.id, **dict(_EVENT)),),
        relations=(),
        next=None,
    )
)
_EVENT_ANSWER_JSON: Final = _json(
    EventAnswer(event=_EVENT, article=_TIMELINE.article, version=1, is_current=True, relations=())
)
_ARTICLE_LIST_JSON: Final = _json(
    ArticleList(
        articles=(
            ArticleListing(
                article=_TIMELINE.article,
                language="en",
                first_stored=_STORED,
                last_stored=_STORED,
                versions=1,
                current=_VERSION,
            ),
        ),
        next=None,
    )
)
_ARTICLE_ANSWER_JSON: Final = _json(
    ArticleAnswer(
        article=_TIMELINE.article,
        text=TEXT,
        language="en",
        first_stored=_STORED,
        last_stored=_STORED,
        current=1,
        versions=(_VERSION,),
    )
)
JOB: Final = "job_0f3c1a5e3b7d4c6f9a2e8d1b5c7f0e3a"
_JOB_JSON: Final = {
    "id": JOB,
    "state": "running",
    "engine": "rules",
    "created": "2024-05-20T08:30:00Z",
    "counts": {"queued": 1, "running": 0, "done": 1, "failed": 0, "cancelled": 0},
    "events": 1,
    "cost_usd": None,
}
_JOB_PAGE_JSON: Final = {
    **_JOB_JSON,
    "articles": [
        {
            "number": 1,
            "id": "archive/2024/0001",
            "state": "done",
            "article": _TIMELINE.article.id,
            "version": 1,
            "failures": 0,
            "attempts": 1,
            "error": None,
            "ended": "2024-05-20T08:30:01Z",
        }
    ],
    "next": "AAAAAAAAAAE",
}
ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "extract": _TIMELINE_JSON,
    "list_events": _STORED_TIMELINE_JSON,
    "get_event": _EVENT_ANSWER_JSON,
    "list_articles": _ARTICLE_LIST_JSON,
    "get_article": _ARTICLE_ANSWER_JSON,
    "get_article_timeline": _TIMELINE_JSON,
    "create_job": _JOB_JSON,
    "get_job": _JOB_PAGE_JSON,
    "delete_job": _JOB_JSON,
    "retry_job": _JOB_JSON,
    "health": {"status": "ok", "version": _TIMELINE.provenance.version},
    "ready": {"status": "ready", "store": "ok", "jobs": "ok", "model": "ok"},
}
"""The answer of each operation that succeeds with JSON, by its name."""
