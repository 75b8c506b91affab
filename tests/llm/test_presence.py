"""Whether an endpoint has a model is found out before there is work for it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import SecretStr

from tests.llm.provider import Behaviour, Provider, fails, hangs, says, sends
from tests.llm.simulation import KEY
from timeline.llm.opening import Endpoint, open_model, open_transport
from timeline.llm.presence import Doubt, doubt_of

_LISTED = ("tiny", "tiny-2", "large", "larger", "largest", "other")


async def _doubt(provider: Provider, name: str) -> Doubt | None:
    model = open_model(Endpoint(name, provider.url, SecretStr(KEY), request_timeout=5.0))
    door = open_transport(provider.url, SecretStr(KEY))
    try:
        return await doubt_of(model, door)
    finally:
        await model.aclose()
        await door.aclose()


def _endpoint(listing: Behaviour, answer: Behaviour) -> Callable[[dict[str, Any]], Behaviour]:
    """Return the script of an endpoint: what it lists, and how it answers a question."""
    return lambda body: answer if body else listing


def _lists(*names: str) -> Behaviour:
    return sends(json.dumps({"data": [{"id": name} for name in names]}).encode())


async def test_a_model_that_is_listed_is_not_asked() -> None:
    """Nothing is paid for."""
    with Provider(_endpoint(_lists(*_LISTED), says("ready"))) as provider:
        assert await _doubt(provider, "tiny") is None
    assert provider.bodies == [{}]


@pytest.mark.parametrize(
    "listing",
    [
        pytest.param(_lists(), id="an empty list"),
        pytest.param(fails(404), id="no list"),
        pytest.param(sends(b"[]"), id="another form"),
        pytest.param(sends(b'{"data": [1, {"id": 2}]}'), id="no names"),
        pytest.param(sends(b"<html>", kind="text/html"), id="no JSON"),
    ],
)
async def test_an_endpoint_that_lists_nothing_says_nothing_of_its_models(listing: Behaviour) -> None:
    """Not every server has a list."""
    with Provider(_endpoint(listing, fails(404))) as provider:
        assert await _doubt(provider, "tiny") is None


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(fails(404), id="404"),
        pytest.param(fails(400, code="model_not_found"), id="by its code"),
        pytest.param(fails(400, message="Invalid model name: tiny-3"), id="an invalid name"),
        pytest.param(fails(422, message="The model `tiny-3` does not exist"), id="in words"),
        pytest.param(fails(400, message="org/tiny-3 is not a valid model ID"), id="no valid name"),
    ],
)
async def test_a_model_that_is_neither_listed_nor_answers_is_missing(answer: Behaviour) -> None:
    """The names that come nearest are told."""
    with Provider(_endpoint(_lists(*_LISTED), answer)) as provider:
        doubt = await _doubt(provider, "tiny-3")
    assert doubt is not None
    assert doubt.is_missing
    assert "has no model 'tiny-3'; it lists 'tiny-2', 'tiny', 'large', 'larger', 'largest' and 1 more" in doubt.reason


@pytest.mark.parametrize(
    "message",
    ["no", "max_tokens is not supported", "the model tiny-3 takes a system message first", "this account is on hold"],
)
async def test_a_refusal_of_another_kind_is_a_doubt_alone(message: str) -> None:
    """The model may be there, and refuse this question."""
    with Provider(_endpoint(_lists(*_LISTED), fails(400, message=message))) as provider:
        doubt = await _doubt(provider, "tiny-3")
    assert doubt is not None
    assert not doubt.is_missing
    assert "refused the request (400" in doubt.reason


async def test_a_model_that_answers_is_there_though_it_is_not_listed() -> None:
    """A gateway may know more names than it lists."""
    with Provider(_endpoint(_lists(*_LISTED), says("ready"))) as provider:
        assert await _doubt(provider, "gateway/any") is None


@pytest.mark.parametrize(
    ("listing", "answer", "told"),
    [
        pytest.param(fails(503), says("ready"), "503", id="no list"),
        pytest.param(fails(401), says("ready"), "OPENAI_API_KEY", id="a refused key"),
        pytest.param(_lists("other"), fails(503), "503", id="no answer"),
        pytest.param(_lists("other"), fails(429, code="insufficient_quota"), "quota", id="no money"),
        pytest.param(_lists("other"), fails(403), "403", id="no right"),
    ],
)
async def test_an_endpoint_that_fails_leaves_a_doubt(listing: Behaviour, answer: Behaviour, told: str) -> None:
    """Nothing is known of the model then, and the key is never told."""
    with Provider(_endpoint(listing, answer)) as provider:
        doubt = await _doubt(provider, "tiny")
    assert doubt is not None
    assert not doubt.is_missing
    assert told in doubt.reason
    assert KEY not in doubt.reason


async def test_an_endpoint_that_hangs_holds_up_the_start_for_a_few_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is left in doubt."""
    monkeypatch.setattr("timeline.llm.presence._LISTING_SECONDS", 0.2)
    with Provider([hangs]) as provider:
        doubt = await _doubt(provider, "tiny")
    assert doubt is not None
    assert "did not answer" in doubt.reason
