"""Whether the service could do its work now: the store has its tables, the provider is there, jobs are worked on."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final, Protocol

from timeline.errors import ModelError, StoreError
from timeline.store import Store

_LOG = logging.getLogger(__name__)
_SECONDS: Final = 5.0
_KEPT_SECONDS: Final = 10.0
"""So long a provider's answer holds: whoever watches asks often, and a provider counts requests."""


class Door(Protocol):
    """What can be asked whether a provider is there, without being paid for it."""

    async def greet(self, *, timeout: float) -> None:
        """Ask.

        Raises:
            ModelError: It is not there, or does not take the key.
        """
        ...

    async def aclose(self) -> None:
        """Let go of it."""
        ...


class Readiness:
    """Looks at the parts of the service.

    Args:
        store: The store.
        door: Asks the model's provider; None where no model is configured.
        has_trouble: Says whether the worker at the jobs cannot work now.
        clock: Seconds, monotonic.
    """

    def __init__(
        self, store: Store, door: Door | None, *, has_trouble: Callable[[], bool], clock: Callable[[], float]
    ) -> None:
        self._store = store
        self._door = door
        self._has_trouble = has_trouble
        self._clock = clock
        self._asking = asyncio.Lock()
        self._model_fault: str | None = None
        self._known_until = clock()

    @property
    def has_model(self) -> bool:
        """Say whether a model is configured."""
        return self._door is not None

    async def faults(self) -> tuple[str, ...]:
        """Return what is amiss, in words; nothing where all is well."""
        found = await asyncio.gather(self._fault_of_store(), self._fault_of_model())
        return tuple(fault for fault in (*found, self._fault_of_jobs()) if fault)

    async def aclose(self) -> None:
        """Let go of the provider."""
        if self._door is not None:
            await self._door.aclose()

    async def _fault_of_store(self) -> str | None:
        try:
            async with asyncio.timeout(_SECONDS):
                is_current = await asyncio.to_thread(self._store.is_current)
        except StoreError as error:
            _LOG.warning("store cannot be had", extra={"fields": {"reason": str(error)}})
            return "the store cannot be had"
        except TimeoutError:
            return f"the store did not answer within {_SECONDS:g} s"
        return None if is_current else "the store has the tables of another version; restart the service"

    def _fault_of_jobs(self) -> str | None:
        """Leave the cause to the log, where it was told: it may be of any library."""
        return "no job is worked on now; the log has the cause" if self._has_trouble() else None

    async def _fault_of_model(self) -> str | None:
        if self._door is None:
            return None
        async with self._asking:
            if self._clock() >= self._known_until:
                self._model_fault = await _fault_of(self._door)
                self._known_until = self._clock() + _KEPT_SECONDS
            return self._model_fault


async def _fault_of(door: Door) -> str | None:
    try:
        await door.greet(timeout=_SECONDS)
    except ModelError as error:
        return f"the model cannot be had: {error}"
    return None
