"""An extraction as server-sent events: `progress`, `event` for each record, at the end `timeline` or `problem`."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any, TypeAlias

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from timeline.domain.timeline import Event, Timeline
from timeline.service.extraction.progress import Progress
from timeline.service.problems import Problem, ProblemError, kinds, problem_of

Told: TypeAlias = Progress | Event | Timeline
"""What an extraction tells while it is under way, and at the end."""

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""No proxy keeps a stream, or holds it back."""

_QUIET_SECONDS = 15.0
_NAMES: dict[type[Any], str] = {
    Progress: "progress",
    Event: "event",
    Timeline: "timeline",
    Problem: "problem",
}


async def server_sent(told: AsyncGenerator[Told], *, seconds: float) -> AsyncIterator[bytes]:
    """Yield each item as a server-sent event, and a comment where nothing was told for a while.

    Args:
        told: What to send. Its errors become a `problem`, which ends the stream.
        seconds: How long the whole may take.
    """
    try:
        async with aclosing(told), aclosing(_with_silences(told, seconds)) as items:
            async for one in items:
                yield KEEPALIVE_COMMENT if one is None else _message(one)
    except Exception as error:  # noqa: BLE001 - the response has begun, so this is the only place to tell any of them
        yield _message(problem_of(error).problem())


async def _with_silences(told: AsyncGenerator[Told], seconds: float) -> AsyncGenerator[Told | None]:
    """Yield each item, and None whenever there was none for `_QUIET_SECONDS`."""
    clock = asyncio.get_running_loop().time
    end = clock() + seconds
    while True:
        awaited = asyncio.ensure_future(anext(told))
        try:
            while not awaited.done():
                left = end - clock()
                if left <= 0:
                    raise ProblemError(kinds.TOO_SLOW, f"the extraction took more than {seconds:g} s")
                await asyncio.wait([awaited], timeout=min(_QUIET_SECONDS, left))
                if not awaited.done() and end > clock():
                    yield None
            one = awaited.result()
        except StopAsyncIteration:
            return
        finally:
            awaited.cancel()
            await asyncio.wait([awaited])
        yield one


def _message(one: Told | Problem) -> bytes:
    text = one.model_dump_json(by_alias=True, exclude_none=isinstance(one, Problem))
    return format_sse_event(event=_NAMES[type(one)], data_str=text)
