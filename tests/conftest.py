"""What every test starts from: no network beyond loopback, no settings of the machine, a database on request."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Server, new_database, running_server

_OURS = ("TIMELINE_", "OPENAI_")


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide keys and endpoints, so that no test can reach a model by accident."""
    for name in list(os.environ):
        if name.startswith(_OURS):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Start the one PostgreSQL of this session."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """Return the address of an empty PostgreSQL database; mark the test `postgres`."""
    with new_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url
