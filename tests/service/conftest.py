"""What every test of the service starts from: a store of its own, and clients of the application."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from tests.service.served import Serve, Server
from timeline.service.app import assemble
from timeline.service.services import open_services
from timeline.settings import Settings
from timeline.store import KeyRing, open_store

OpenClient = Callable[..., TestClient]
NOON = datetime(2024, 5, 20, 12, tzinfo=UTC)
ARTICLE = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20"}
SECOND = {"text": "Maria Costa will visit Lima on June 3. She resigned on Monday.", "published": "2024-05-21"}


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    """The address of a store that is the test's own."""
    return f"sqlite:///{tmp_path / 'timeline.db'}"


@pytest.fixture
def settings(store_url: str) -> Settings:
    """Settings without a model, with a store that is the test's own, and in one process."""
    return Settings(database_url=SecretStr(store_url), processes=0)


@pytest.fixture
def open_client(settings: Settings) -> Iterator[OpenClient]:
    """Make a client of the application under settings of the test's choice; all are closed at the end."""
    with ExitStack() as opened:

        def make(*, address: str = "127.0.0.1", **chosen: Any) -> TestClient:  # noqa: ANN401 - any setting
            app = assemble(open_services(settings.model_copy(update=chosen)))
            return opened.enter_context(
                TestClient(app, base_url="http://localhost", raise_server_exceptions=False, client=(address, 50000))
            )

        yield make


@pytest.fixture
def client(open_client: OpenClient) -> TestClient:
    """A client of the application without a model."""
    return open_client()


@pytest.fixture
def secret(store_url: str) -> str:
    """The secret of an API key that is in the store."""
    store = open_store(store_url)
    store.migrate()
    made = KeyRing(store).create("newsroom", at=NOON)
    store.close()
    return made.secret


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Return a function that starts a server with settings."""
    started: list[Server] = []

    def start(env: dict[str, str] | None = None, *arguments: str) -> Server:
        own = {
            "TIMELINE_DATABASE_URL": f"sqlite:///{tmp_path / 'timeline.db'}",
            "TIMELINE_CACHE_DIR": str(tmp_path / "cache"),
            "TIMELINE_LOG": "json",
        }
        for name, value in {**own, **(env or {})}.items():
            monkeypatch.setenv(name, value)
        started.append(Server(tmp_path, *arguments))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.process.kill()
            server.end()
