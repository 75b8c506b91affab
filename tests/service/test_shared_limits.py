"""Requests and jobs of one process ask the model within one set of limits."""

import asyncio
import json
import re
import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from tests.engines.llm.replies import item, reply
from tests.jobs.archives import text_of
from tests.llm.provider import Behaviour, Provider, completion, cuts, says
from tests.service.conftest import OpenClient
from tests.waiting import wait_until
from timeline.engines.engine import Engine
from timeline.llm.calls import observe_nothing
from timeline.service.extraction.engines import Engines
from timeline.settings import Settings
from timeline.wiring import EngineName

_MEETING = reply(item(ev=[1], trig="met", when=None, who=[], at=None, title="Berg meets envoys"))


class _Crowd:
    """Counts the requests that are under way at once."""

    def __init__(self) -> None:
        self.most = self._now = 0
        self._lock = threading.Lock()

    def behave(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer after a while."""
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.1)
        with self._lock:
            self._now -= 1
        says(_MEETING)(handler)


@contextmanager
def _provider(crowd: _Crowd) -> Iterator[Provider]:
    def script(_: dict[str, Any]) -> Behaviour:
        return crowd.behave

    with Provider(script) as provider:
        yield provider


def _setup(provider: Provider, folder: Path, **chosen: object) -> dict[str, object]:
    model = {"base_url": provider.url, "api_key": SecretStr("secret"), "model": "tiny", "coverage": False}
    return {**model, "cache_dir": folder / "cache", "grace": 1.0, **chosen}


def _article(number: int) -> dict[str, object]:
    return {"text": text_of(number), "published": "2024-10-12"}


def _asked(provider: Provider) -> set[int]:
    return {int(found[1]) for body in provider.bodies if (found := re.search(r"met (\d+) envoys", json.dumps(body)))}


def test_no_more_requests_are_under_way_at_once_than_set(open_client: OpenClient, tmp_path: Path) -> None:
    """A job and requests from eight threads, at the same time."""
    crowd = _Crowd()
    with _provider(crowd) as provider:
        client = open_client(**_setup(provider, tmp_path, concurrency=3))
        job = client.post("/v1/jobs", json={"articles": [_article(n) for n in range(1, 16)], "engine": "llm"})

        def extract(number: int) -> int:
            return client.post("/v1/extract", json={**_article(number), "engine": "llm"}).status_code

        with ThreadPoolExecutor(8) as threads:
            statuses = set(threads.map(extract, range(100, 115)))
        wait_until(lambda: client.get(job.headers["Location"]).json()["state"] == "done")
    assert statuses == {200}
    assert _asked(provider) == {*range(1, 16), *range(100, 115)}
    assert crowd.most == 3


def test_no_more_requests_are_sent_in_a_minute_than_set(open_client: OpenClient, tmp_path: Path) -> None:
    """What the job has used up is not there for requests: one with a deadline says so at once."""
    with _provider(_Crowd()) as provider:
        client = open_client(**_setup(provider, tmp_path, requests_per_minute=4, deadline=20.0))
        client.post("/v1/jobs", json={"articles": [_article(n) for n in range(1, 10)], "engine": "llm"})
        wait_until(lambda: len(provider.bodies) == 4)
        refused = client.post("/v1/extract", json={**_article(100), "engine": "llm"}).json()
        assert [one["kind"] for one in refused["failures"]] == ["deadline"]
        assert len(provider.bodies) == 4


def test_without_the_store_no_model_is_asked(open_client: OpenClient, store_url: str, tmp_path: Path) -> None:
    """Its limits cannot be kept then; the answer says that the store is away."""
    with _provider(_Crowd()) as provider:
        client = open_client(**_setup(provider, tmp_path))
        with sqlite3.connect(store_url.removeprefix("sqlite:///")) as connection:
            connection.execute("DROP TABLE model_requests")
        connection.close()
        answer = client.post("/v1/extract", json={**_article(100), "engine": "llm"})
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/store-unavailable")
        assert not provider.bodies


def test_the_money_is_one_for_requests_and_jobs(open_client: OpenClient, tmp_path: Path) -> None:
    """A request that broke off may have cost all that was set aside for it: the job does not get it again."""
    prices = tmp_path / "prices.toml"
    prices.write_text("[tiny]\ninput = 0\ncached = 0\noutput = 1000\n")  # 16 dollars at most for one request
    with Provider([cuts(completion(_MEETING)), says(_MEETING)]) as provider:
        client = open_client(**_setup(provider, tmp_path, prices=prices, max_cost=20.0, attempts=1))
        client.post("/v1/extract", json={**_article(100), "engine": "llm"})
        job = client.post("/v1/jobs", json={"articles": [_article(1)], "engine": "llm"}).headers["Location"]
        wait_until(lambda: client.get(job).json()["state"] == "done")
        [failed] = client.get(job).json()["articles"]
        assert len(provider.bodies) == 1
    assert failed["state"] == "failed"
    assert "TIMELINE_MAX_COST" in failed["error"]["message"]


def test_an_engine_is_opened_once_whoever_asks_for_it() -> None:
    """Eight threads that ask at the same moment get the same one."""
    engines = Engines(Settings(api_key=SecretStr("secret")), observer=observe_nothing)
    together = threading.Barrier(8)

    def ask(_: int) -> Engine:
        together.wait(timeout=30)
        return engines.get(EngineName.LLM)

    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(ask, range(8)))
    asyncio.run(engines.aclose())
    assert all(one is opened[0] for one in opened)
