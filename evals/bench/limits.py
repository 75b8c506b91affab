"""What it takes to let one request through the limits: of one process, and of all on a store.

Run by `make bench` as `python -m evals.bench.limits [DATABASE_URL]…`: in process, on an SQLite file, and on each store
that is named. Such a store is migrated, and what is noted there of requests is gone after a minute.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from timeline.llm.account import Account
from timeline.llm.allowance import open_allowance
from timeline.llm.ledger import Ledger
from timeline.llm.limits import Limiter, Limits
from timeline.store import RequestRecords, StoreLedger, open_store

REQUESTS = 400
AT_ONCE = 8
_LIMITS = Limits(concurrency=AT_ONCE, requests_per_minute=1_000_000, tokens_per_minute=1_000_000_000)
_TOKENS = 2000


class _Taken(NamedTuple):
    """Seconds that a request took to get in, and to get out again."""

    way_in: float
    way_out: float


def main() -> None:
    """Measure and print."""
    _measure("one process", None)
    with TemporaryDirectory() as folder:
        for url in (f"sqlite:///{Path(folder) / 'store.db'}", *sys.argv[1:]):
            with closing(open_store(url)) as store:
                store.migrate()
                records = RequestRecords(store.database, endpoint="bench.invalid", width=AT_ONCE)
                _measure(url.partition(":")[0], StoreLedger(records))


def _measure(name: str, ledger: Ledger | None) -> None:
    limiter = open_allowance(_LIMITS, ledger=ledger).limiter
    asyncio.run(_let_through(limiter, REQUESTS // 10, at_once=1))
    started = time.process_time()
    taken = asyncio.run(_let_through(limiter, REQUESTS, at_once=1))
    processor = (time.process_time() - started) / REQUESTS
    way_in, way_out = (median(times) for times in zip(*taken, strict=True))
    print(f"{name}: {_ms(way_in)} in, {_ms(way_out)} out (medians), {_ms(processor)} of processor time")
    began = time.perf_counter()
    asyncio.run(_let_through(limiter, REQUESTS, at_once=AT_ONCE))
    print(f"{name}: {REQUESTS / (time.perf_counter() - began):.0f} requests a second, {AT_ONCE} at once")


async def _let_through(limiter: Limiter, count: int, *, at_once: int) -> Sequence[_Taken]:
    parts = await asyncio.gather(*(_one_by_one(limiter, count // at_once) for _ in range(at_once)))
    return [one for part in parts for one in part]


async def _one_by_one(limiter: Limiter, count: int) -> list[_Taken]:
    return [await _one(limiter) for _ in range(count)]


async def _one(limiter: Limiter) -> _Taken:
    began = time.perf_counter()
    async with limiter.passage(_TOKENS, Account(max_requests=1, clock=time.monotonic)):
        inside = time.perf_counter()
    return _Taken(inside - began, time.perf_counter() - inside)


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms"


if __name__ == "__main__":
    main()
