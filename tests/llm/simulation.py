"""Time that passes only by waiting, and a client that lives in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

from pydantic import SecretStr

from tests.llm.provider import Provider
from timeline.domain.value import Value
from timeline.llm.account import Account
from timeline.llm.calls import Observer, observe_nothing
from timeline.llm.client import ClientOptions, ProviderModel
from timeline.llm.messages import Message, ModelRequest, ReplySchema
from timeline.llm.openai_transport import OpenAiTransport
from timeline.llm.prices import Price

KEY = "sk-very-secret-0123456789"
TEXT = "Ada Brandt met Ivo Castell."


class SimulatedTime:
    """A clock that sleeping moves on. It remembers how long it slept."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def clock(self) -> float:
        """Read the clock."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Move the clock on."""
        self.waits.append(seconds)
        self.now += seconds


class Client(Value):
    """What a test of the client sets."""

    options: ClientOptions = ClientOptions(model="tiny", request_timeout=5.0)
    price: Price | None = None
    key: str | None = KEY


@asynccontextmanager
async def client_of(
    provider: Provider,
    time: SimulatedTime | None = None,
    client: Client | None = None,
    *,
    observer: Observer = observe_nothing,
) -> AsyncIterator[ProviderModel]:
    """Open a model at the provider."""
    time, client = time or SimulatedTime(), client or Client()
    transport = OpenAiTransport(
        base_url=provider.url,
        api_key=SecretStr(client.key) if client.key else None,
        wall_time=lambda: 1_900_000_000.0,
    )
    random = Random(7)  # noqa: S311 - jitter is no secret
    try:
        yield ProviderModel(
            transport,
            client.options,
            price=client.price,
            sleep=time.sleep,
            random=random,
            clock=time.clock,
            observer=observer,
        )
    finally:
        await transport.aclose()


def account_of(time: SimulatedTime | None = None, *, max_requests: int = 12, deadline: float | None = None) -> Account:
    """Return an account on simulated time."""
    return Account(max_requests=max_requests, clock=(time or SimulatedTime()).clock, deadline=deadline)


def request_of(text: str = TEXT) -> ModelRequest:
    """Return a request for a list of events."""
    schema = ReplySchema(name="list", key="events", definition={"type": "object", "properties": {}, "required": []})
    messages = (Message(role="system", content="Answer in JSON."), Message(role="user", content=text))
    return ModelRequest(messages=messages, reply=schema)
