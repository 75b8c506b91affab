"""Running a system over the labelled articles, several at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from evals.errors import StaleError
from evals.gold import Gold
from evals.prediction import Prediction
from evals.runs import Run, RunHeader

Predict = Callable[[Gold], Awaitable[Prediction]]
"""Predicts the events of one article, of which it sees the article alone."""

Tick = Callable[[], None]
"""Called once for every article that is done."""


async def _nothing_to_close() -> None:
    """Leave nothing open."""


class System(NamedTuple):
    """Something that predicts, what a run of it is called, and how it is closed after its run."""

    header: RunHeader
    predict: Predict
    close: Callable[[], Awaitable[None]] = _nothing_to_close


async def run_system(system: System, corpus: Sequence[Gold], *, at_once: int, tick: Tick) -> Run:
    """Predict every article, `at_once` of them together, and close the system.

    Raises:
        StaleError: Some recordings are missing or stale; the message names every one.
    """
    turn = asyncio.Semaphore(at_once)

    async def predict(gold: Gold) -> Prediction | StaleError:
        async with turn:
            try:
                return await system.predict(gold)
            except StaleError as error:
                return error
            finally:
                tick()

    try:
        results = await asyncio.gather(*(predict(gold) for gold in corpus))
    finally:
        await system.close()
    if stale := [result for result in results if isinstance(result, StaleError)]:
        raise StaleError("\n".join(str(error) for error in stale))
    return Run(header=system.header, predictions=tuple(result for result in results if isinstance(result, Prediction)))
