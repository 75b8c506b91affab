"""Records are told as soon as they are proved, each once."""

import json
from collections.abc import AsyncGenerator
from datetime import date

import pytest

from timeline import Article, Timeline, aextract_stream
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft, DraftEvent, join_drafts
from timeline.domain.timeline import Event
from timeline.domain.vocabulary import EventStatus, EventType
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.questions import load_prompts
from timeline.llm.scripted import ScriptedModel
from timeline.pipeline import extract_timeline, stream_timeline

ARTICLE = Article(
    text="Ana Silva met Per Holm in Oslo on Friday. The mayor opened a school. Per Holm resigned on Monday.",
    published=date(2024, 5, 22),
)


def draft_event(number: int, trigger: str, type_: EventType) -> DraftEvent:
    """Return a record of one sentence."""
    return DraftEvent(title=trigger, type=type_, status=EventStatus.OCCURRED, evidence=(number,), trigger=trigger)


class InParts:
    """An engine that proposes the meeting, then the meeting again and the resignation."""

    name = "parts"

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Return all at once."""
        return join_drafts([part async for part in self.stream(article)])

    async def stream(self, article: AnnotatedArticle) -> AsyncGenerator[Draft]:
        """Yield two parts."""
        assert article.sentences
        meeting = draft_event(1, "met", EventType.MEETING)
        yield Draft(engine="rules", events=(meeting,))
        yield Draft(engine="rules", events=(meeting, draft_event(3, "resigned", EventType.DEPARTURE)))


async def test_each_record_is_told_once_and_the_timeline_comes_last() -> None:
    """What a second part proposes again is merged, and not told again."""
    told = [one async for one in stream_timeline(ARTICLE, InParts())]
    assert [one.trigger.text for one in told if isinstance(one, Event)] == ["met", "resigned"]
    assert told[-1] == await extract_timeline(ARTICLE, InParts())


async def test_an_engine_without_parts_is_told_at_once() -> None:
    """The rules give their events, then the timeline."""
    told = [one async for one in aextract_stream(ARTICLE, engine="rules")]
    assert isinstance(told[-1], Timeline)
    assert set(told[:-1]) == set(told[-1].events)


async def test_the_model_is_told_of_before_its_second_question() -> None:
    """The events of the first reply are there before the coverage pass is answered."""
    item = {"id": 1, "ev": [1], "trig": "met", "type": "meeting", "st": "occurred", "when": None, "title": "Silva met"}
    model = ScriptedModel([json.dumps({"events": [item]}), '{"events": []}'])
    proved = stream_timeline(ARTICLE, LlmEngine(model, load_prompts(None)))
    first = await anext(proved)
    assert isinstance(first, Event)
    assert len(model.requests) == 1
    await proved.aclose()


def test_no_parts_are_no_proposal() -> None:
    """An engine that yields nothing is a mistake, not an empty timeline."""
    with pytest.raises(ValueError, match="no parts"):
        join_drafts([])
