"""Articles a second through the LLM engine, and what our own code costs, beside the bare client in the same run.

Run by `make bench` as `python -m evals.bench.client [ARTICLES]`. A stub provider on loopback answers after 200 ms with
twelve events; 64 articles are under way at once, so that 320 a second would be ideal. Rounds alternate between the
clients, and the one with the median rate is told: a busy machine then slows all of them alike.
"""

import asyncio
import gc
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import openai
from pydantic import BaseModel, SecretStr, TypeAdapter
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from evals.bench.harbour import EVENTS, REPLY, edition
from evals.bench.steps import Step, request_for, steps
from evals.bench.stub import running
from timeline.assembly.proof import proof_checker
from timeline.collector import look_less_often
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import Questions, load_prompts
from timeline.engines.llm.wire import WireEvent
from timeline.llm.account import Account
from timeline.llm.client import ProviderModel
from timeline.llm.forms import ReplyForm, request_body
from timeline.llm.limits import Limits
from timeline.llm.opening import Endpoint, open_model
from timeline.pipeline import extract_timeline
from timeline.reading.annotation import annotate

LATENCY = 0.2
CONCURRENCY = 64
ARTICLES = 640
ROUNDS = 5
COMMAND = "timeline, as the command runs"
REQUEST = "timeline, its request alone"
PEERS = Path("build/peers/bin/python")
LLM_PATH = "timeline.engines.llm.engine, timeline.llm.opening"
LOADED_BY_A_REQUEST = "timeline.llm.openai_transport"

Work = Callable[[int], Awaitable[None]]
"""Does the work for the article of a number."""


class Rate(NamedTuple):
    """Articles a second, and milliseconds of processor time for one."""

    per_second: float
    cpu: float


class Cost(NamedTuple):
    """Milliseconds by the clock, and of processor time."""

    wall: float
    cpu: float


class Reply(BaseModel):
    """The reply as a client without our parsing would validate it."""

    events: list[WireEvent]


def main() -> None:
    """Measure and print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    print(f"{articles} articles of {len(edition(0).text.encode())} bytes a round, {EVENTS} events each,", end=" ")
    print(f"{CONCURRENCY} at once, {LATENCY * 1000:.0f} ms latency, median of {ROUNDS} rounds")
    with running(REPLY, seconds=LATENCY) as url:
        rates = asyncio.run(measure(url, articles))
    print(f"{'ideal':36} {CONCURRENCY / LATENCY:8.0f} articles/s")
    for name, rate in rates.items():
        print(f"{name:36} {rate.per_second:8.0f} articles/s {rate.cpu:8.2f} ms of CPU")
    print("our CPU by step, each alone but the request:")
    for step in (*steps(), Step("request", rates[REQUEST].cpu)):
        print(f"  {step.name:34} {step.milliseconds:8.2f} ms")
    path, asked = import_cost(LLM_PATH), import_cost(f"{LLM_PATH}, {LOADED_BY_A_REQUEST}")
    for name, cost in (("the LLM path", path), ("the same after a first request", asked)):
        print(f"import of {name:30} {cost.wall:8.0f} ms, {cost.cpu:.0f} ms of CPU with the interpreter's start")


async def measure(url: str, articles: int) -> dict[str, Rate]:
    """Return the rate of each client at its median round."""
    ours = open_model(
        Endpoint("stub", url, SecretStr("sk-none"), request_timeout=30.0, limits=Limits(concurrency=CONCURRENCY))
    )
    bare = openai.AsyncOpenAI(base_url=url, api_key="sk-none", max_retries=0)
    clients: dict[str, Work] = {
        "openai and json.loads": with_openai(bare),
        "openai, tenacity and pydantic": with_validation(bare),
        "timeline": with_timeline(ours),
        COMMAND: with_timeline(ours),
        REQUEST: with_request(ours),
    }
    taken: dict[str, list[Rate]] = {name: [] for name in clients}
    for work in clients.values():
        await rate_of(work, CONCURRENCY)
    for _ in range(ROUNDS):
        for name, work in clients.items():
            with collector_of(name):
                taken[name].append(await rate_of(work, articles))
        if PEERS.exists():
            taken.setdefault("instructor", []).append(await asyncio.to_thread(rate_of_instructor, url, articles))
    await bare.close()
    await ours.aclose()
    return {name: sorted(rates)[ROUNDS // 2] for name, rates in taken.items()}


@contextmanager
def collector_of(client: str) -> Iterator[None]:
    """Let the collector look as Python has it, or as our command does."""
    usual = gc.get_threshold()
    gc.collect()
    if client == COMMAND:
        look_less_often()
    yield
    gc.set_threshold(*usual)


async def rate_of(work: Work, articles: int) -> Rate:
    """Do the work for that many articles, as many at once as allowed."""
    numbers = iter(range(articles))

    async def worker() -> None:
        for number in numbers:
            await work(number)

    started, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(CONCURRENCY)))
    return Rate(articles / (time.perf_counter() - started), 1000 * (time.process_time() - cpu) / articles)


def rate_of_instructor(url: str, articles: int) -> Rate:
    """Do the same in a process of its own, with the requirements of its own that `make bench` installs."""
    command = [str(PEERS), "-m", "evals.bench.instructor_peer", url, str(articles), str(CONCURRENCY)]
    done = subprocess.run(command, input=json.dumps(ready_body()), capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return Rate(**json.loads(done.stdout))


def with_openai(client: openai.AsyncOpenAI) -> Work:
    """The SDK alone, a body that is ready, and a reply that is only decoded."""
    body = ready_body()

    async def work(_: int) -> None:
        completion = await client.chat.completions.create(**body)
        events = json.loads(completion.choices[0].message.content or "")["events"]
        assert_all(len(events))

    return work


def with_validation(client: openai.AsyncOpenAI) -> Work:
    """The SDK with tenacity around it and a reply that is validated."""
    body = ready_body()
    adapter = TypeAdapter(Reply)

    async def ask() -> str:
        completion = await client.chat.completions.create(**body)
        return completion.choices[0].message.content or ""

    async def work(_: int) -> None:
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(openai.APIConnectionError),
            stop=stop_after_attempt(5),
            wait=wait_random_exponential(),
        )
        assert_all(len(adapter.validate_json(await retrying(ask)).events))

    return work


def with_timeline(model: ProviderModel) -> Work:
    """Return the whole pipeline, but for coverage and cache."""
    engine = LlmEngine(model, load_prompts(), LlmOptions(coverage=False), checker=proof_checker)
    editions = count()

    async def work(_: int) -> None:
        timeline = await extract_timeline(edition(next(editions)), engine)
        assert_all(len(timeline.events))

    return work


def with_request(model: ProviderModel) -> Work:
    """Our client alone: a request that is ready, and a reply that is not parsed."""
    request = request_for(annotate(edition(0)), Questions(load_prompts(), LlmOptions().parameters), LlmOptions())

    async def work(_: int) -> None:
        await model.ask(request, Account(max_requests=1, clock=time.monotonic))

    return work


def ready_body() -> dict[str, Any]:
    """Return the body that our client would send for the article."""
    options = LlmOptions()
    request = request_for(annotate(edition(0)), Questions(load_prompts(), options.parameters), options)
    return request_body(request, model="stub", form=ReplyForm.STRICT_SCHEMA, output_limit=("max_tokens", None))


def assert_all(events: int) -> None:
    """Stop the run where a client lost events: its rate would mean nothing."""
    if events != EVENTS:
        raise SystemExit(f"{events} of {EVENTS} events came through; the figures would mean nothing")


def import_cost(modules: str) -> Cost:
    """Return what loading modules takes a fresh interpreter, at the median of five, with their bytecode there."""
    code = f"import time; started = time.perf_counter(); import {modules}; "
    code += "print(time.perf_counter() - started, time.process_time())"
    command = [sys.executable, "-E", "-c", code]  # -E: bytecode is written whatever the environment says
    taken = []
    for _ in range(6):
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
        taken.append(Cost(*(1000 * float(seconds) for seconds in done.stdout.split())))
    return sorted(taken[1:])[2]


if __name__ == "__main__":
    main()
