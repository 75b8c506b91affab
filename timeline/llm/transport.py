"""One request over the wire: what carries it, and who opens that when it is first needed."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from pydantic import JsonValue

from timeline.llm.headers import Headers

OPENAI_URL = "https://api.openai.com/v1"


class Answer(NamedTuple):
    """A body that was JSON, and its headers."""

    payload: dict[str, Any]
    headers: Headers


class Transport(Protocol):
    """Carries the body of a chat completion request to a provider and brings its answer back."""

    @property
    def host(self) -> str:
        """Where the provider is, for messages."""
        ...

    async def send(self, body: Mapping[str, JsonValue], *, timeout: float) -> Answer:
        """Post `body` and return the answer within `timeout` seconds.

        Raises:
            CallError: There is none.
        """
        ...

    async def list_models(self, *, timeout: float) -> tuple[str, ...]:
        """Return the names of the models that the provider lists: none where it answers, and lists nothing.

        Raises:
            CallError: It is not there within `timeout` seconds, fails, or refuses the key.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


class DeferredTransport:
    """A transport that is opened by the first request.

    The SDK takes longer to load than all else together, and what the cache answers needs none of it.

    Args:
        host: Where the provider is, for messages.
        load: Opens the transport. It runs in a thread of its own, so that the event loop goes on meanwhile.
    """

    def __init__(self, host: str, load: Callable[[], Transport]) -> None:
        self.host = host
        self._load = load
        self._loading: asyncio.Task[Transport] | None = None

    async def send(self, body: Mapping[str, JsonValue], *, timeout: float) -> Answer:
        """Post `body`, as the transport does; the time for it begins when that is open."""
        return await (await self._opened()).send(body, timeout=timeout)

    async def list_models(self, *, timeout: float) -> tuple[str, ...]:
        """Return the names of the models, as the transport does."""
        return await (await self._opened()).list_models(timeout=timeout)

    async def greet(self, *, timeout: float) -> None:
        """Ask for the list of models, which costs nothing: whether the provider is there and takes the key.

        Raises:
            CallError: It is not there within `timeout` seconds, fails, or refuses the key.
        """
        await self.list_models(timeout=timeout)

    async def aclose(self) -> None:
        """Close the connections, if there are any."""
        if self._loading is not None:
            await asyncio.wait([self._loading])
            if not self._loading.cancelled() and self._loading.exception() is None:
                await self._loading.result().aclose()

    async def _opened(self) -> Transport:
        if self._loading is None:
            self._loading = asyncio.create_task(asyncio.to_thread(self._load))
        return self._loading.result() if self._loading.done() else await asyncio.shield(self._loading)


def host_of(base_url: str | None) -> str:
    """Return host and port of an endpoint, OpenAI's without a URL, and nothing else that a URL may carry."""
    parts = urlsplit(base_url or OPENAI_URL)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)
