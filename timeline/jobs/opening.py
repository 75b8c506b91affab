"""Jobs put together from a store and what a worker needs."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from timeline.jobs.extraction import Extraction, OpenEngine, Watch
from timeline.jobs.jobs import Jobs
from timeline.jobs.reading import PageFetcher
from timeline.jobs.shelf import Shelf, StoreShelf
from timeline.jobs.steps import Steps
from timeline.jobs.worker import Worker, WorkerOptions
from timeline.store import Store
from timeline.store.jobs import JobRecords
from timeline.store.queue_address import queue_address
from timeline.store.workers import WorkerRecords


class Tools(NamedTuple):
    """What a worker works with.

    `shelf` is the store where none is named; without `fetcher` no page is fetched, and articles of more than `longest`
    characters fail. `watch` stands around every extraction.
    """

    open_engine: OpenEngine
    now: Callable[[], datetime]
    shelf: Shelf | None = None
    fetcher: PageFetcher | None = None
    longest: int | None = None
    keeps_input: bool = False
    watch: Watch | None = None


def open_jobs(store: Store, tools: Tools, options: WorkerOptions | None = None) -> Jobs:
    """Return the jobs of a migrated store. No worker runs before `start`."""
    records = JobRecords(store.database)
    shelf = tools.shelf or StoreShelf(store, tools.now)
    extraction = Extraction(
        tools.open_engine,
        shelf,
        note_text=records.note_text,
        fetcher=tools.fetcher,
        longest=tools.longest,
        watch=tools.watch,
    )
    worker = Worker(
        records=records,
        workers=WorkerRecords(store.database),
        steps=Steps(extraction, records, now=tools.now, keeps_input=tools.keeps_input),
        address=queue_address(store.database.url),
        now=tools.now,
        options=options or WorkerOptions(),
    )
    return Jobs(records=records, worker=worker, outage=extraction.outage, now=tools.now)
