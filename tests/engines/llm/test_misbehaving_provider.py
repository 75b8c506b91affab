"""The engine before a provider that misbehaves: each result is complete, or says what failed."""

import json
import re
from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from tests.engines.llm.articles import annotated
from tests.engines.llm.replies import item, reply
from tests.llm.provider import Behaviour, Provider, completion, cuts, drips, fails, hangs, never_ends, says, sends
from tests.llm.simulation import Client, SimulatedTime, client_of
from timeline.domain.draft import Draft
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import load_prompts
from timeline.errors import ModelError
from timeline.llm.client import ClientOptions
from timeline.llm.limits import Limits

SENTENCES = 16
ARTICLE = annotated(*(f"Envoy number {n} met the minister of Port Amsel and said nothing." for n in range(SENTENCES)))
PROMPTS = load_prompts()
QUICK = Client(options=ClientOptions(model="tiny", request_timeout=0.3))

_LINE = re.compile(r"^\[([0-9]+)\]", re.MULTILINE)


def _items_for(body: dict[str, Any]) -> list[JsonValue]:
    """Return one event for each line that is to be read."""
    asked = body["messages"][1]["content"].rpartition("Lines to read:")[2]
    numbers = map(int, _LINE.findall(asked))
    return [item(id=index, ev=[number], when=None) for index, number in enumerate(numbers, start=1)]


def _good(body: dict[str, Any]) -> Behaviour:
    return says(reply(*_items_for(body)))


def _half_a_json(body: dict[str, Any]) -> Behaviour:
    text = reply(*_items_for(body))
    return says(text[: len(text) * 2 // 3])


def _out_of_room(body: dict[str, Any]) -> Behaviour:
    text = reply(*_items_for(body))
    return says(text[: len(text) // 2], finish="length") if len(_items_for(body)) > 2 else _good(body)


BAD: dict[str, Any] = {
    "429": lambda _: fails(429),
    "429 with Retry-After": lambda _: fails(429, headers={"Retry-After": "3"}),
    "500": lambda _: fails(500),
    "cut": lambda body: cuts(completion(reply(*_items_for(body)))),
    "never ends": lambda _: never_ends,
    "hangs": lambda _: hangs,
    "slow drip": lambda _: drips,
    "wrong content type": lambda _: sends(b"<html>busy</html>", kind="text/html"),
    "empty choices": lambda _: sends(b'{"choices": []}'),
    "null content": lambda _: says(None),
    "half a JSON": _half_a_json,
    "out of room": _out_of_room,
    "prose": lambda _: says("I cannot find any."),
    "invalid UTF-8": lambda body: sends(completion(reply(*_items_for(body))).replace(b"Port", b"\xff\xfe")),
    "refusal": lambda _: says(None, message={"refusal": "I will not."}),
    "content filter": lambda _: says("", finish="content_filter"),
}


async def _drafted(provider: Provider, options: LlmOptions | None = None) -> Draft:
    time = SimulatedTime()
    async with client_of(provider, time, QUICK) as model:
        engine = LlmEngine(model, PROMPTS, options, clock=time.clock)
        return await engine.draft(ARTICLE)


async def _outcome(provider: Provider, options: LlmOptions | None = None) -> Draft | ModelError:
    try:
        return await _drafted(provider, options)
    except ModelError as error:
        return error


def _is_complete_or_told(draft: Draft | ModelError) -> bool:
    """Say whether each sentence is cited once or told as unread; an error says where the model is not to be had."""
    if isinstance(draft, ModelError):
        return "127.0.0.1" in str(draft)
    cited = Counter(number for event in draft.events for number in event.evidence)
    told = {number for failure in draft.failures for number in failure.sentences}
    return all(count == 1 for count in cited.values()) and set(cited) | told == set(range(1, SENTENCES + 1))


@pytest.mark.parametrize("name", BAD)
async def test_one_bad_answer_is_got_over_or_told(name: str) -> None:
    """Then the provider behaves; no event is lost or duplicated."""
    asked = 0

    def script(body: dict[str, Any]) -> Behaviour:
        nonlocal asked
        asked += 1
        behaviour: Behaviour = BAD[name](body) if asked == 1 else _good(body)
        return behaviour

    with Provider(script) as provider:
        draft = await _drafted(provider)
    assert _is_complete_or_told(draft)
    assert len(provider.bodies) <= draft.requests <= 12
    assert bool(draft.failures) == (name in ("refusal", "content filter"))


@pytest.mark.parametrize("name", BAD)
async def test_a_provider_that_is_always_bad_is_told(name: str) -> None:
    """Within the bound of requests: an error where nothing is to be had, else failures that name the sentences."""
    with Provider(BAD[name]) as provider:
        assert _is_complete_or_told(await _outcome(provider))
    assert len(provider.bodies) <= (40 if name == "out of room" else 12)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), share=st.sampled_from([0.2, 0.5, 0.8]), tokens=st.sampled_from([100, 3000]))
async def test_any_mixture_of_bad_answers_is_got_over_or_told(seed: int, share: float, tokens: int) -> None:
    """Each chunk has its bound; what is cited once is not cited twice."""
    random = Random(seed)  # noqa: S311 - a mixture, no secret

    def script(body: dict[str, Any]) -> Behaviour:
        behaviour: Behaviour = (BAD[random.choice(sorted(BAD))] if random.random() < share else _good)(body)
        return behaviour

    chunks = 1 if tokens == 3000 else 4
    with Provider(script) as provider:
        assert _is_complete_or_told(await _outcome(provider, LlmOptions(chunk_tokens=tokens)))
    assert len(provider.bodies) <= 40 * chunks


async def test_two_thousand_events_are_all_proposed() -> None:
    """Whether they are right is for proof to say."""
    many = [item(id=index, ev=[1 + index % SENTENCES], when=None) for index in range(2000)]
    with Provider([says(reply(*many))]) as provider:
        draft = await _drafted(provider)
    assert len(draft.events) == 2000
    assert (draft.rejected, draft.failures) == ((), ())


async def test_events_told_twice_are_both_proposed() -> None:
    """Merging them is for assembly, which counts them as merged."""
    twice = [item(ev=list(range(1, SENTENCES + 1)), when=None)] * 2
    with Provider([says(reply(*twice))]) as provider:
        draft = await _drafted(provider)
    assert len(draft.events) == 2


@pytest.mark.parametrize(("tokens", "most"), [(3000, 1), (100, 2)], ids=["one chunk", "four chunks"])
async def test_a_key_that_is_refused_ends_the_work(tokens: int, most: int) -> None:
    """The other chunks are not asked about, and the message says what to do."""
    options = LlmOptions(chunk_tokens=tokens)
    one_at_a_time = Client(options=ClientOptions(model="tiny", request_timeout=5.0, limits=Limits(concurrency=1)))
    with Provider([fails(401)]) as provider:
        async with client_of(provider, client=one_at_a_time) as model:
            with pytest.raises(ModelError, match="OPENAI_API_KEY"):
                await LlmEngine(model, PROMPTS, options).draft(ARTICLE)
    assert len(provider.bodies) <= most


async def test_what_was_got_before_the_quota_ended_is_kept() -> None:
    """The rest is told, sentence by sentence."""

    def script(body: dict[str, Any]) -> Behaviour:
        is_first = "[1]" in body["messages"][1]["content"]
        return _good(body) if is_first else fails(429, code="insufficient_quota")

    with Provider(script) as provider:
        draft = await _drafted(provider, LlmOptions(chunk_tokens=100, overlap=0))
    assert _is_complete_or_told(draft)
    assert {failure.kind for failure in draft.failures} == {FailureKind.PROVIDER}


async def test_a_deadline_that_is_over_is_a_failure() -> None:
    """What was left unread is named."""
    with Provider([fails(503, headers={"Retry-After": "30"})]) as provider:
        draft = await _drafted(provider, LlmOptions(deadline=10))
    assert [failure.kind for failure in draft.failures] == [FailureKind.DEADLINE]
    assert len(draft.failures[0].sentences) == SENTENCES


async def test_failures_hold_no_text_of_the_article() -> None:
    """Nor what the model wrote instead of JSON."""
    with Provider([says("The envoy of Port Amsel is a spy.")]) as provider:
        draft = await _drafted(provider)
    assert "Amsel" not in json.dumps([failure.message for failure in draft.failures])
