"""What the routes work with: opened once for an application, handed to every router."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from timeline.service.clock import utc_now
from timeline.service.extraction.engines import Engines
from timeline.settings import Settings
from timeline.store import Store
from timeline.wiring import open_store


@dataclass(frozen=True, kw_only=True)
class Services:
    """Everything that a router may need. `now` is wall time in UTC."""

    settings: Settings
    store: Store
    engines: Engines
    now: Callable[[], datetime] = utc_now

    def start(self) -> None:
        """Bring the store's tables up to date, before the first request.

        Raises:
            StoreError: The store cannot be had.
        """
        self.store.migrate()

    async def aclose(self) -> None:
        """Let go of everything, after the last request."""
        await self.engines.aclose()
        self.store.close()


def open_services(settings: Settings) -> Services:
    """Open what `settings` ask for. Nothing is sent or read yet.

    Raises:
        ConfigurationError: A setting is wrong.
        StoreError: The store cannot be had.
    """
    return Services(settings=settings, store=open_store(settings), engines=Engines(settings))
