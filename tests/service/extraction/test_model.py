"""`POST /v1/extract` with a model: what a provider does, as a client of the service sees it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from tests.engines.llm.replies import item, reply
from tests.llm.provider import Behaviour, Provider, fails, says
from tests.service.conftest import OpenClient
from tests.service.extraction.test_stream import messages

ARTICLE = {"text": "Ada Brandt met Ivo Castell in Port Amsel on Friday.", "published": "2024-05-20", "engine": "llm"}
MEETING = reply(item(ev=[1], when="t1"))

OpenModelClient = Callable[[Provider], TestClient]


@pytest.fixture
def open_model_client(open_client: OpenClient, tmp_path: Path) -> OpenModelClient:
    """Make a client of the application that asks a provider, once."""

    def make(provider: Provider) -> TestClient:
        key, cache = SecretStr("secret"), tmp_path / "cache"
        return open_client(base_url=provider.url, api_key=key, cache_dir=cache, attempts=1, coverage=False)

    return make


def test_a_models_records_are_proved_and_kept(open_model_client: OpenModelClient) -> None:
    """With the model's name."""
    with Provider([says(MEETING)]) as provider:
        client = open_model_client(provider)
        timeline = client.post("/v1/extract", json=ARTICLE).json()
        assert [event["title"] for event in timeline["events"]] == ["Brandt meets Castell in Port Amsel"]
        [listed] = client.get("/v1/articles").json()["articles"]
    assert listed["current"]["engine"] == timeline["provenance"]["engine"] == "llm"


def test_two_engines_are_two_versions(open_model_client: OpenModelClient) -> None:
    """The last one is current."""
    with Provider([says(MEETING)]) as provider:
        client = open_model_client(provider)
        for engine in ("llm", "rules"):
            client.post("/v1/extract", json={**ARTICLE, "engine": engine}).raise_for_status()
        [listed] = client.get("/v1/articles").json()["articles"]
    assert (listed["versions"], listed["current"]["engine"]) == (2, "rules")


def test_part_of_the_work_is_a_success_that_says_so(open_model_client: OpenModelClient) -> None:
    """What was got is kept, what was lost is told."""
    with Provider([says(None, finish="content_filter")]) as provider:
        response = open_model_client(provider).post("/v1/extract", json=ARTICLE)
    assert response.status_code == 200
    assert [failure["kind"] for failure in response.json()["failures"]] == ["content_filter"]


@pytest.mark.parametrize(
    ("behaviour", "status", "name"),
    [
        pytest.param(fails(401), 502, "model-failed", id="wrong key"),
        pytest.param(fails(500), 502, "model-failed", id="its fault"),
        pytest.param(fails(429), 503, "model-busy", id="too many requests"),
        pytest.param(fails(504), 504, "too-slow", id="its gateway"),
    ],
)
def test_a_model_that_cannot_be_had_is_a_problem(
    open_model_client: OpenModelClient, behaviour: Behaviour, status: int, name: str
) -> None:
    """At once or at the end of the stream, and nothing is kept."""
    with Provider([behaviour]) as provider:
        client = open_model_client(provider)
        response = client.post("/v1/extract", json=ARTICLE)
        streamed = client.post("/v1/extract", json=ARTICLE, headers={"Accept": "text/event-stream"})
        assert client.get("/v1/articles").json()["articles"] == []
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{name}")
    last = messages(streamed.text)[-1]
    assert (last.name, f'"/problems/{name}"' in last.data) == ("problem", True)
