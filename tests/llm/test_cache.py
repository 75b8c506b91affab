"""The cache on disk: one question is paid for once, failures are never kept, misses can be explained."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.llm.simulation import SimulatedTime, account_of, request_of
from timeline.domain.timeline import Usage
from timeline.llm.cache import CachedModel, ReplyCache
from timeline.llm.errors import TransientError
from timeline.llm.messages import Finish, Message, ModelReply, ModelRequest, Parameters
from timeline.llm.scripted import ScriptedModel, Step

EMPTY = '{"events": []}'


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ReplyCache]:
    """Open a cache whose clock moves on by a second whenever it is read."""
    time = SimulatedTime()

    def tick() -> float:
        time.now += 1
        return time.now

    cache = ReplyCache(tmp_path / "cache", wall_time=tick)
    yield cache
    cache.close()


def _cached(cache: ReplyCache, *steps: Step, name: str = "scripted", endpoint: str = "here") -> CachedModel:
    return CachedModel(ScriptedModel(steps, name=name), cache, endpoint=endpoint)


async def test_the_same_question_is_asked_once(cache: ReplyCache) -> None:
    """The second reply comes from the disk, and costs nothing."""
    model = _cached(cache, ModelReply(text=EMPTY, usage=Usage(input=5, output=7)))
    first, second = account_of(), account_of()
    assert await model.ask(request_of(), first) == ModelReply(text=EMPTY, usage=Usage(input=5, output=7))
    assert await model.ask(request_of(), second) == ModelReply(text=EMPTY)
    assert first.take_spent().usage == Usage(input=5, output=7)
    assert second.take_spent() == (0, 0, Usage())


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(request_of("another text"), id="message"),
        pytest.param(request_of().model_copy(update={"parameters": Parameters(seed=1)}), id="parameter"),
        pytest.param(request_of().model_copy(update={"reply": None}), id="schema"),
    ],
)
async def test_another_question_is_asked(cache: ReplyCache, changed: ModelRequest) -> None:
    """Whatever the model sees is part of the key."""
    model = _cached(cache, EMPTY, '{"events": [{}]}')
    await model.ask(request_of(), account_of())
    assert (await model.ask(changed, account_of())).text == '{"events": [{}]}'


@pytest.mark.parametrize(("name", "endpoint"), [("other", "here"), ("scripted", "there")])
async def test_another_model_is_asked(cache: ReplyCache, name: str, endpoint: str) -> None:
    """Servers of one's own give different models the same name, so the endpoint counts too."""
    await _cached(cache, EMPTY).ask(request_of(), account_of())
    other = _cached(cache, '{"events": [{}]}', name=name, endpoint=endpoint)
    assert (await other.ask(request_of(), account_of())).text == '{"events": [{}]}'


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(ModelReply(text="no", finish=Finish.REFUSED), id="refusal"),
        pytest.param(ModelReply(text='{"ev', finish=Finish.TRUNCATED), id="truncated"),
        pytest.param("I cannot say.", id="prose"),
    ],
)
async def test_a_failure_is_never_kept(cache: ReplyCache, failure: Step) -> None:
    """The next time may do better."""
    model = _cached(cache, failure, EMPTY)
    await model.ask(request_of(), account_of())
    assert (await model.ask(request_of(), account_of())).text == EMPTY


async def test_an_error_is_never_kept(cache: ReplyCache) -> None:
    """It passes through."""
    model = _cached(cache, TransientError("busy"), EMPTY)
    with pytest.raises(TransientError):
        await model.ask(request_of(), account_of())
    assert (await model.ask(request_of(), account_of())).text == EMPTY


async def test_a_miss_is_explained_by_the_nearest_that_is_stored(cache: ReplyCache) -> None:
    """It says what changed."""
    model = _cached(cache, EMPTY, EMPTY)
    await model.ask(request_of(), account_of())
    system = Message(role="system", content="Answer in JSON, please.")
    changed = request_of().model_copy(
        update={"messages": (system, request_of().messages[1]), "parameters": Parameters(temperature=0.5)}
    )
    await model.ask(changed, account_of())
    assert cache.explain_misses() == (
        "here: the nearest one stored differs in message 1 (system): 15 → 23 characters; temperature: None → 0.5",
        "here: nothing else is stored",
    )


async def test_a_cleared_cache_is_empty(cache: ReplyCache) -> None:
    """It says how many replies it forgot."""
    model = _cached(cache, EMPTY, EMPTY)
    await model.ask(request_of(), account_of())
    assert cache.clear() == 1
    assert cache.clear() == 0
    assert cache.explain_misses() == ()


async def test_two_processes_can_share_a_cache(tmp_path: Path) -> None:
    """What one stores the other finds."""
    first, second = (ReplyCache(tmp_path, wall_time=lambda: 1.0) for _ in range(2))
    await _cached(first, EMPTY).ask(request_of(), account_of())
    assert (await _cached(second).ask(request_of(), account_of())).text == EMPTY
    first.close()
    second.close()


async def test_a_cache_that_cannot_be_used_is_passed_over(
    cache: ReplyCache, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The model answers, and the log says why it was asked."""

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(cache, "find", broken)
    monkeypatch.setattr(cache, "store", broken)
    assert (await _cached(cache, EMPTY).ask(request_of(), account_of())).text == EMPTY
    assert "cannot be read" in caplog.text
    assert "cannot be written" in caplog.text


async def test_no_text_of_an_article_is_kept_but_in_replies(cache: ReplyCache, tmp_path: Path) -> None:
    """Questions are kept as hashes."""
    await _cached(cache, EMPTY).ask(request_of("Ada Brandt met Ivo Castell."), account_of())
    stored = b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())
    assert b"Brandt" not in stored
