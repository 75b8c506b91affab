"""Whether the service is open, known without asking the store for each request."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from tests.service.conftest import NOON
from timeline.errors import StoreError
from timeline.service.guard.openness import REMEMBERED, Openness
from timeline.store import ApiKey, KeyRing, open_store


class _Ring(KeyRing):
    """The keys of a store, which counts how often it is asked for them."""

    asked = 0
    is_gone = False
    answering: threading.Event | None = None

    def list(self) -> tuple[ApiKey, ...]:
        """Return every key."""
        self.asked += 1
        if self.answering:
            assert self.answering.wait(30)
        if self.is_gone:
            raise StoreError("the store is away")
        return super().list()


@pytest.fixture
def ring(store_url: str) -> Iterator[_Ring]:
    """The keys of an empty store."""
    store = open_store(store_url)
    store.migrate()
    yield _Ring(store)
    store.close()


async def test_the_store_is_asked_once_in_a_while(ring: _Ring) -> None:
    """That the service is open is remembered, and a key closes it when that is over."""
    now = [10.0]
    openness = Openness(ring, clock=lambda: now[0])
    assert [await openness.holds() for _ in range(5)] == [True] * 5
    assert ring.asked == 1
    ring.create("late", at=NOON)
    now[0] += REMEMBERED
    assert [await openness.holds() for _ in range(5)] == [False] * 5
    assert ring.asked == 2


async def test_a_closed_service_stays_closed(ring: _Ring) -> None:
    """The store is not asked again, however long it takes."""
    now = [10.0]
    openness = Openness(ring, clock=lambda: now[0])
    ring.revoke(ring.create("once", at=NOON).key.id, at=NOON)
    assert not await openness.holds()
    now[0] += 1000
    assert not await openness.holds()
    assert ring.asked == 1


async def test_all_who_ask_at_once_ask_the_store_together(ring: _Ring) -> None:
    """One that goes away leaves the others their answer."""
    ring.answering = threading.Event()
    openness = Openness(ring, clock=lambda: 10.0)
    asking = [asyncio.create_task(openness.holds()) for _ in range(20)]
    await asyncio.sleep(0)
    asking[0].cancel()
    await asyncio.gather(asking[0], return_exceptions=True)
    ring.answering.set()
    assert await asyncio.gather(*asking[1:]) == [True] * 19
    assert ring.asked == 1


async def test_a_store_that_is_away_is_no_answer(ring: _Ring) -> None:
    """It is told, and asked again by the next request."""
    openness = Openness(ring, clock=lambda: 10.0)
    ring.is_gone = True
    with pytest.raises(StoreError):
        await openness.holds()
    ring.is_gone = False
    assert await openness.holds()
