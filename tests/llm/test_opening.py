"""A model is opened from what a user can set."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.llm.provider import Provider, fails, says
from tests.llm.simulation import KEY, account_of, request_of
from timeline.errors import ConfigurationError
from timeline.llm.cache import CachedModel
from timeline.llm.client import output_limit_name
from timeline.llm.opening import Endpoint, open_model, probe, with_cache
from timeline.llm.scripted import ScriptedModel


def _endpoint(provider: Provider) -> Endpoint:
    return Endpoint("tiny", provider.url, SecretStr(KEY), request_timeout=5.0, attempts=1)


async def test_a_model_that_answers_gives_a_sign_of_life() -> None:
    """The message names it."""
    with Provider([says("ready")]) as provider:
        model = open_model(_endpoint(provider))
        assert await probe(model) == (True, "the model tiny answers")
        await model.aclose()
    assert set(provider.bodies[0]) == {"model", "messages"}


async def test_a_model_that_does_not_answer_gives_the_reason() -> None:
    """Never the key."""
    with Provider([fails(401)]) as provider:
        model = open_model(_endpoint(provider))
        sign = await probe(model)
        await model.aclose()
    assert not sign.is_reached
    assert "OPENAI_API_KEY" in sign.message
    assert KEY not in sign.message


async def test_the_number_of_attempts_is_a_setting() -> None:
    """One means one."""
    with Provider([fails(503)]) as provider:
        model = open_model(_endpoint(provider))
        with pytest.raises(Exception, match="503"):
            await model.ask(request_of(), account_of())
        await model.aclose()
    assert len(provider.bodies) == 1


def test_a_cap_without_a_price_is_told_at_start() -> None:
    """Before anything is sent."""
    endpoint = Endpoint("tiny", "http://127.0.0.1:1/v1", None, request_timeout=1.0, max_cost_usd=1.0)
    with pytest.raises(ConfigurationError, match="TIMELINE_PRICES"):
        open_model(endpoint)


def test_a_key_is_not_in_the_repr_of_an_endpoint() -> None:
    """It is a secret."""
    assert KEY not in repr(Endpoint("tiny", None, SecretStr(KEY), request_timeout=1.0))


async def test_a_cache_that_cannot_be_opened_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A job does not end for it."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    model = ScriptedModel([])
    assert with_cache(model, blocked, endpoint="here") is model
    assert "cannot be opened" in caplog.text
    cached = with_cache(model, tmp_path / "cache", endpoint="here")
    assert isinstance(cached, CachedModel)
    await cached.aclose()


@pytest.mark.parametrize(
    ("base_url", "name"),
    [
        (None, "max_completion_tokens"),
        ("https://api.openai.com/v1", "max_completion_tokens"),
        ("http://127.0.0.1:8080/v1", "max_tokens"),
    ],
)
def test_the_limit_of_output_has_two_names(base_url: str | None, name: str) -> None:
    """OpenAI's newer models refuse the old one, other servers know only that."""
    assert output_limit_name(base_url) == name
