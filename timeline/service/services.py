"""What the routes work with: opened once for an application, handed to every router."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from timeline.service.clock import utc_now
from timeline.service.engines import Engines
from timeline.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Services:
    """Everything that a router may need. `now` is wall time in UTC."""

    settings: Settings
    engines: Engines
    now: Callable[[], datetime] = utc_now

    async def aclose(self) -> None:
        """Let go of everything, after the last request."""
        await self.engines.aclose()


def open_services(settings: Settings) -> Services:
    """Open what `settings` ask for. Nothing is sent or read yet.

    Raises:
        ConfigurationError: A setting is wrong.
    """
    return Services(settings=settings, engines=Engines(settings))
