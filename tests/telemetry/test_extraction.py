"""An extraction is a span, and the requests of its engine are below it."""

from contextlib import aclosing
from datetime import date

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from timeline.domain.article import Article
from timeline.engines.rules.engine import RulesEngine
from timeline.pipeline import extract_timeline, stream_timeline

ARTICLE = Article(text="Ana Silva met Per Holm in Oslo on Friday.", published=date(2024, 5, 20))


@pytest.mark.parametrize("is_streamed", [True, False])
async def test_an_extraction_is_a_span(spans: InMemorySpanExporter, *, is_streamed: bool) -> None:
    """It tells the engine and what became of the proposals, and not what the article says."""
    if is_streamed:
        async with aclosing(stream_timeline(ARTICLE, RulesEngine())) as proved:
            assert [type(one).__name__ async for one in proved] == ["Event", "Timeline"]
    else:
        await extract_timeline(ARTICLE, RulesEngine())
    (extraction,) = spans.get_finished_spans()
    assert extraction.name == "extract"
    assert extraction.attributes == {
        "timeline.article": ARTICLE.id,
        "timeline.engine": "rules",
        "timeline.proposed": 1,
        "timeline.accepted": 1,
        "timeline.merged": 0,
        "timeline.rejected": 0,
        "timeline.failures": 0,
    }
    assert "Silva" not in extraction.to_json()
