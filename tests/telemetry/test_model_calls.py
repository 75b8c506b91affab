"""Every request to a model is told: as a span with the GenAI attributes, and to an observer."""

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.llm.provider import Provider, fails, says
from tests.llm.simulation import KEY, TEXT, Client, account_of, client_of, request_of
from timeline.llm.calls import Call
from timeline.llm.errors import AccessError
from timeline.llm.prices import Price

EMPTY = '{"events": []}'


async def test_a_request_is_a_span(spans: InMemorySpanExporter) -> None:
    """Its attributes are those of the semantic conventions; neither the prompt nor the key is among them."""
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider) as client:
            reply = await client.ask(request_of(), account_of())
    (call,) = spans.get_finished_spans()
    attributes = dict(call.attributes or {})
    assert attributes.pop("server.port") == int(provider.url.partition("127.0.0.1:")[2].partition("/")[0])
    assert (call.name, call.kind.name, attributes) == (
        "chat tiny",
        "CLIENT",
        {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": "tiny",
            "gen_ai.output.type": "json",
            "server.address": "127.0.0.1",
            "gen_ai.response.finish_reasons": ("complete",),
            "gen_ai.usage.input_tokens": reply.usage.input,
            "gen_ai.usage.cache_read.input_tokens": reply.usage.cached,
            "gen_ai.usage.output_tokens": reply.usage.output,
        },
    )
    assert reply.usage.input > 0
    assert TEXT not in call.to_json()
    assert KEY not in call.to_json()


async def test_a_retry_is_a_span_of_its_own(spans: InMemorySpanExporter) -> None:
    """The first one says why it failed."""
    with Provider([fails(500), says(EMPTY)]) as provider:
        async with client_of(provider) as client:
            await client.ask(request_of(), account_of())
    failed, answered = spans.get_finished_spans()
    assert (failed.attributes or {})["error.type"] == "TransientError"
    assert "error.type" not in (answered.attributes or {})


async def test_an_observer_hears_of_every_request() -> None:
    """Of those that failed too, with what they took."""
    calls: list[Call] = []
    with Provider([fails(500), says(EMPTY), fails(401)]) as provider:
        async with client_of(
            provider, client=Client(price=Price(input=1, cached=1, output=1)), observer=calls.append
        ) as client:
            reply = await client.ask(request_of(), account_of())
            with pytest.raises(AccessError):
                await client.ask(request_of(), account_of())
    assert [(call.error, call.is_retry) for call in calls] == [
        ("TransientError", False),
        (None, True),
        ("AccessError", False),
    ]
    assert calls[1].usage == reply.usage
    assert [call.usage.cost_usd for call in calls if call.error] == [None, None]
