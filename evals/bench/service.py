"""The service under load beside the same work in process, and its memory after many requests.

Run by `make bench` as `python -m evals.bench.service [REQUESTS] [STORE]`. The service runs as `timeline serve` does, in
a process of its own; the loader is another. REQUESTS extractions are sent for the memory (10,000). STORE is the file of
a million events that `evals.bench.store` made; without one `GET /v1/timeline` is asked of what the extractions stored.
"""

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlencode

from evals.bench.loader import Load, get, load, post
from evals.bench.store import SEED, kinds
from evals.bench.store_rows import make_world
from timeline.engines.rules.engine import RulesEngine
from timeline.pipeline import extract_timeline
from timeline.reading.documents import read_document
from timeline.store import EventQuery

EXAMPLE = Path(__file__).parents[2] / "examples" / "meeting.txt"
REQUESTS = 10_000
SHORT = "Ana Silva met Per Holm in Oslo on Friday. They will meet again on 3 June. Edition {}."
WORDY = "{} {} met {} of {} on Friday."
WORDY_SENTENCES = 500
WORDY_TEXTS = 40
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
RUNS = 400
CONNECTIONS = (1, 2, 4, 8)
LISTED = 50
_ASKED = {"about": "about", "start": "from", "end": "to", "type": "type", "status": "status", "text": "q"}


class Server(NamedTuple):
    """A running service."""

    url: str
    pid: int


def main() -> None:
    """Measure and print."""
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS
    text = EXAMPLE.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        with serving(f"sqlite:///{folder}/service.db") as server:
            _measure_extractions(server, text)
            if len(sys.argv) <= 2:
                _measure_lists(server)
        if len(sys.argv) > 2:
            with serving(f"sqlite:///{Path(sys.argv[2]).resolve()}") as server:
                _measure_lists(server)
        with serving(f"sqlite:///{folder}/memory.db") as server:
            _measure_memory(server, requests)


@contextmanager
def serving(database: str) -> Iterator[Server]:
    """Run `timeline serve` on a free port until the end."""
    settings = {"TIMELINE_DATABASE_URL": database, "TIMELINE_RATE": "100000000"}
    with NamedTemporaryFile("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "timeline", "serve", "--port", "0"],
            env={**os.environ, **settings},  # noqa: TID251 - to hand it on
            stderr=said,
        )
        try:
            yield Server(_address(Path(said.name)), process.pid)
        finally:
            process.terminate()
            process.wait()


def _address(log: Path) -> str:
    """Return the address that the service writes when it listens."""
    for _ in range(400):
        found = re.search(r"http://[0-9.]+:[0-9]+", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        time.sleep(0.05)
    raise RuntimeError(f"the service did not start: {log.read_text(encoding='utf-8')!r}")


def _measure_extractions(server: Server, text: str) -> None:
    request = post(server.url, "/v1/extract", json.dumps({"text": text, "engine": "rules"}).encode())
    alone = _in_process(text)
    _print("extraction of examples/meeting.txt", alone, alone)
    load(server.url, [request] * 20, connections=2)
    for connections in CONNECTIONS:
        found = load(server.url, [request] * RUNS, connections=connections)
        _print(f"POST /v1/extract, connections: {connections}", found, alone)


def _in_process(text: str) -> Load:
    async def extract() -> list[float]:
        engine, taken = RulesEngine(), []
        for _ in range(RUNS):
            started = time.perf_counter()
            await extract_timeline(read_document(text), engine)
            taken.append(time.perf_counter() - started)
        return taken

    taken = asyncio.run(extract())[RUNS // 10 :]
    return Load(tuple(taken), sum(taken), {200: len(taken)})


def _measure_lists(server: Server) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, no secret
    for kind in kinds(make_world(SEED)):
        requests = [get(server.url, _path(kind.make(chance))) for _ in range(LISTED)]
        _print(f"GET /v1/timeline, {kind.name}", load(server.url, requests, connections=1), None)


def _path(query: EventQuery) -> str:
    given = {name: getattr(query, of) for of, name in _ASKED.items() if getattr(query, of) is not None}
    return f"/v1/timeline?{urlencode(given)}"


def _measure_memory(server: Server, requests: int) -> None:
    """Send short articles of which no two are the same, and look at the memory on the way.

    Before them come texts that fill the bounded memories for words: what grows after that grows without end.
    """
    print(f"{'memory of the service':50} {_megabytes(server.pid):8.1f} MB")
    load(server.url, [_extraction(server, text) for text in _wordy_texts()], connections=2)
    print(f"{'  its memories for words filled':50} {_megabytes(server.pid):8.1f} MB", flush=True)
    step = max(1, requests // 5)
    for done in range(step, requests + 1, step):
        sent = [_extraction(server, SHORT.format(number)) for number in range(done - step, done)]
        load(server.url, sent, connections=2)
        print(f"{f'  after {done:,} articles':50} {_megabytes(server.pid):8.1f} MB", flush=True)


def _extraction(server: Server, text: str) -> bytes:
    body = {"text": text, "published": "2024-05-20", "engine": "rules"}
    return post(server.url, "/v1/extract", json.dumps(body).encode())


def _wordy_texts() -> Iterator[str]:
    """Yield texts of invented names."""
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, no secret
    for _ in range(WORDY_TEXTS):
        names = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(4 * WORDY_SENTENCES)]
        yield " ".join(WORDY.format(*names[start : start + 4]) for start in range(0, len(names), 4))


def _megabytes(pid: int) -> float:
    """Return the memory of a process and of those that it began; what they share is counted once."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    own = next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    return own + sum(_megabytes(child) for child in _begun_by(pid))


def _begun_by(pid: int) -> Iterator[int]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            parent = int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            if parent == pid:
                yield int(stat.parent.name)


def _print(name: str, found: Load, alone: Load | None) -> None:
    ratio = f"{found.p99 / alone.p99:6.2f}" if alone else ""
    wrong = {status: count for status, count in found.statuses.items() if status != 200} or ""
    print(
        f"{name:50} {found.per_second:8.1f}/s {found.median:8.1f} ms {found.p99:8.1f} ms p99 {ratio} {wrong}",
        flush=True,
    )


if __name__ == "__main__":
    main()
