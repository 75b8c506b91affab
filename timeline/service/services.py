"""What the routes work with: opened once for an application, handed to every router."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from timeline.fetching.fetcher import Fetcher
from timeline.jobs import Jobs
from timeline.llm.allowance import Allowance
from timeline.service.clock import utc_now
from timeline.service.extraction.engines import Engines
from timeline.service.guard.admission import Admission
from timeline.service.guard.openness import Openness
from timeline.service.metrics import Metrics
from timeline.service.readiness import Readiness
from timeline.settings import Settings
from timeline.store import KeyRing, Store
from timeline.wiring import Shared, open_allowance, open_door, open_fetcher, open_jobs, open_store


@dataclass(frozen=True, kw_only=True)
class Services:
    """Everything that a router may need. `fetcher` is None where no URL is fetched, `now` is wall time in UTC."""

    settings: Settings
    store: Store
    engines: Engines
    fetcher: Fetcher | None
    metrics: Metrics
    readiness: Readiness
    jobs: Jobs
    openness: Openness
    admission: Admission
    now: Callable[[], datetime] = utc_now

    def start(self) -> None:
        """Bring the store's tables up to date, before the first request.

        Raises:
            StoreError: The store cannot be had.
        """
        self.store.migrate()
        self.jobs.start()

    async def aclose(self) -> None:
        """Let go of everything, after the last request: articles of jobs end in time or are handed back."""
        await asyncio.to_thread(self.jobs.stop, grace=self.settings.grace)
        await self.engines.aclose()
        await self.readiness.aclose()
        self.store.close()


def open_services(settings: Settings, allowance: Allowance | None = None) -> Services:
    """Open what `settings` ask for. Nothing is sent or read yet.

    Args:
        settings: What to serve by.
        allowance: What models may still be asked, where this process has asked before; else a new one is opened.

    Raises:
        ConfigurationError: A setting is wrong.
        StoreError: The store cannot be had.
    """
    store, metrics, fetcher = open_store(settings), Metrics(), open_fetcher(settings)
    allowance = allowance or open_allowance(settings, store)
    shared = Shared(metrics.count_call, metrics.extraction, allowance)
    jobs = open_jobs(settings, store, now=utc_now, fetcher=fetcher, shared=shared)
    keys = KeyRing(store)
    openness = Openness(keys, clock=time.monotonic)
    metrics.watch_queue(lambda: jobs.depth().model_dump())
    return Services(
        settings=settings,
        store=store,
        engines=Engines(settings, observer=metrics.count_call, allowance=allowance),
        fetcher=fetcher,
        metrics=metrics,
        readiness=Readiness(
            store, open_door(settings), has_trouble=lambda: jobs.trouble is not None, clock=time.monotonic
        ),
        jobs=jobs,
        openness=openness,
        admission=Admission(keys, openness, per_minute=settings.rate, clock=time.monotonic),
    )
