"""A store on each kind of database."""

from collections.abc import Iterator

import pytest

from timeline.store import Store, open_store


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Return an empty store, ready for use."""
    opened = open_store(database_url)
    opened.migrate()
    yield opened
    opened.close()
