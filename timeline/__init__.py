"""News text to a timeline of dated, sourced event records, each proved against the article.

    from datetime import date
    from timeline import Article, extract

    timeline = extract(Article(text=..., published=date(2024, 10, 12)), engine="rules")

What is listed here is loaded when it is first used, so that `import timeline` stays fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from timeline.version import __version__ as __version__

if TYPE_CHECKING:
    from timeline.domain.article import Article
    from timeline.domain.timeline import Event, Timeline
    from timeline.wiring import aextract, aextract_stream, extract

__all__ = ["Article", "Event", "Timeline", "aextract", "aextract_stream", "extract"]

_HOMES = {
    "Article": "timeline.domain.article",
    "Event": "timeline.domain.timeline",
    "Timeline": "timeline.domain.timeline",
    "aextract": "timeline.wiring",
    "aextract_stream": "timeline.wiring",
    "extract": "timeline.wiring",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
