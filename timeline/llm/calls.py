"""What a request to a model came to, for whoever watches: counted by an observer, and told as a span.

The attributes are those of OpenTelemetry's semantic conventions for generative AI clients. No prompt and no reply is
among them.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import NamedTuple

from timeline.domain.timeline import Usage
from timeline.llm.messages import ModelReply, ModelRequest
from timeline.telemetry.spans import Attributes, Kind, Tell, span

_PROVIDER = "openai"
"""Whose protocol it is; where it was spoken is `server.address`."""


class Call(NamedTuple):
    """One request to a model, as it ended. `error` is the name of the error's class, None where there was a reply."""

    model: str
    seconds: float
    is_retry: bool
    usage: Usage
    error: str | None = None


Observer = Callable[[Call], None]


def observe_nothing(_: Call) -> None:
    """Let a call pass."""


def call_span(model: str, host: str, request: ModelRequest) -> AbstractContextManager[Tell]:
    """Open a span around a request to `model` at `host`."""
    return span(f"chat {model}", partial(_request_attributes, model, host, request), kind=Kind.CLIENT)


def _request_attributes(model: str, host: str, request: ModelRequest) -> Attributes:
    name, _, port = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "")
    attributes: dict[str, str | int | float] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": _PROVIDER,
        "gen_ai.request.model": model,
        "gen_ai.output.type": "text" if request.reply is None else "json",
        "server.address": name,
    }
    if port:
        attributes["server.port"] = int(port)
    parameters = {
        "gen_ai.request.temperature": request.parameters.temperature,
        "gen_ai.request.max_tokens": request.parameters.max_output_tokens,
        "gen_ai.request.seed": request.parameters.seed,
    }
    return attributes | {key: value for key, value in parameters.items() if value is not None}


def reply_attributes(reply: ModelReply) -> Attributes:
    """Return what a span is told of the reply."""
    return {
        "gen_ai.response.finish_reasons": (reply.finish.value,),
        "gen_ai.usage.input_tokens": reply.usage.input,
        "gen_ai.usage.cache_read.input_tokens": reply.usage.cached,
        "gen_ai.usage.output_tokens": reply.usage.output,
    }
