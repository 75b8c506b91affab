"""The ledger of a store, as a limiter uses it."""

import asyncio
import logging
from pathlib import Path

import pytest

from tests.llm.simulation import account_of
from timeline.errors import StoreError
from timeline.llm.ledger import Rates, Reservation
from timeline.llm.limits import Limiter, Limits
from timeline.store import RequestRecords, Store, StoreLedger, open_store


def _limiter(store: Store, *, width: int = 8, **limits: int) -> Limiter:
    ledger = StoreLedger(RequestRecords(store.database, endpoint="models.example", width=width))
    clock = asyncio.get_running_loop().time
    return Limiter(Limits(concurrency=width, **limits), clock=clock, sleep=asyncio.sleep, ledger=ledger)


async def test_two_limiters_on_a_store_share_its_places(store: Store) -> None:
    """As two processes do; each keeps to its turn."""
    limiters = [_limiter(store, width=3) for _ in range(2)]
    under_way = most = 0

    async def take(limiter: Limiter) -> None:
        nonlocal under_way, most
        async with limiter.passage(1, account_of()):
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0.05)
            under_way -= 1

    async with asyncio.timeout(30):
        await asyncio.gather(*(take(limiters[number % 2]) for number in range(16)))
    assert (most, under_way) == (3, 0)


async def test_without_the_store_nothing_goes_out(tmp_path: Path) -> None:
    """The error is the store's."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")  # it has no tables
    with pytest.raises(StoreError, match="timeline store migrate"):
        async with _limiter(store).passage(1, account_of()):
            pytest.fail("let through")
    store.close()


async def test_a_store_that_goes_away_spoils_no_request_under_way(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """Its reply has been paid for; the log says that its end could not be noted."""
    with caplog.at_level(logging.WARNING):
        async with _limiter(store).passage(1, account_of()):
            with store.database.writing() as connection:
                connection.exec_driver_sql("DROP TABLE model_requests")
    assert "cannot be noted" in caplog.text


async def test_a_request_that_is_broken_off_frees_its_place(store: Store) -> None:
    """Whether it waited for the store's answer or was under way."""
    limiter = _limiter(store, width=1)
    for pause in (0.0, 0.001, 0.2):
        begun = asyncio.create_task(_held(limiter))
        await asyncio.sleep(pause)
        begun.cancel()
        await asyncio.gather(begun, return_exceptions=True)
    async with asyncio.timeout(10), limiter.passage(1, account_of()):
        pass


async def test_a_long_request_renews_its_lease(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it ends, and not after."""
    renewed = list[str]()
    monkeypatch.setattr("timeline.store.ledger._RENEW_EVERY", 0.02)
    records = RequestRecords(store.database, endpoint="models.example", width=1)
    monkeypatch.setattr(records, "renew", renewed.append)
    ledger = StoreLedger(records)
    assert await ledger.reserve("first", 1, Rates()) == Reservation(0.0)
    async with asyncio.timeout(10):
        while len(renewed) < 3:
            await asyncio.sleep(0.01)
    await ledger.end("first", 1)
    count = len(renewed)
    await asyncio.sleep(0.1)
    assert renewed == ["first"] * count


async def _held(limiter: Limiter) -> None:
    async with limiter.passage(1, account_of()):
        await asyncio.Event().wait()
