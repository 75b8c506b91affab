"""What is kept and fetched: the store, its keys, its jobs, and pages of the web."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from timeline.engines.engine import Engine
from timeline.settings import Settings
from timeline.wiring.engines import choose_engine
from timeline.wiring.model import open_allowance

if TYPE_CHECKING:
    from timeline.fetching.fetcher import Fetcher
    from timeline.jobs import Jobs, Shelf, Watch
    from timeline.llm.allowance import Allowance
    from timeline.llm.calls import Observer
    from timeline.store import KeyRing, Store


class Shared(NamedTuple):
    """What the jobs share with the rest of the process.

    `calls` is told of every request to a model, as it ended, `extractions` stands around every extraction, and
    `allowance` has the limits and the money; without one, the jobs have those of the settings to themselves, together
    with all others on the store.
    """

    calls: "Observer | None" = None
    extractions: "Watch | None" = None
    allowance: "Allowance | None" = None


def open_jobs(
    settings: Settings,
    store: "Store",
    *,
    now: Callable[[], datetime],
    shelf: "Shelf | None" = None,
    fetcher: "Fetcher | None" = None,
    shared: Shared | None = None,
) -> "Jobs":
    """Return the jobs of a migrated store. No worker runs before their `start`.

    Args:
        settings: Which engines there are, and how many articles are under way at once over all workers.
        store: Where the jobs are, and their timelines too unless there is another shelf.
        now: Wall time in UTC.
        shelf: Where the timelines go, if not to the store. Its jobs are then this process's alone, and the input of
            articles is kept, so that those whose timelines are lost can be done again.
        fetcher: Fetches pages; without it, an article that is only an address fails.
        shared: What others in this process have a part in.
    """
    from timeline.jobs import Pace, Tools, WorkerOptions  # noqa: PLC0415 - DBOS is loaded when there are jobs
    from timeline.jobs import open_jobs as open_with  # noqa: PLC0415 - as above

    calls, watch, given = shared or Shared()
    allowance = given or open_allowance(settings, store if shelf is None else None)

    def open_engine(name: str, model: str | None) -> Engine:
        return choose_engine(name, settings.with_model(model), observer=calls, allowance=allowance)

    tools = Tools(open_engine, now, fetcher=fetcher, longest=settings.max_text, watch=watch)
    if shelf is not None:
        tools = tools._replace(shelf=shelf, longest=None, keeps_input=True)
    return open_with(
        store,
        tools,
        WorkerOptions(Pace(settings.concurrency, settings.requests_per_minute), is_alone=shelf is not None),
    )


def open_store(settings: Settings) -> "Store":
    """Open the store of articles and events. It is not migrated, and nothing is asked of the database yet.

    Raises:
        StoreError: The address is none, or the folder of an SQLite file cannot be made.
    """
    from timeline.store import open_store  # noqa: PLC0415 - sqlalchemy is loaded where a store is wanted

    return open_store(settings.database_url.get_secret_value())


def open_key_ring(store: "Store") -> "KeyRing":
    """Return the API keys that a store holds."""
    from timeline.store import KeyRing  # noqa: PLC0415 - sqlalchemy is loaded where a store is wanted

    return KeyRing(store)


def describe_store(settings: Settings) -> str:
    """Tell where the store is, whether its tables are up to date, and how much it holds, without changing it.

    Raises:
        StoreError: It cannot be had.
    """
    from timeline.store.state import describe  # noqa: PLC0415 - sqlalchemy is loaded where a store is wanted

    with closing(open_store(settings)) as store:
        return describe(store)


def open_fetcher(settings: Settings) -> "Fetcher | None":
    """Return what fetches pages for the service, or None where TIMELINE_FETCH does not allow it."""
    from timeline.fetching.fetcher import Fetcher  # noqa: PLC0415 - only a service that fetches needs it

    return Fetcher() if settings.fetch else None
