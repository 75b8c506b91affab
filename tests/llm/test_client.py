"""The client before a real server on loopback: what it sends, what it takes, what it gives up."""

from email.utils import formatdate

import pytest

from tests.llm.provider import Behaviour, Provider, completion, cuts, drips, fails, hangs, never_ends, says, sends
from tests.llm.simulation import KEY, TEXT, Client, SimulatedTime, account_of, client_of, request_of
from timeline.domain.timeline import Usage
from timeline.llm.client import ClientOptions
from timeline.llm.errors import (
    AccessError,
    CallError,
    DeadlineError,
    PromptTooLongError,
    RequestRefusedError,
    RequestsSpentError,
    TransientError,
    UnreadableBodyError,
)
from timeline.llm.forms import ReplyForm
from timeline.llm.messages import Finish
from timeline.llm.prices import Price

EMPTY = '{"events": []}'
QUICK = Client(options=ClientOptions(model="tiny", request_timeout=0.3))


async def test_a_reply_comes_back_with_its_tokens() -> None:
    """Text, end and usage, cached tokens too."""
    account = account_of()
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider) as model:
            reply = await model.ask(request_of(), account)
    assert (reply.text, reply.finish) == (EMPTY, Finish.COMPLETE)
    assert reply.usage == Usage(input=100, cached=60, output=20)
    assert account.take_spent() == (1, 0, reply.usage)


async def test_only_parameters_that_are_set_are_sent() -> None:
    """Newer models refuse the others."""
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider) as model:
            await model.ask(request_of(), account_of())
    assert set(provider.bodies[0]) == {"model", "messages", "response_format"}
    assert provider.bodies[0]["response_format"]["json_schema"]["strict"] is True


async def test_a_key_is_optional() -> None:
    """A server of one's own may need none."""
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider, client=Client(key=None)) as model:
            await model.ask(request_of(), account_of())
    assert KEY not in str(provider.headers[0])


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
async def test_a_passing_error_is_tried_again(status: int) -> None:
    """The second attempt counts as a retry."""
    account = account_of()
    with Provider([fails(status), says(EMPTY)]) as provider:
        async with client_of(provider) as model:
            await model.ask(request_of(), account)
    spent = account.take_spent()
    assert (spent.requests, spent.retries) == (2, 1)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        pytest.param({"Retry-After": "7"}, 7.0, id="seconds"),
        pytest.param({"Retry-After": formatdate(1_900_000_009, usegmt=True)}, 9.0, id="date"),
        pytest.param({"Retry-After-Ms": "1500"}, 1.5, id="milliseconds"),
    ],
)
async def test_the_provider_says_how_long_to_wait(headers: dict[str, str], wait: float) -> None:
    """Retry-After comes before the wait of our own."""
    time = SimulatedTime()
    with Provider([fails(429, headers=headers), says(EMPTY)]) as provider:
        async with client_of(provider, time) as model:
            await model.ask(request_of(), account_of(time))
    assert time.waits == [wait]


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "20"}], ids=["without Retry-After", "with Retry-After"])
@pytest.mark.parametrize("status", [429, 503])
async def test_a_provider_that_only_fails_is_given_up_after_45_seconds(status: int, headers: dict[str, str]) -> None:
    """It is not asked again once that much time has passed."""
    time = SimulatedTime()
    with Provider([fails(status, headers=headers)]) as provider:
        async with client_of(provider, time) as model:
            with pytest.raises(TransientError, match=f"127.0.0.1:[0-9]+ kept answering {status}"):
                await model.ask(request_of(), account_of(time))
    assert sum(time.waits) <= 45
    assert 2 <= len(provider.bodies) <= 8


@pytest.mark.parametrize(
    ("status", "code", "error", "remedy"),
    [
        pytest.param(401, "invalid_api_key", AccessError, "OPENAI_API_KEY", id="wrong key"),
        pytest.param(403, None, AccessError, "OPENAI_API_KEY", id="no permission"),
        pytest.param(404, "model_not_found", AccessError, "TIMELINE_MODEL", id="unknown model"),
        pytest.param(429, "insufficient_quota", AccessError, "billing", id="no money left"),
        pytest.param(400, "context_length_exceeded", PromptTooLongError, "context", id="too long"),
        pytest.param(413, None, PromptTooLongError, "context", id="too large"),
    ],
)
async def test_an_error_that_will_not_pass_is_told_at_once(
    status: int, code: str | None, error: type[CallError], remedy: str
) -> None:
    """One request, and a message that says what to do and never holds the key or the text."""
    message = f"key {KEY} is wrong for {TEXT}"
    with Provider([fails(status, code=code, message=message)]) as provider:
        async with client_of(provider) as model:
            with pytest.raises(error, match=remedy) as caught:
                await model.ask(request_of(), account_of())
    assert len(provider.bodies) == 1
    assert KEY not in repr(caught.value)
    assert TEXT not in repr(caught.value)


async def test_a_request_refused_in_every_form_raises_the_first_refusal() -> None:
    """The forms are tried once each, and the next request begins with the best again."""
    with Provider([fails(422, code="bad_first"), fails(422, code="bad_next")]) as provider:
        async with client_of(provider) as model:
            with pytest.raises(RequestRefusedError, match="bad_first"):
                await model.ask(request_of(), account_of())
            assert model.form is ReplyForm.STRICT_SCHEMA
    assert len(provider.bodies) == 4


async def test_a_broken_connection_is_tried_three_times() -> None:
    """It costs a whole request, so it is tried less often; its tokens are counted as far as they are known."""
    account = account_of()
    with Provider([cuts(completion(EMPTY))]) as provider:
        async with client_of(provider) as model:
            with pytest.raises(TransientError, match="broke before the reply was complete"):
                await model.ask(request_of(), account)
    spent = account.take_spent()
    assert (spent.requests, spent.retries) == (3, 2)
    assert spent.usage.input > 0


@pytest.mark.parametrize("behaviour", [hangs, drips], ids=["silence", "slow drip"])
async def test_a_reply_that_does_not_come_in_time_is_given_up(behaviour: Behaviour) -> None:
    """The time of a request is bounded in all, not only between two bytes."""
    with Provider([behaviour]) as provider:
        async with client_of(provider, client=QUICK) as model:
            with pytest.raises(TransientError, match="TIMELINE_REQUEST_TIMEOUT"):
                await model.ask(request_of(), account_of())
    assert len(provider.bodies) == 3


async def test_a_reply_that_never_ends_is_given_up() -> None:
    """By time or by size, whichever is first."""
    with Provider([never_ends]) as provider:
        async with client_of(provider, client=QUICK) as model:
            with pytest.raises(CallError, match=r"did not answer within|more than 16 MB"):
                await model.ask(request_of(), account_of())
    assert len(provider.bodies) <= 3


async def test_a_server_that_is_not_there_is_told() -> None:
    """The message names the host and the setting."""
    with Provider([says(EMPTY)]) as provider:
        pass
    account = account_of()
    async with client_of(provider) as model:
        with pytest.raises(TransientError, match=r"cannot reach 127\.0\.0\.1:[0-9]+; check TIMELINE_BASE_URL"):
            await model.ask(request_of(), account)
    assert account.take_spent().usage == Usage()


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(sends(b"<html>hello</html>", kind="text/html"), id="wrong content type"),
        pytest.param(sends(b"[1, 2]"), id="no object"),
        pytest.param(sends(b'{"choices": []}'), id="empty choices"),
        pytest.param(sends(b'{"choices": [{}]}'), id="no message"),
        pytest.param(says(None), id="null content"),
        pytest.param(sends(b'{"choices": [{"mess'), id="half a body"),
        pytest.param(sends(b"[" * 200_000), id="deep nesting"),
    ],
)
async def test_a_body_that_is_no_completion_is_asked_for_once_more(behaviour: Behaviour) -> None:
    """Then it is told, as a reply that cannot be read."""
    with Provider([behaviour]) as provider:
        async with client_of(provider) as model:
            with pytest.raises(UnreadableBodyError):
                await model.ask(request_of(), account_of())
    assert len(provider.bodies) == 2


async def test_the_wrong_content_type_does_not_hide_a_completion() -> None:
    """What counts is what the body holds."""
    with Provider([sends(completion(EMPTY), kind="text/plain")]) as provider:
        async with client_of(provider) as model:
            assert (await model.ask(request_of(), account_of())).text == EMPTY


async def test_invalid_utf_8_does_not_take_the_reply_with_it() -> None:
    """The byte is replaced."""
    with Provider([sends(completion('{"events": ["XX"]}').replace(b"XX", b"\xff\xfe"))]) as provider:
        async with client_of(provider) as model:
            assert (await model.ask(request_of(), account_of())).text == '{"events": ["��"]}'


@pytest.mark.parametrize(
    ("behaviour", "finish"),
    [
        pytest.param(says(None, message={"refusal": "I will not."}), Finish.REFUSED, id="refusal"),
        pytest.param(says("", finish="content_filter"), Finish.FILTERED, id="content filter"),
        pytest.param(says('{"ev', finish="length"), Finish.TRUNCATED, id="length"),
    ],
)
async def test_how_a_reply_ends_is_told_before_it_is_read(behaviour: Behaviour, finish: Finish) -> None:
    """None of these is tried again."""
    with Provider([behaviour]) as provider:
        async with client_of(provider) as model:
            assert (await model.ask(request_of(), account_of())).finish is finish
    assert len(provider.bodies) == 1


async def test_requests_stop_at_the_number_allowed() -> None:
    """Retries count, and the error is the one that used them up."""
    account = account_of(max_requests=2)
    with Provider([fails(500)]) as provider:
        async with client_of(provider) as model:
            with pytest.raises(TransientError, match="kept answering 500"):
                await model.ask(request_of(), account)
            with pytest.raises(RequestsSpentError):
                await model.ask(request_of(), account)
    assert len(provider.bodies) == 2


async def test_an_error_inside_a_200_is_an_error() -> None:
    """Some gateways answer so."""
    inside = sends(b'{"error": {"code": 429, "message": "slow down"}}')
    with Provider([inside, says(EMPTY)]) as provider:
        async with client_of(provider) as model:
            assert (await model.ask(request_of(), account_of())).text == EMPTY
    assert len(provider.bodies) == 2


async def test_a_wait_past_the_deadline_is_not_begun() -> None:
    """The article's time would be over before the next attempt."""
    time = SimulatedTime()
    with Provider([fails(429, headers={"Retry-After": "30"})]) as provider:
        async with client_of(provider, time) as model:
            with pytest.raises(DeadlineError):
                await model.ask(request_of(), account_of(time, deadline=time.now + 20))
    assert (len(provider.bodies), time.waits) == (1, [])


async def test_a_reply_has_its_cost_where_the_price_is_known() -> None:
    """Cached tokens have a price of their own."""
    client = Client(price=Price(input=1.0, cached=0.5, output=10.0))
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider, client=client) as model:
            reply = await model.ask(request_of(), account_of())
    assert reply.usage.cost_usd == pytest.approx((40 * 1.0 + 60 * 0.5 + 20 * 10.0) / 1e6)


async def test_neither_key_nor_text_is_ever_logged(caplog: pytest.LogCaptureFixture) -> None:
    """At no level, and by no library on the way."""
    caplog.set_level("DEBUG")
    with Provider([fails(500, message=TEXT), says(EMPTY), fails(401, message=KEY)]) as provider:
        async with client_of(provider) as model:
            await model.ask(request_of(), account_of())
            with pytest.raises(AccessError):
                await model.ask(request_of(), account_of())
            assert KEY not in repr(vars(model))
    assert KEY not in caplog.text
    assert TEXT not in caplog.text
    assert TEXT not in repr(request_of())
