"""The service on each kind of database."""

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from tests.service.conftest import ARTICLE, SECOND
from timeline.service import create_app
from timeline.settings import Settings


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(ARTICLE, id="plain"),
        pytest.param({**SECOND, "title": "Ünïcode ✓ 漢字 \U0001f30d"}, id="far characters"),
        pytest.param({**ARTICLE, "text": ARTICLE["text"] + "\0\x01\ufffe"}, id="odd characters in the text"),
        pytest.param({**ARTICLE, "title": "a\0b", "source": "c\0d"}, id="odd characters beside it"),
    ],
)
def test_what_is_taken_is_kept_and_given_back(database_url: str, article: dict[str, str]) -> None:
    """Whatever characters it holds."""
    settings = Settings(database_url=SecretStr(database_url))
    with TestClient(create_app(settings), base_url="http://localhost", raise_server_exceptions=False) as client:
        sent = client.post("/v1/extract", json=article)
        assert sent.status_code == 200
        where = f"/v1/articles/{sent.json()['article']['id']}"
        assert client.get(f"{where}/timeline").content == sent.content
        assert client.get(where).json()["text"] == article["text"]
        assert client.get("/v1/timeline").json()["events"]
        assert client.delete(where).status_code == 204
