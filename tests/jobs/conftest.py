"""Stores that are set up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.store import Store, open_store


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Return a migrated store, of each kind in turn."""
    yield from _migrated(database_url)


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """Return a migrated store in a file."""
    yield from _migrated(f"sqlite:///{tmp_path / 'store.db'}")


def _migrated(url: str) -> Iterator[Store]:
    opened = open_store(url)
    opened.migrate()
    yield opened
    opened.close()
