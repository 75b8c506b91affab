"""The prompts hold the whole vocabulary, and their example obeys the rules it stands for."""

import re
from datetime import date

import pytest

from tests.engines.llm.articles import MEETING, annotated
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.engines.llm.checking import pointer_checker
from timeline.engines.llm.chunks import chunks_of, lines_of
from timeline.engines.llm.parsing import parse_reply
from timeline.engines.llm.questions import Questions, load_prompts
from timeline.engines.llm.wire import WireEvent
from timeline.llm.messages import ModelReply, ModelRequest, Parameters

_TAG = re.compile(r"\{(t[0-9]+): ([^=]+) = ([^}]+)\}")


def _request() -> ModelRequest:
    [chunk] = chunks_of(MEETING, lines_of(MEETING), tokens=1000, overlap=0)
    return Questions(load_prompts(), Parameters(temperature=0.0)).read(MEETING, chunk)


@pytest.mark.parametrize("terms", [EventType, EventStatus, Role, RelationKind])
def test_every_value_is_defined_in_the_prompt(terms: type[EventType | EventStatus | Role | RelationKind]) -> None:
    """The vocabulary is written once, in the domain."""
    system = _request().messages[0].content
    for term in terms:
        assert f"`{term}`: {term.definition}" in system


def test_every_field_of_the_reply_is_told_in_the_prompt() -> None:
    """Servers without schemas have only the prompt."""
    system = _request().messages[0].content
    for field in WireEvent.model_fields:
        assert f"- `{field}`" in system


def test_the_unchanging_part_stands_first() -> None:
    """Two articles share the system message, so that providers can cache it."""
    other = annotated("Castell left.")
    [chunk] = chunks_of(other, lines_of(other), tokens=1000, overlap=0)
    system, article = Questions(load_prompts(), Parameters()).read(other, chunk).messages
    assert system == _request().messages[0]
    assert (system.role, article.role) == ("system", "user")
    assert article.content.startswith("Published Thursday 2031-03-06.\nTitle: Ministers meet\nSource: NNA\n\n[1] ")


def test_the_example_of_the_prompt_is_proved_by_its_own_text() -> None:
    """Every pointer of it leads somewhere, and every tag is used as its text says."""
    system = _request().messages[0].content
    example = system.partition("Example. Published Thursday 2031-03-06.")[2]
    lines = re.findall(r"^\[[0-9]+\] (?:\(headline\) )?(.*)$", example, re.MULTILINE)
    times = {phrase: value for line in lines for _, phrase, value in _TAG.findall(line)}
    article = annotated(*(_TAG.sub(r"\2", line) for line in lines), times=times)
    check = pointer_checker(article)
    items = parse_reply(ModelReply(text=example)).items
    assert len(items) == 4
    for item in items:
        assert item.draft is not None
        assert check(item.draft) is None
        assert len(item.draft.title.split()) <= 12
        assert all(name.name in article.article.text for name in item.draft.participants)
    assert {item.draft.when for item in items if item.draft} == {"t1", "t2", None}
    assert all(date.fromisoformat(value) for value in times.values())


def test_parameters_go_with_every_question() -> None:
    """They are part of what the model sees."""
    assert _request().parameters == Parameters(temperature=0.0)
