"""Open a model at an endpoint, and ask it for a sign of life."""

import asyncio
import time
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from pydantic import SecretStr

from timeline.llm.account import Account
from timeline.llm.client import ClientOptions, ProviderModel, output_limit_name
from timeline.llm.errors import CallError
from timeline.llm.messages import Message, ModelRequest, Parameters
from timeline.llm.model import Model
from timeline.llm.transport import OpenAiTransport


class Endpoint(NamedTuple):
    """Where a model is asked. Without a base URL it is OpenAI's; a key is optional with one."""

    model: str
    base_url: str | None
    api_key: SecretStr | None
    request_timeout: float


def open_model(endpoint: Endpoint, *, wall_time: Callable[[], float] = time.time) -> ProviderModel:
    """Return the model at `endpoint`. Nothing is sent yet."""
    transport = OpenAiTransport(base_url=endpoint.base_url, api_key=endpoint.api_key, wall_time=wall_time)
    options = ClientOptions(
        model=endpoint.model,
        request_timeout=endpoint.request_timeout,
        output_limit=output_limit_name(endpoint.base_url),
    )
    return ProviderModel(transport, options, sleep=asyncio.sleep, random=Random())  # noqa: S311 - jitter is no secret


class SignOfLife(NamedTuple):
    """Whether the model answered, and what to tell of it."""

    is_reached: bool
    message: str


async def probe(model: Model) -> SignOfLife:
    """Ask the model to say a word."""
    account = Account(max_requests=1, clock=time.monotonic)
    request = ModelRequest(
        messages=(Message(role="user", content="Answer with the word: ready"),), parameters=Parameters()
    )
    try:
        await model.ask(request, account)
    except CallError as error:
        return SignOfLife(is_reached=False, message=f"the model cannot be had: {error}")
    return SignOfLife(is_reached=True, message=f"the model {model.name} answers")
