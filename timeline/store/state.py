"""What can be told of a store without changing it."""

from timeline.store.address import file_of
from timeline.store.store import Store


def describe(store: Store) -> str:
    """Tell where a store is, whether its tables are up to date, and how much it holds.

    Raises:
        StoreError: It cannot be had.
    """
    database = store.database
    if database.is_sqlite and not file_of(database.url).exists():
        return f"the store {store.name} is not there yet; `timeline serve` makes it"
    held = store.holdings()
    if not held.is_current:
        return f"the store {store.name} is not up to date; `timeline store migrate` brings it there"
    return (
        f"the store {store.name} is up to date: {held.articles} articles, {held.versions} versions of their timelines, "
        f"{held.events} events"
    )
