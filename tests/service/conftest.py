"""What every test of the service starts from: a store of its own, and clients of the application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from timeline.service import create_app
from timeline.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings without a model, and with a store that is the test's own."""
    return Settings(database_url=SecretStr(f"sqlite:///{tmp_path / 'timeline.db'}"))


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """A client of the application without a model."""
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client
