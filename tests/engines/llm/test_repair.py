"""Items with a fault are asked for once more, those alone."""

import json

import pytest
from pydantic import JsonValue

from tests.engines.llm.articles import MEETING
from tests.engines.llm.replies import item, reply
from timeline.domain.timeline import Usage
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import load_prompts
from timeline.llm.errors import TransientError
from timeline.llm.messages import Finish, ModelReply
from timeline.llm.scripted import ScriptedModel, Step

OPTIONS = LlmOptions(coverage=False)


def _engine(*steps: Step) -> tuple[LlmEngine, ScriptedModel]:
    model = ScriptedModel(steps)
    return LlmEngine(model, load_prompts(), OPTIONS), model


async def test_only_the_faulty_item_is_asked_for_with_its_reason() -> None:
    """The article stands before, as in the first question, so that it is cached."""
    wrong = item(id=2, type="gossip", title="Brandt gossips")
    engine, model = _engine(reply(item(), wrong), reply(item(id=2, ev=[4], trig="meet")))
    draft = await engine.draft(MEETING)
    assert [event.trigger for event in draft.events] == ["met", "meet"]
    assert draft.rejected == ()
    first, second = (request.messages for request in model.requests)
    assert second[0] == first[0]
    question = second[1].content.removeprefix(first[1].content)
    assert json.dumps(wrong) in question
    assert "Fault of event 2: type: Input should be" in question
    assert "Brandt meets Castell" not in question


async def test_an_item_that_stays_wrong_is_rejected_with_both_reasons() -> None:
    """It is asked for once, not again and again."""
    engine, model = _engine(reply(item(type="gossip")), reply(item(st="maybe")))
    draft = await engine.draft(MEETING)
    [rejection] = draft.rejected
    assert rejection.draft == item(type="gossip")
    assert "type: " in rejection.message
    assert "asked for again: st: " in rejection.message
    assert len(model.requests) == 2


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({"ev": [77]}, "there is no sentence 77", id="unknown sentence"),
        pytest.param({"ev": [5]}, "there is no sentence 5", id="furniture"),
        pytest.param({"ev": []}, "cites no sentence", id="no sentence"),
        pytest.param({"when": "t9"}, "neither a tag nor a phrase", id="unknown tag"),
        pytest.param({"trig": "danced"}, "does not stand in the cited sentences", id="trigger not in evidence"),
    ],
)
async def test_what_points_nowhere_is_asked_for_again(change: dict[str, JsonValue], fault: str) -> None:
    """A second look often finds the right place."""
    engine, model = _engine(reply({**item(), **change}), reply(item()))
    draft = await engine.draft(MEETING)
    assert draft.events[0].trigger == "met"
    assert fault in model.requests[1].messages[1].content


async def test_a_draft_that_still_points_nowhere_is_left_to_proof() -> None:
    """Its form is right, so it counts as proposed and is rejected with the exact reason later."""
    engine, _ = _engine(reply(item(trig="danced")), reply(item(trig="sang")))
    draft = await engine.draft(MEETING)
    assert [event.trigger for event in draft.events] == ["danced"]


async def test_an_item_that_the_model_leaves_out_keeps_its_fault() -> None:
    """Leaving it out is an answer too."""
    engine, _ = _engine(reply(item(), item(id=2, type="gossip")), reply())
    draft = await engine.draft(MEETING)
    assert (len(draft.events), len(draft.rejected)) == (1, 1)


async def test_items_that_come_again_unasked_are_not_counted_twice() -> None:
    """One that was never proposed before is rejected, and says so."""
    again = reply(item(), item(id=2, ev=[4], trig="meet"), item(id=50))
    engine, _ = _engine(reply(item(), item(id=2, type="gossip")), again)
    draft = await engine.draft(MEETING)
    assert [event.trigger for event in draft.events] == ["met", "meet"]
    assert [rejection.message for rejection in draft.rejected] == [
        "came with the answer to a question about other events"
    ]


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        pytest.param(TransientError("kept answering 503"), FailureKind.PROVIDER, id="no reply"),
        pytest.param(ModelReply(text="no", finish=Finish.REFUSED), FailureKind.REFUSAL, id="refusal"),
    ],
)
async def test_a_question_that_fails_loses_nothing(step: Step, kind: FailureKind) -> None:
    """Valid items stay, the faulty one is rejected, and the failure is told."""
    engine, _ = _engine(reply(item(), item(id=2, type="gossip")), step)
    draft = await engine.draft(MEETING)
    assert (len(draft.events), len(draft.rejected)) == (1, 1)
    assert [failure.kind for failure in draft.failures] == [kind]


async def test_many_faulty_items_are_asked_for_in_pieces() -> None:
    """So that each reply fits; all of them end as an event or a rejection."""
    wrong = [item(id=index, type="gossip") for index in range(1, 101)]
    engine, model = _engine(reply(*wrong), reply(item(id=1)), reply(item(id=41)), reply(item(id=81)))
    draft = await engine.draft(MEETING)
    assert len(model.requests) == 4
    assert (len(draft.events), len(draft.rejected)) == (3, 97)


async def test_tokens_of_all_questions_are_counted() -> None:
    """The second question costs too."""
    first = ModelReply(text=reply(item(type="gossip")), usage=Usage(input=10, output=5))
    second = ModelReply(text=reply(item()), usage=Usage(input=12, cached=9, output=3))
    engine, _ = _engine(first, second)
    draft = await engine.draft(MEETING)
    assert draft.usage == Usage(input=22, cached=9, output=8)
    assert draft.requests == 2
