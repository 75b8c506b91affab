"""The model for tests says what its script says, and no more."""

import pytest

from tests.llm.simulation import account_of, request_of
from timeline.domain.timeline import Usage
from timeline.llm.errors import TransientError
from timeline.llm.messages import ModelReply
from timeline.llm.scripted import ScriptedModel


async def test_steps_are_taken_in_order() -> None:
    """Requests are remembered and counted."""
    account = account_of()
    model = ScriptedModel([ModelReply(text="a", usage=Usage(input=1)), TransientError("busy"), "b"])
    assert (await model.ask(request_of("one"), account)).text == "a"
    with pytest.raises(TransientError):
        await model.ask(request_of("two"), account)
    assert (await model.ask(request_of("three"), account)).text == "b"
    assert [request.messages[1].content for request in model.requests] == ["one", "two", "three"]
    assert account.take_spent() == (3, 0, Usage(input=1))


async def test_a_script_that_is_over_fails_loudly() -> None:
    """A test that asks more than it thinks is wrong."""
    with pytest.raises(AssertionError, match="once more than it says"):
        await ScriptedModel([]).ask(request_of(), account_of())


async def test_a_script_can_answer_what_it_is_asked() -> None:
    """As a function of the request."""
    model = ScriptedModel(lambda request: request.messages[1].content.upper(), name="loud")
    assert (await model.ask(request_of("hello"), account_of())).text == "HELLO"
    assert model.name == "loud"
