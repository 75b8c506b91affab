"""Limits hold over all the processes of a store, together."""

import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.engines.llm.replies import item, reply
from tests.jobs.archives import started, text_of
from tests.jobs.asking_process import PER_WINDOW, REQUESTS, WIDTH
from tests.llm.provider import Behaviour, Provider, says
from tests.service.server import running_service
from tests.waiting import wait_until
from timeline.store import open_store

_MEETING = reply(item(ev=[1], trig="met", when=None, who=[], at=None, title="Berg meets envoys"))
_ASKING = [sys.executable, "-m", "tests.jobs.asking_process"]
_BOUND = 60.0


class _Log:
    """When requests came, and how many were under way at once."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.most = self._now = 0
        self._lock = threading.Lock()

    def behave(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer after a while."""
        with self._lock:
            self._now += 1
            self.times.append(time.monotonic())
            self.most = max(self.most, self._now)
        time.sleep(0.2)
        with self._lock:
            self._now -= 1
        says(_MEETING)(handler)

    def most_within(self, seconds: float) -> int:
        """Return the most requests that came within so many seconds."""
        times = sorted(self.times)
        return max(sum(first <= one < first + seconds for one in times) for first in times)


@contextmanager
def _logged() -> Iterator[tuple[Provider, _Log]]:
    log = _Log()

    def script(_: dict[str, Any]) -> Behaviour:
        return log.behave

    with Provider(script) as provider:
        yield provider, log


@pytest.mark.postgres
def test_two_processes_keep_to_the_requests_of_every_window(postgres_url: str) -> None:
    """As the provider's own log has it; all requests are answered."""
    store = open_store(postgres_url)
    store.migrate()
    store.close()
    with _logged() as (provider, log):
        command = [*_ASKING, postgres_url, provider.url]
        with started(command) as first, started(command) as second:
            assert [first.wait(_BOUND), second.wait(_BOUND)] == [0, 0]
    assert len(log.times) == 2 * REQUESTS
    assert log.most_within(1.0) <= PER_WINDOW
    assert log.most <= WIDTH


@pytest.mark.postgres
def test_two_services_share_a_minute_and_the_places(postgres_url: str, tmp_path: Path) -> None:
    """A job, and requests to both: no more than the six of a minute go out, and no more than two at once."""
    with _logged() as (provider, log):

        def settings(name: str) -> Mapping[str, str]:
            return {
                "TIMELINE_DATABASE_URL": postgres_url,
                "TIMELINE_BASE_URL": provider.url,
                "TIMELINE_CACHE_DIR": str(tmp_path / name),
                "TIMELINE_COVERAGE": "0",
                "TIMELINE_CONCURRENCY": "2",
                "TIMELINE_RPM": "6",
                "TIMELINE_DEADLINE": "15",
                "TIMELINE_GRACE": "1",
            }

        with running_service(settings("one")) as one, running_service(settings("other")) as other:
            httpx2.post(f"{one}/v1/jobs", json={"articles": [_article(n) for n in range(8)], "engine": "llm"})
            for number in (100, 101):
                _extract(other, number)
            wait_until(lambda: len(log.times) == 6)
            late = [_extract(url, 200 + number) for number, url in enumerate((one, other))]
    assert [[failure["kind"] for failure in one["failures"]] for one in late] == [["deadline"], ["deadline"]]
    assert len(log.times) == 6
    assert log.most <= 2


def _article(number: int) -> dict[str, object]:
    return {"text": text_of(number), "published": "2024-10-12"}


def _extract(url: str, number: int) -> dict[str, Any]:
    answer = httpx2.post(f"{url}/v1/extract", json={**_article(number), "engine": "llm"}, timeout=_BOUND)
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told
