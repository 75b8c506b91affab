"""The form of structured output that an endpoint takes is found out once, not once by each process."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from tests.llm.provider import Behaviour, Provider, fails, says
from tests.llm.simulation import KEY, SimulatedTime, account_of, client_of, request_of
from timeline.llm.cache import ReplyCache
from timeline.llm.forms import ReplyForm
from timeline.llm.known_form import CachedForm
from timeline.llm.model import close
from timeline.llm.opening import Endpoint, open_model, with_cache

EMPTY = '{"events": []}'
WEEK = 7 * 86_400.0


@pytest.fixture
def time() -> SimulatedTime:
    """Return a clock that a test can move."""
    return SimulatedTime()


@pytest.fixture
def cache(tmp_path: Path, time: SimulatedTime) -> Iterator[ReplyCache]:
    """Open a cache."""
    with closing(ReplyCache(tmp_path, wall_time=time.clock)) as opened:
        yield opened


def _takes_no_schema(body: dict[str, Any]) -> Behaviour:
    has_schema = body.get("response_format", {}).get("type") == "json_schema" or "tools" in body
    return fails(400, message="response_format is not supported") if has_schema else says(EMPTY)


async def _requests_of_a_process(provider: Provider, directory: Path, text: str) -> int:
    """Open a model as a new process does, ask it once, and return how many requests that took."""
    before = len(provider.bodies)
    endpoint = Endpoint("tiny", provider.url, SecretStr(KEY), request_timeout=5.0, attempts=1)
    model = with_cache(open_model(endpoint), directory, endpoint="here")
    await model.ask(request_of(text), account_of())
    await close(model)
    return len(provider.bodies) - before


async def test_a_second_process_begins_with_the_form_that_worked(tmp_path: Path) -> None:
    """The first pays for finding it."""
    with Provider(_takes_no_schema) as provider:
        assert await _requests_of_a_process(provider, tmp_path, "one") == 3
        assert await _requests_of_a_process(provider, tmp_path, "two") == 1


async def test_a_form_that_is_refused_now_is_found_out_again(cache: ReplyCache) -> None:
    """The best comes first, since the server is another than it was."""
    memory = CachedForm(cache, endpoint="here", model="tiny")
    memory.note(ReplyForm.PLAIN)

    def answer(body: dict[str, Any]) -> Behaviour:
        return says(EMPTY) if "response_format" in body else fails(400)

    with Provider(answer) as provider:
        async with client_of(provider) as model:
            model.use_memory(memory)
            forms = [model.form]
            await model.ask(request_of(), account_of())
            forms.append(model.form)
    assert forms == [ReplyForm.PLAIN, ReplyForm.STRICT_SCHEMA]
    assert memory.recall() is ReplyForm.STRICT_SCHEMA


@pytest.mark.parametrize(
    ("age", "recalled"), [(WEEK - 1, ReplyForm.TOOL_CALL), (WEEK, None)], ids=["within a week", "after it"]
)
def test_a_form_is_known_for_a_week(
    cache: ReplyCache, time: SimulatedTime, age: float, recalled: ReplyForm | None
) -> None:
    """A server may have learned a better one."""
    memory = CachedForm(cache, endpoint="here", model="tiny")
    memory.note(ReplyForm.TOOL_CALL)
    time.now += age
    assert memory.recall() is recalled


@pytest.mark.parametrize(("endpoint", "model"), [("there", "tiny"), ("here", "large")])
def test_a_form_is_known_of_one_model_at_one_endpoint(cache: ReplyCache, endpoint: str, model: str) -> None:
    """Others may take another."""
    CachedForm(cache, endpoint="here", model="tiny").note(ReplyForm.TOOL_CALL)
    assert CachedForm(cache, endpoint=endpoint, model=model).recall() is None


def test_a_form_of_another_version_is_unknown(cache: ReplyCache) -> None:
    """It is found out again."""
    cache.store_form("here", "tiny", "grammar")
    assert CachedForm(cache, endpoint="here", model="tiny").recall() is None


def test_a_cleared_cache_knows_no_form(cache: ReplyCache) -> None:
    """Nothing is left of it."""
    memory = CachedForm(cache, endpoint="here", model="tiny")
    memory.note(ReplyForm.TOOL_CALL)
    cache.clear()
    assert memory.recall() is None


def test_a_cache_that_cannot_be_used_is_passed_over(
    cache: ReplyCache, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says why the form is found out again."""

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(cache, "find_form", broken)
    monkeypatch.setattr(cache, "store_form", broken)
    memory = CachedForm(cache, endpoint="here", model="tiny")
    memory.note(ReplyForm.PLAIN)
    assert memory.recall() is None
    assert "cannot be read" in caplog.text
    assert "cannot be written" in caplog.text
