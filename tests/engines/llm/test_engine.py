"""The engine turns replies into drafts, and loses nothing on the way."""

from pathlib import Path

import pytest

from tests.engines.llm.articles import MEETING, annotated
from tests.engines.llm.replies import item, reply
from timeline.domain.draft import NOWHERE, DraftEvent, DraftParticipant, DraftRelation
from timeline.domain.vocabulary import EventStatus, EventType, FailureKind, RejectionReason, RelationKind, Role
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import load_prompts
from timeline.errors import ModelError
from timeline.llm.cache import CachedModel, ReplyCache
from timeline.llm.errors import AccessError, PromptTooLongError, TransientError
from timeline.llm.messages import Finish, ModelReply
from timeline.llm.scripted import Script, ScriptedModel, Step
from timeline.prompting.library import load_prompt

PLAIN = LlmOptions(repair=False, coverage=False)


def engine_of(script: Script, options: LlmOptions = PLAIN) -> LlmEngine:
    """Return an engine before a scripted model."""
    return LlmEngine(ScriptedModel(script), load_prompts(), options)


async def test_a_reply_becomes_drafts() -> None:
    """Every field of an item finds its place."""
    draft = await engine_of([reply(item())]).draft(MEETING)
    assert draft.events == (
        DraftEvent(
            title="Brandt meets Castell in Port Amsel",
            type=EventType.MEETING,
            status=EventStatus.OCCURRED,
            evidence=(2, 1),
            trigger="met",
            when="t1",
            participants=(
                DraftParticipant(name="Ada Brandt", role=Role.PARTICIPANT),
                DraftParticipant(name="Ivo Castell", role=Role.PARTICIPANT),
            ),
            place="Port Amsel",
        ),
    )
    assert (draft.engine, draft.model, draft.requests, draft.failures) == ("llm", "scripted", 1, ())
    assert draft.prompts["extract"] == load_prompt("extract").identity


async def test_a_malformed_item_does_not_take_the_others_with_it() -> None:
    """It is rejected with its reason, and they stay."""
    draft = await engine_of([reply(item(id=1), {"type": "meeting"}, "prose", item(id=2, type="gossip"))]).draft(MEETING)
    assert len(draft.events) == 1
    assert [rejection.reason for rejection in draft.rejected] == [RejectionReason.INVALID_ITEM] * 3
    assert [rejection.draft for rejection in draft.rejected][1] == "prose"
    assert "type" in draft.rejected[2].message


async def test_relations_count_events_from_0_past_rejected_items() -> None:
    """Ids of the wire become indexes of the draft; a link to nothing leads nowhere."""
    denial = item(id=9, rel=[{"k": "denies", "to": 7}, {"k": "about", "to": 44}, {"k": "about", "to": 9}])
    draft = await engine_of([reply({"id": 1}, item(id=7), denial)]).draft(MEETING)
    assert draft.events[1].relations == (
        DraftRelation(kind=RelationKind.DENIES, to=0),
        DraftRelation(kind=RelationKind.ABOUT, to=NOWHERE),
    )


async def test_an_article_without_evidence_asks_nothing() -> None:
    """No sentence, no request."""
    draft = await engine_of([]).draft(annotated())
    assert (draft.events, draft.requests) == ((), 0)


@pytest.mark.parametrize(
    ("finish", "kind"),
    [
        pytest.param(Finish.REFUSED, FailureKind.REFUSAL, id="refusal"),
        pytest.param(Finish.FILTERED, FailureKind.CONTENT_FILTER, id="content filter"),
    ],
)
async def test_a_reply_that_is_withheld_is_a_failure_of_its_own_kind(finish: Finish, kind: FailureKind) -> None:
    """The sentences left unread are named."""
    draft = await engine_of([ModelReply(text="", finish=finish)]).draft(MEETING)
    assert [(failure.kind, failure.sentences) for failure in draft.failures] == [(kind, (1, 2, 3, 4))]


async def test_prose_is_an_unreadable_reply() -> None:
    """A reply that is no JSON is told, not taken for an empty list."""
    draft = await engine_of(["I am sorry, there is nothing to report."]).draft(MEETING)
    assert [failure.kind for failure in draft.failures] == [FailureKind.UNREADABLE_REPLY]


async def test_complete_events_of_half_a_reply_are_kept() -> None:
    """What was written to its end counts, and the failure says that there may be more."""
    half = reply(item(), item(id=2))[:-40]
    draft = await engine_of([half]).draft(MEETING)
    assert len(draft.events) == 1
    assert [failure.kind for failure in draft.failures] == [FailureKind.UNREADABLE_REPLY]


@pytest.mark.parametrize("too_much", [ModelReply(text='{"ev', finish=Finish.TRUNCATED), PromptTooLongError("too long")])
async def test_what_does_not_fit_is_split_by_sentences(too_much: ModelReply | PromptTooLongError) -> None:
    """The halves are asked instead of the whole."""
    draft = await engine_of([too_much, reply(item()), reply(item(ev=[4], trig="meet", when="t2"))]).draft(MEETING)
    assert [event.trigger for event in draft.events] == ["met", "meet"]
    assert (draft.requests, draft.failures) == (3, ())


async def test_one_sentence_that_does_not_fit_is_a_failure() -> None:
    """Nothing is left to split, so the complete events are kept and the rest is told."""
    article = annotated("Ada Brandt met Ivo Castell.")
    cut = ModelReply(text=reply(item(ev=[1]), item())[:-30], finish=Finish.TRUNCATED)
    draft = await engine_of([cut]).draft(article)
    assert len(draft.events) == 1
    assert [(failure.kind, failure.sentences) for failure in draft.failures] == [(FailureKind.TRUNCATED, (1,))]


@pytest.mark.parametrize("error", [AccessError("wrong key"), TransientError("kept answering 503", status=503)])
async def test_a_model_that_cannot_be_had_is_an_error(error: AccessError | TransientError) -> None:
    """Nothing was got, so nothing is returned."""
    with pytest.raises(ModelError, match=str(error)):
        await engine_of([error]).draft(MEETING)


async def test_a_chunk_that_fails_does_not_take_the_others_with_it() -> None:
    """Part of the work failing is a failure with its sentences."""
    options = LlmOptions(repair=False, coverage=False, chunk_tokens=100)
    article = annotated(*["Ada Brandt met Ivo Castell in Port Amsel and spoke of cables for hours." for _ in range(8)])
    script: list[Step] = [reply(item(ev=[1])), TransientError("kept answering 503", status=503)]
    draft = await engine_of(script, options).draft(article)
    assert len(draft.events) == 1
    assert [failure.kind for failure in draft.failures] == [FailureKind.PROVIDER]
    assert draft.failures[0].sentences[-1] == 8


async def test_the_parts_of_a_stream_are_the_draft() -> None:
    """Relations count the events of all parts before."""
    options = LlmOptions(repair=False, coverage=False, chunk_tokens=100)
    article = annotated(*["Ada Brandt met Ivo Castell in Port Amsel and spoke of cables for hours." for _ in range(8)])
    linked = reply(item(ev=[7]), item(id=2, ev=[8], rel=[{"k": "part_of", "to": 1}]))
    parts = [part async for part in engine_of([reply(item(ev=[1])), linked], options).stream(article)]
    assert [len(part.events) for part in parts] == [1, 2]
    assert parts[1].events[1].relations == (DraftRelation(kind=RelationKind.PART_OF, to=1),)


async def test_closing_the_engine_closes_what_its_model_holds(tmp_path: Path) -> None:
    """Also through the cache; a model that holds nothing needs no closing."""
    closed: list[str] = []

    class ClosableModel(ScriptedModel):
        async def aclose(self) -> None:
            closed.append(self.name)

    cached = CachedModel(ClosableModel([]), ReplyCache(tmp_path, wall_time=lambda: 0.0), endpoint="here")
    await LlmEngine(cached, load_prompts()).aclose()
    await engine_of([]).aclose()
    assert closed == ["scripted"]
