"""The form of structured output is found out once for an endpoint, and remembered."""

from typing import Any

import pytest

from tests.llm.provider import Behaviour, Provider, fails, says
from tests.llm.simulation import account_of, client_of, request_of
from timeline.llm.forms import ReplyForm, read_reply

EMPTY = '{"events": []}'
ARGUMENTS = {"tool_calls": [{"id": "1", "type": "function", "function": {"name": "list", "arguments": EMPTY}}]}


def _form_of(body: dict[str, Any]) -> ReplyForm:
    if "tools" in body:
        return ReplyForm.TOOL_CALL
    kind = body.get("response_format", {}).get("type")
    return {"json_schema": ReplyForm.STRICT_SCHEMA, "json_object": ReplyForm.JSON_OBJECT}.get(kind, ReplyForm.PLAIN)


def _server_that_takes(best: ReplyForm) -> Provider:
    forms = list(ReplyForm)

    def answer(body: dict[str, Any]) -> Behaviour:
        if forms.index(_form_of(body)) < forms.index(best):
            return fails(400, message="response_format is not supported")
        return says(None, message=ARGUMENTS) if best is ReplyForm.TOOL_CALL else says(f"```json\n{EMPTY}\n```")

    return Provider(answer)


@pytest.mark.parametrize("best", list(ReplyForm))
async def test_the_best_form_that_an_endpoint_takes_is_found_once(best: ReplyForm) -> None:
    """The first request pays for finding it; the next goes straight to it."""
    with _server_that_takes(best) as provider:
        async with client_of(provider) as model:
            first = await model.ask(request_of(), account_of())
            paid = len(provider.bodies)
            await model.ask(request_of(), account_of())
            assert model.form is best
    assert EMPTY in first.text
    assert paid == list(ReplyForm).index(best) + 1
    assert len(provider.bodies) == paid + 1


async def test_an_endpoint_that_passes_over_the_form_is_asked_in_another() -> None:
    """Prose in answer to a schema means that the schema was not heeded."""

    def answer(body: dict[str, Any]) -> Behaviour:
        return says("I found nothing.") if _form_of(body) is ReplyForm.STRICT_SCHEMA else says(None, message=ARGUMENTS)

    with Provider(answer) as provider:
        async with client_of(provider) as model:
            reply = await model.ask(request_of(), account_of())
            assert model.form is ReplyForm.TOOL_CALL
    assert reply.text == EMPTY


async def test_one_bad_reply_does_not_unlearn_a_form_that_works() -> None:
    """The question is put once more in the same form."""
    with Provider([says(EMPTY), says("Sorry?"), says(EMPTY)]) as provider:
        async with client_of(provider) as model:
            await model.ask(request_of(), account_of())
            assert (await model.ask(request_of(), account_of())).text == EMPTY
            assert model.form is ReplyForm.STRICT_SCHEMA
    assert len(provider.bodies) == 3


async def test_a_refused_request_does_not_unlearn_a_form_that_works() -> None:
    """Once it has worked, a 400 is about the request."""
    with Provider([says(EMPTY), fails(400)]) as provider:
        async with client_of(provider) as model:
            await model.ask(request_of(), account_of())
            with pytest.raises(Exception, match="refused the request"):
                await model.ask(request_of(), account_of())
    assert len(provider.bodies) == 2


async def test_prose_again_and_again_costs_two_requests() -> None:
    """It is returned as it is, for the engine to report."""
    with Provider([says("No.")]) as provider:
        async with client_of(provider) as model:
            assert (await model.ask(request_of(), account_of())).text == "No."
    assert len(provider.bodies) == 2


def test_text_in_pieces_is_put_together() -> None:
    """Some servers send content as a list of parts."""
    pieces = [{"type": "text", "text": '{"events"'}, {"type": "text", "text": ": []}"}]
    payload = {"choices": [{"message": {"content": pieces}, "finish_reason": "stop"}]}
    assert read_reply(payload).text == EMPTY


@pytest.mark.parametrize("usage", [None, "many", {"prompt_tokens": "3", "completion_tokens": -1}])
def test_usage_that_is_no_usage_counts_nothing(usage: object) -> None:
    """A server may leave it out or make it up."""
    payload = {"choices": [{"message": {"content": EMPTY}}], "usage": usage}
    assert read_reply(payload).usage.input == 0


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    """No output could carry it."""
    payload = {"choices": [{"message": {"content": "a\ud800b"}, "finish_reason": "stop"}]}
    assert read_reply(payload).text == "a?b"
