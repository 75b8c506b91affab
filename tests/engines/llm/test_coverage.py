"""Sentences with a date or a reporting verb that no record cites are asked about once."""

from tests.engines.llm.articles import MEETING, annotated
from tests.engines.llm.replies import item, reply
from timeline.domain.draft import DraftRelation
from timeline.domain.vocabulary import FailureKind, RelationKind
from timeline.engines.llm.chunks import lines_of
from timeline.engines.llm.coverage import uncovered_chunks
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import load_prompts
from timeline.llm.errors import TransientError
from timeline.llm.messages import Finish, ModelReply
from timeline.llm.scripted import ScriptedModel, Step


def _engine(*steps: Step, options: LlmOptions | None = None) -> tuple[LlmEngine, ScriptedModel]:
    model = ScriptedModel(steps)
    return LlmEngine(model, load_prompts(), options), model


def test_only_dates_and_reporting_verbs_are_worth_a_second_look() -> None:
    """The headline has neither, the furniture is no evidence, and what is cited was seen."""
    [chunk] = uncovered_chunks(MEETING, lines_of(MEETING), seen=(), lines_per_chunk=10)
    assert chunk.numbers == (2, 3, 4)
    [chunk] = uncovered_chunks(MEETING, lines_of(MEETING), seen=(2, 3), lines_per_chunk=10)
    assert (chunk.numbers, list(chunk.context)) == ((4,), [3])
    assert uncovered_chunks(MEETING, lines_of(MEETING), seen=(2, 3, 4), lines_per_chunk=10) == ()


async def test_what_no_record_cites_is_asked_about() -> None:
    """The records so far are shown, so that none is told twice and new ones can link to them."""
    denial = item(id=2, ev=[3], trig="denied", type="denial", when=None, rel=[{"k": "responds_to", "to": 1}])
    engine, model = _engine(reply(item()), reply(denial))
    draft = await engine.draft(MEETING)
    assert [event.trigger for event in draft.events] == ["met", "denied"]
    assert draft.events[1].relations == (DraftRelation(kind=RelationKind.RESPONDS_TO, to=0),)
    question = model.requests[1].messages[1].content
    assert "1. Brandt meets Castell in Port Amsel [2, 1]" in question
    assert "No record cites these sentences: 3, 4." in question
    assert "[1]" not in question.partition("This")[0].replace("[2, 1]", "")
    assert model.requests[1].messages[0] == model.requests[0].messages[0]


async def test_nothing_is_asked_where_all_is_cited() -> None:
    """It would cost and could not help."""
    engine, model = _engine(reply(item(ev=[2, 3, 4])))
    await engine.draft(MEETING)
    assert len(model.requests) == 1


async def test_it_can_be_turned_off() -> None:
    """For those who count every token."""
    engine, model = _engine(reply(item()), options=LlmOptions(coverage=False))
    await engine.draft(MEETING)
    assert len(model.requests) == 1


async def test_sentences_that_could_not_be_read_are_not_asked_about_again() -> None:
    """They are a failure already."""
    engine, model = _engine(ModelReply(text="no", finish=Finish.REFUSED))
    draft = await engine.draft(MEETING)
    assert len(model.requests) == 1
    assert [failure.kind for failure in draft.failures] == [FailureKind.REFUSAL]


async def test_a_second_look_that_fails_is_told() -> None:
    """With the sentences it was about; the records stay."""
    engine, _ = _engine(reply(item()), TransientError("kept answering 503"))
    draft = await engine.draft(MEETING)
    assert len(draft.events) == 1
    assert [(failure.kind, failure.sentences) for failure in draft.failures] == [(FailureKind.PROVIDER, (3, 4))]


async def test_only_records_near_the_sentences_are_shown() -> None:
    """In a long article the others cannot be meant."""
    article = annotated(
        *(f"Envoy number {n} met the minister." for n in range(98)), "He left on Monday.", "He said no."
    )
    engine, model = _engine(reply(*(item(id=n, ev=[n], when=None) for n in range(1, 99))), reply())
    await engine.draft(article)
    question = model.requests[1].messages[1].content
    assert "98. Brandt meets Castell in Port Amsel [98]" in question
    assert "50. Brandt" not in question
    assert "Count `id` from 99" in question
