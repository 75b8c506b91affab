"""Instructor's rate before the stub provider, told as JSON; run by the interpreter of `build/peers`.

It has an environment of its own, since what it requires would otherwise decide which SDK the project uses. The body of
the request comes on standard input; the work is that of the other clients in `evals.bench.client`.
"""

import asyncio
import copy
import json
import sys
import time
from typing import Any

import instructor
import openai
from pydantic import BaseModel

from timeline.engines.llm.wire import WireEvent


class Reply(BaseModel):
    """What instructor validates a reply into."""

    events: list[WireEvent]


async def main(url: str, articles: int, concurrency: int, body: dict[str, Any]) -> None:
    """Print articles a second and milliseconds of processor time for one, after a round that warms up."""
    bare = openai.AsyncOpenAI(base_url=url, api_key="sk-none", max_retries=0)
    client = instructor.from_openai(bare, mode=instructor.Mode.JSON_SCHEMA)
    await _round(client, body, concurrency, concurrency)
    started, cpu = time.perf_counter(), time.process_time()
    await _round(client, body, articles, concurrency)
    rate = articles / (time.perf_counter() - started)
    print(json.dumps({"per_second": rate, "cpu": 1000 * (time.process_time() - cpu) / articles}))


async def _round(client: instructor.AsyncInstructor, body: dict[str, Any], articles: int, concurrency: int) -> None:
    numbers = iter(range(articles))

    async def worker() -> None:
        for _ in numbers:
            messages = copy.deepcopy(body["messages"])  # instructor writes its schema into them
            reply = await client.create(response_model=Reply, strict=False, **{**body, "messages": messages})
            if not reply.events:
                raise SystemExit("instructor lost the events; the figures would mean nothing")

    await asyncio.gather(*(worker() for _ in range(concurrency)))


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    asked.pop("response_format")
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), asked))
