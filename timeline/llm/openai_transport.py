"""One request over the wire, through the openai SDK: its answer as JSON, or an error that says what to do.

The SDK's own retries are off: `timeline.llm.retry` owns them. A body is read under a limit of bytes and of
time, so that a reply that never ends does end.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import httpx2
import openai
from openai import RequestOptions
from pydantic import JsonValue, SecretStr
from pydantic_core import to_json

from timeline.llm.errors import (
    AccessError,
    CallError,
    FormatNotSupportedError,
    PromptTooLongError,
    RequestRefusedError,
    TransientError,
    UnknownModelError,
    UnreadableBodyError,
)
from timeline.llm.headers import Headers, retry_after
from timeline.llm.openai_clients import Clients
from timeline.llm.transport import OPENAI_URL, Answer, host_of

_LONGEST_BODY = 16 * 1024 * 1024
_CONNECT_SECONDS = 10.0
_BAD_GATEWAY = 502
_UNREAD = {"X-Stainless-Raw-Response": "stream"}
"""Asks the SDK for the response before its body is read."""

_NOT_REACHED = (httpx2.ConnectError, httpx2.ConnectTimeout)
_TOO_SLOW = (TimeoutError, httpx2.TimeoutException)
_REFUSALS_OF_THE_KEY = frozenset({401, 403})
_RETRIED_STATUSES = frozenset({408, 409, 429})
_NOT_A_FAULT_OF_TODAY = frozenset({501})
_SAFE_CODE = re.compile(r"[A-Za-z0-9_.\[\]-]{1,60}")
_FORMAT_WORDS = re.compile(
    r"response_format|json_schema|json schema|json_object|structured|grammar|tool|function", re.IGNORECASE
)
_MODEL_WORDS = re.compile(
    r"(?:model|deployment)_?not_?found|invalid_model\b|(?:unknown|invalid|no such) model\b|not a valid model"
    r"|\bmodel\b[^.;]{0,120}?\b(?:not found|not exist|doesn't exist)",
    re.IGNORECASE,
)
"""How endpoints that do not answer 404 say that they have no such model."""
_LENGTH_WORDS = re.compile(
    r"context_length_exceeded|exceed_context_size|context (?:length|size|window)|(?:prompt|input) is too long"
    r"|too many tokens",
    re.IGNORECASE,
)


_Answered = TypeVar("_Answered")


class OpenAiTransport:
    """Speaks to any endpoint that is compatible with the OpenAI API.

    `wall_time` gives POSIX timestamps, to read a `Retry-After` that is a date.

    Raises:
        ConfigurationError: What the environment says of proxies and certificates cannot be used.
    """

    def __init__(self, *, base_url: str | None, api_key: SecretStr | None, wall_time: Callable[[], float]) -> None:
        self.host = host_of(base_url)
        self._wall_time = wall_time
        key = api_key.get_secret_value() if api_key else "none"
        self._clients = Clients(base_url=base_url or OPENAI_URL, api_key=key)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._clients.aclose()

    async def send(self, body: Mapping[str, JsonValue], *, timeout: float) -> Answer:
        """Post `body` and return the answer within `timeout` seconds.

        Raises:
            CallError: There is none.
        """
        return await self._within(timeout, self._post(body, timeout))

    async def list_models(self, *, timeout: float) -> tuple[str, ...]:
        """Return the names of the models that the provider lists: none where it answers, and lists nothing.

        Raises:
            CallError: It is not there within `timeout` seconds, fails, or refuses the key.
        """
        return await self._within(timeout, self._list_models(timeout))

    async def _within(self, timeout: float, asked: Awaitable[_Answered]) -> _Answered:
        """Await an answer, and turn what goes wrong into an error that says what to do."""
        try:
            async with asyncio.timeout(timeout):
                return await asked
        except openai.APIStatusError as error:
            headers = dict(error.response.headers)
            raise self._error_of_status(error.status_code, error.body, headers) from None
        except (TimeoutError, openai.APIConnectionError, httpx2.RequestError, httpx2.StreamError) as error:
            raise self._error_of_connection(error, timeout) from None

    async def _list_models(self, timeout: float) -> tuple[str, ...]:
        options: RequestOptions = {"timeout": _bounded(timeout)}
        try:
            async with self._clients.lent() as client:
                listed = await client.get("/models", cast_to=object, options=options)
        except openai.APIStatusError as error:
            if error.status_code in _REFUSALS_OF_THE_KEY or _is_failing(error.status_code):
                raise
            return ()  # an answer too: not every server lists its models
        return _names_in(listed)

    async def _post(self, body: Mapping[str, JsonValue], timeout: float) -> Answer:
        # `post` sends the content as it is; walking through the body would take the SDK a third of its time.
        options: RequestOptions = {"headers": _UNREAD, "timeout": _bounded(timeout)}
        async with self._clients.lent() as client:
            response = await client.post(
                "/chat/completions", cast_to=httpx2.Response, content=to_json(body), options=options
            )
            try:
                content = await self._read(response)
            finally:
                await response.aclose()
        headers = dict(response.headers)
        payload = self._decode(content)
        error = payload.get("error")
        if isinstance(error, dict) and "choices" not in payload:  # some gateways answer 200 and put the error inside
            status = error.get("code")
            raise self._error_of_status(status if isinstance(status, int) else _BAD_GATEWAY, payload, headers)
        return Answer(payload, headers)

    async def _read(self, response: httpx2.Response) -> bytes:
        content = bytearray()
        async for piece in response.aiter_bytes():
            content += piece
            if len(content) > _LONGEST_BODY:
                raise UnreadableBodyError(f"{self.host} sent a reply of more than {_LONGEST_BODY >> 20} MB")
        return bytes(content)

    def _decode(self, content: bytes) -> dict[str, Any]:
        try:
            payload = json.loads(content.decode("utf-8", errors="replace"))
        except (ValueError, RecursionError):
            payload = None
        if not isinstance(payload, dict):
            raise UnreadableBodyError(
                f"{self.host} answered {len(content)} bytes that are no chat completion; "
                "check that TIMELINE_BASE_URL is the root of an OpenAI-compatible API, often ending in /v1"
            )
        return payload

    def _error_of_connection(self, error: Exception, timeout: float) -> TransientError:
        cause = error.__cause__ if isinstance(error, openai.APIConnectionError) else error
        if isinstance(cause, _NOT_REACHED):
            message = f"cannot reach {self.host}; check TIMELINE_BASE_URL, the network, and that the server runs"
            return TransientError(message, was_sent=False)
        if isinstance(cause, _TOO_SLOW):
            silence = f"{self.host} did not answer within {timeout:.0f} s"
            return TransientError(f"{silence}; raise TIMELINE_REQUEST_TIMEOUT for a slow model", was_sent=True)
        message = f"the connection to {self.host} broke before the reply was complete; try again"
        return TransientError(message, was_sent=True)

    def _error_of_status(self, status: int, body: object, headers: Headers) -> CallError:
        told = _codes_in(body)
        if status in _RETRIED_STATUSES or _is_failing(status):
            if "insufficient_quota" in told:
                message = f"the quota of the account at {self.host} is used up (429); see its billing page"
                return AccessError(message, status=status)
            return TransientError(
                f"{self.host} kept answering {status}{told}; wait, or lower TIMELINE_CONCURRENCY or TIMELINE_RPM",
                status=status,
                retry_after=retry_after(headers, now=self._wall_time()),
            )
        if status in _REFUSALS_OF_THE_KEY:
            message = f"{self.host} refused the key ({status}{told}); set OPENAI_API_KEY to one valid there"
            return AccessError(message, status=status)
        if status == 404:
            return AccessError(
                f"{self.host} does not know the model or the path (404{told}); "
                "check TIMELINE_MODEL and TIMELINE_BASE_URL",
                status=status,
            )
        return _refusal_of_request(status, body, f"{self.host} refused the request ({status}{told})")


def _names_in(listed: object) -> tuple[str, ...]:
    entries = listed.get("data") if isinstance(listed, dict) else None
    names = [entry.get("id") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return tuple(name for name in names if isinstance(name, str))


def _is_failing(status: int) -> bool:
    return status >= 500 and status not in _NOT_A_FAULT_OF_TODAY


def _bounded(timeout: float) -> httpx2.Timeout:
    return httpx2.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS))


def _refusal_of_request(status: int, body: object, message: str) -> RequestRefusedError:
    words = json.dumps(body, default=str)
    if status == 413 or _LENGTH_WORDS.search(words):
        return PromptTooLongError(f"{message}: it does not fit the model's context")
    if _MODEL_WORDS.search(words):
        return UnknownModelError(f"{message}: it has no such model; check TIMELINE_MODEL")
    if _FORMAT_WORDS.search(words):
        return FormatNotSupportedError(f"{message}: it does not know this form of structured output")
    return RequestRefusedError(f"{message}; check TIMELINE_MODEL, and what the endpoint supports")


def _codes_in(body: object) -> str:
    """Return the codes of an error body. Its message is left out: providers quote the input, even the key."""
    if not isinstance(body, dict):
        return ""
    error = body.get("error")
    source = error if isinstance(error, dict) else body
    codes = [source.get(key) for key in ("type", "code", "param")]
    safe = [code for code in codes if isinstance(code, str) and _SAFE_CODE.fullmatch(code)]
    return "".join(f", {code}" for code in dict.fromkeys(safe))
