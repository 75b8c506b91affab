"""The SDK's clients: as many as there are requests under way, so that each has a connection of its own."""

import logging
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import httpx2
import openai

from timeline.errors import ConfigurationError

_LONGEST_IDLE = 60.0
_LIBRARIES_THAT_LOG_BODIES = ("openai", "httpx2", "httpcore2")


class _Idle(NamedTuple):
    """A client that carries no request, and since when, by the monotonic clock."""

    client: openai.AsyncOpenAI
    since: float


class Clients:
    """Lends clients, each to one request at a time, the one used last first.

    One client for all would ask each of its connections for its state at every request, and with many under way that
    costs as much as the request; or it would keep few of them, and most requests would open a new one.

    Args:
        base_url: The root of the API.
        api_key: What the provider knows the user by.

    Raises:
        ConfigurationError: What the environment says of proxies and certificates cannot be used.
    """

    def __init__(self, *, base_url: str, api_key: str) -> None:
        _silence_libraries()
        self._base_url = base_url
        self._api_key = api_key
        try:
            self._certificates = httpx2.create_ssl_context()
            first = self._opened()
        except (ImportError, OSError, ValueError) as error:
            variables = "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR"
            raise ConfigurationError(f"no request can be sent: {error}; check {variables}") from error
        self._idle = deque([_Idle(first, time.monotonic())])
        self._busy: set[openai.AsyncOpenAI] = set()

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[openai.AsyncOpenAI]:
        """Lend a client while the block runs, and close those that nobody has needed for a minute."""
        client = self._idle.pop().client if self._idle else self._opened()
        self._busy.add(client)
        try:
            yield client
        finally:
            now = time.monotonic()
            self._busy.discard(client)
            self._idle.append(_Idle(client, now))
            while self._idle[0].since < now - _LONGEST_IDLE:
                await self._idle.popleft().client.close()

    async def aclose(self) -> None:
        """Close all of them, also those that are lent."""
        clients = [*self._busy, *(idle.client for idle in self._idle)]
        self._idle.clear()
        for client in clients:
            await client.close()

    def _opened(self) -> openai.AsyncOpenAI:
        http_client = openai.DefaultAsyncHttpxClient(verify=self._certificates)
        return openai.AsyncOpenAI(
            base_url=self._base_url, api_key=self._api_key, max_retries=0, http_client=http_client
        )


def _silence_libraries() -> None:
    """Keep the SDK and its HTTP client from logging bodies and headers, whatever level the root has."""
    for name in _LIBRARIES_THAT_LOG_BODIES:
        logging.getLogger(name).setLevel(logging.WARNING)
