"""The client before a real inference server, whose model writes at random within what the schema lets it.

The client asks for whole replies: tokens are not streamed. What streams are the records, chunk by chunk.
"""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from pydantic import SecretStr

from tests.server.conftest import Server, run_command
from timeline.assembly.proof import proof_checker
from timeline.domain.article import Article
from timeline.domain.timeline import Counts, Timeline
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.parsing import parse_reply
from timeline.engines.llm.questions import load_prompts
from timeline.engines.llm.wire import reply_schema
from timeline.llm.account import Account
from timeline.llm.client import ProviderModel
from timeline.llm.errors import AccessError, PromptTooLongError
from timeline.llm.forms import ReplyForm
from timeline.llm.messages import Finish, Message, ModelReply, ModelRequest, Parameters, ReplySchema
from timeline.llm.opening import Endpoint, open_model, probe
from timeline.pipeline import extract_timeline, stream_timeline

pytestmark = pytest.mark.server

TEXT = """Envoys meet in Port Amsel

Foreign minister Ada Brandt met Ivo Castell in Port Amsel on Wednesday. They will meet again on March 20.

Brandt accused Sudmark of cutting a cable. Sudmark denied it on Thursday.
"""
ARTICLE = Article(text=TEXT, published=date(2031, 3, 7))
SEEDS = range(1, 9)


@asynccontextmanager
async def _opened(server: Server, key: str | None = None) -> AsyncIterator[ProviderModel]:
    model = open_model(Endpoint("tiny", server.url, SecretStr(key or server.key), request_timeout=600.0))
    try:
        yield model
    finally:
        await model.aclose()


def _account() -> Account:
    return Account(max_requests=4, clock=time.monotonic)


def _request(content: str, *, reply: ReplySchema | None = None, seed: int = 1) -> ModelRequest:
    parameters = Parameters(seed=seed, max_output_tokens=6000)
    return ModelRequest(messages=(Message(role="user", content=content),), reply=reply, parameters=parameters)


async def _replies(server: Server) -> list[ModelReply]:
    async with _opened(server) as model:
        return [await model.ask(_request("Events?", reply=reply_schema(), seed=seed), _account()) for seed in SEEDS]


def _is_balanced(counts: Counts) -> bool:
    return counts.proposed == counts.accepted + counts.merged + counts.rejected


def _too_long(server: Server) -> str:
    return "Envoys meet. " * (server.context // 10)


async def test_the_strict_schema_is_enforced_and_parsed(server: Server) -> None:
    """Each whole reply of random weights is valid, and each of its events is read."""
    whole = [reply for reply in await _replies(server) if reply.finish is Finish.COMPLETE]
    for reply in whole:
        jsonschema.validate(json.loads(reply.text), reply_schema().definition)
    parsed = [parse_reply(reply) for reply in whole]
    assert all(one.is_whole for one in parsed)
    assert all(item.fault is None for one in parsed for item in one.items)
    assert any(one.items for one in parsed)


async def test_the_strongest_form_is_taken_at_once(server: Server) -> None:
    """One request, and no weaker form is tried."""
    account = _account()
    async with _opened(server) as model:
        reply = await model.ask(_request("Events?", reply=reply_schema()), account)
        assert model.form is ReplyForm.STRICT_SCHEMA
    assert account.requests == 1
    assert reply.usage.input > 0
    assert reply.usage.output > 0


async def test_without_a_schema_the_model_writes_no_json(server: Server) -> None:
    """So that it is the server that enforces the form, and not luck."""
    async with _opened(server) as model:
        reply = await model.ask(_request("Events?"), _account())
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(reply.text)


async def test_a_server_that_is_up_gives_a_sign_of_life(server: Server) -> None:
    """As `doctor` asks for it."""
    async with _opened(server) as model:
        assert (await probe(model)).is_reached


async def test_nothing_that_the_article_lacks_becomes_a_record(server: Server) -> None:
    """Random events are rejected with their reason, each accounted for."""
    async with _opened(server) as model:
        engine = LlmEngine(model, load_prompts(), LlmOptions(coverage=False), checker=proof_checker)
        timeline = await extract_timeline(ARTICLE, engine)
    assert _is_balanced(timeline.provenance.counts)
    assert all(each.exact in TEXT for event in timeline.events for each in event.evidence)
    assert 1 <= timeline.provenance.requests <= 40


async def test_records_stream_chunk_by_chunk(server: Server) -> None:
    """The timeline comes last, and counts the requests of every chunk."""
    text = "\n\n".join(f"Envoy {number} met minister Ada Brandt in Port Amsel on Wednesday." for number in range(12))
    options = LlmOptions(coverage=False, repair=False, chunk_tokens=100)
    async with _opened(server) as model:
        engine = LlmEngine(model, load_prompts(), options, checker=proof_checker)
        article = Article(text=text, published=date(2031, 3, 7))
        told = [one async for one in stream_timeline(article, engine)]
    last = told[-1]
    assert isinstance(last, Timeline)
    assert not any(isinstance(one, Timeline) for one in told[:-1])
    assert last.provenance.requests > 1
    assert _is_balanced(last.provenance.counts)


def test_the_command_writes_a_timeline(server: Server, tmp_path: Path) -> None:
    """Its exit code says whether part of a reply was lost."""
    run = run_command(server, TEXT, tmp_path, "--published", "2031-03-07", "--format", "json")
    timeline = json.loads(run.out)
    assert run.code == (1 if timeline["failures"] else 0)
    assert timeline["provenance"]["model"] == "tiny"
    assert timeline["provenance"]["usage"]["input"] > 0


async def test_a_wrong_key_is_told_as_such(server: Server) -> None:
    """By one request."""
    account = _account()
    async with _opened(server, key="sk-another") as model:
        with pytest.raises(AccessError, match="refused the key"):
            await model.ask(_request("Events?", reply=reply_schema()), account)
    assert account.requests == 1


def test_a_wrong_key_ends_the_command_with_3(server: Server, tmp_path: Path) -> None:
    """The message names the setting, never the key."""
    run = run_command(server, TEXT, tmp_path, "--published", "2031-03-07", key="sk-another")
    assert run.code == 3
    assert "OPENAI_API_KEY" in run.err
    assert "sk-another" not in run.err
    assert run.out == ""


async def test_an_over_long_prompt_is_asked_once(server: Server) -> None:
    """The server's 400 is told from other refusals."""
    account = _account()
    async with _opened(server) as model:
        with pytest.raises(PromptTooLongError, match="does not fit the model's context"):
            await model.ask(_request(_too_long(server), reply=reply_schema()), account)
    assert account.requests == 1


async def test_what_never_fits_the_model_is_a_failure(server: Server) -> None:
    """The article is split down to its sentences, each is asked for once, and each is told."""
    article = ARTICLE.model_copy(update={"title": _too_long(server)})
    async with _opened(server) as model:
        engine = LlmEngine(model, load_prompts(), checker=proof_checker)
        timeline = await extract_timeline(article, engine)
    assert {failure.kind for failure in timeline.failures} == {FailureKind.TRUNCATED}
    told = [number for failure in timeline.failures for number in failure.sentences]
    assert sorted(told) == sorted(set(told))
    assert len(told) >= 4
    assert timeline.provenance.requests <= 2 * len(told)
    assert timeline.provenance.retries == 0
