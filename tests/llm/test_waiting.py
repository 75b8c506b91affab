"""Places that several event loops share."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from timeline.llm.waiting import Places


async def test_who_comes_first_is_let_in_first() -> None:
    """A place that is left goes to the one who has waited longest."""
    places, order = Places(1), list[int]()

    async def take(number: int) -> None:
        async with places:
            order.append(number)

    async with places:
        waiting = [asyncio.create_task(take(number)) for number in range(5)]
        await asyncio.sleep(0)
        assert order == []
    await asyncio.gather(*waiting)
    assert order == [0, 1, 2, 3, 4]


async def test_who_is_cancelled_while_waiting_takes_no_place() -> None:
    """The next one in line is let in instead."""
    places = Places(1)
    async with places:
        first, second = asyncio.create_task(_through(places)), asyncio.create_task(_through(places))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
    assert await asyncio.wait_for(second, 5)
    assert first.cancelled()


async def test_a_place_given_to_someone_just_cancelled_is_passed_on() -> None:
    """The cancellation comes after the place was given, and before whoever waited could go on."""
    places = Places(1)
    async with places:
        waiting = asyncio.create_task(_through(places))
        await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    assert await asyncio.wait_for(_through(places), 5)


def test_no_more_are_let_in_than_there_are_places_whatever_loops_they_are_in() -> None:
    """Four event loops in four threads, with thirty tasks each."""
    places, lock = Places(3), threading.Lock()
    under_way = most = done = 0

    async def take() -> None:
        nonlocal under_way, most, done
        async with places:
            with lock:
                under_way += 1
                most = max(most, under_way)
            await asyncio.sleep(0.001)
            with lock:
                under_way -= 1
                done += 1

    async def work() -> None:
        await asyncio.gather(*(take() for _ in range(30)))

    with ThreadPoolExecutor(4) as threads:
        for one in [threads.submit(asyncio.run, work()) for _ in range(4)]:
            one.result(timeout=30)
    assert (most, done, under_way) == (3, 120, 0)


async def _through(places: Places) -> bool:
    async with places:
        return True
