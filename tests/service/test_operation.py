"""What whoever watches the process is told."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from tests.llm.provider import Behaviour, Provider, fails, says
from tests.waiting import wait_until
from timeline.domain.timeline import Usage
from timeline.errors import StoreError
from timeline.llm.calls import Call
from timeline.logs import JsonLine
from timeline.service.app import assemble
from timeline.service.metrics import Metrics
from timeline.service.readiness import Readiness
from timeline.service.services import Services, open_services
from timeline.settings import Settings
from timeline.store import KeyRing
from timeline.store.jobs import JobRecords

ARTICLE = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20"}


@contextmanager
def serving(services: Services) -> Iterator[TestClient]:
    """Serve with `services`."""
    with TestClient(assemble(services), base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


def metrics_of(client: TestClient) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """Return every sample of `/metrics`, by name and labels."""
    response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def test_a_service_without_a_model_is_ready(client: TestClient) -> None:
    """Its store answers, and that is all it needs."""
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        200,
        {"status": "ready", "store": "ok", "jobs": "ok", "model": "none"},
    )


@pytest.mark.parametrize(
    ("behaviour", "status", "told"),
    [
        pytest.param(says("{}"), 200, "", id="it answers"),
        pytest.param(fails(404), 200, "", id="it lists no models"),
        pytest.param(fails(429), 200, "", id="it has much to do"),
        pytest.param(fails(501), 200, "", id="it knows no lists"),
        pytest.param(fails(401), 503, "refused the key", id="a wrong key"),
        pytest.param(fails(500), 503, "500", id="it fails"),
    ],
)
def test_a_model_has_to_be_there(settings: Settings, behaviour: Behaviour, status: int, told: str) -> None:
    """Its provider is asked for a sign of life that costs nothing, and the problem says what fails."""
    with Provider([behaviour]) as provider:
        asking = settings.model_copy(update={"base_url": provider.url, "api_key": SecretStr("sk-very-secret")})
        with serving(open_services(asking)) as client:
            response = client.get("/readyz")
    assert response.status_code == status
    assert told in response.json().get("detail", "")
    assert "sk-very-secret" not in response.text


def test_a_model_that_is_gone_is_told(settings: Settings) -> None:
    """A connection that fails is one to mend."""
    with Provider([]) as provider:
        gone = settings.model_copy(update={"base_url": provider.url})
    with serving(open_services(gone)) as client:
        response = client.get("/readyz")
    assert (response.status_code, response.json()["type"]) == (503, "/problems/not-ready")
    assert "cannot reach" in response.json()["detail"]
    assert int(response.headers["retry-after"]) > 0


class _CountingDoor:
    def __init__(self) -> None:
        self.asked = 0

    async def greet(self, *, timeout: float) -> None:  # noqa: ARG002 - the seam has it
        self.asked += 1

    async def aclose(self) -> None:
        pass


def test_a_provider_is_asked_rarely(settings: Settings) -> None:
    """Its answer holds for ten seconds."""
    services, door, now = open_services(settings), _CountingDoor(), [100.0]
    services = replace(
        services, readiness=Readiness(services.store, door, has_trouble=lambda: False, clock=lambda: now[0])
    )
    with serving(services) as client:
        for _ in range(3):
            assert client.get("/readyz").json()["model"] == "ok"
        assert door.asked == 1
        now[0] += 10
        client.get("/readyz")
        assert door.asked == 2


def test_a_store_that_is_gone_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is alive all the same, and the reason stays in the log."""
    services = open_services(settings)

    def fail() -> bool:
        raise StoreError("no database at secret-host")

    with serving(services) as client:
        monkeypatch.setattr(services.store, "is_current", fail)
        response = client.get("/readyz")
        assert (response.status_code, response.json()["detail"]) == (503, "the store cannot be had")
        assert client.get("/healthz").status_code == 200


def test_jobs_that_no_one_works_on_are_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without the words of the error, which may be of any library; when the work goes on, that is told too."""

    def fail(_: JobRecords) -> bool:
        raise RuntimeError(ARTICLE["text"])

    with serving(open_services(settings)) as client:
        with monkeypatch.context() as failing:
            failing.setattr(JobRecords, "has_open", fail)
            wait_until(lambda: client.get("/readyz").status_code == 503, seconds=30)
            problem = client.get("/readyz").json()
        assert problem["detail"] == "no job is worked on now; the log has the cause"
        wait_until(lambda: client.get("/readyz").status_code == 200, seconds=30)
    told = [JsonLine().format(record) for record in caplog.records if record.name == "timeline.jobs.worker"]
    assert told
    assert all("RuntimeError" in line and "Silva" not in line for line in told)


def test_requests_and_extractions_are_counted(client: TestClient) -> None:
    """By route, and not by what a client makes up."""
    client.post("/v1/extract", json=ARTICLE)
    client.post("/v1/extract", json={**ARTICLE, "engine": "llm"})
    client.get(f"/v1/articles/sha256:{64 * '0'}")
    client.get("/made/up/1")
    client.request("MADEUP", "/made/up/2")
    samples = metrics_of(client)

    def of(name: str, **labels: str) -> float | None:
        return samples.get((name, frozenset(labels.items())))

    assert of("timeline_http_requests_total", method="POST", route="/v1/extract", status="200") == 1
    assert of("timeline_http_requests_total", method="POST", route="/v1/extract", status="422") == 1
    assert of("timeline_http_request_seconds_count", method="POST", route="/v1/extract") == 2
    assert of("timeline_extractions_total", engine="rules", result="whole") == 1
    assert of("timeline_records_total", engine="rules", outcome="accepted") == 1
    assert of("timeline_http_requests_in_flight") == 1
    routes = {dict(labels)["route"] for name, labels in samples if name == "timeline_http_requests_total"}
    assert routes == {"/v1/extract", "/v1/articles/{article_id}", "(none)"}


def test_an_extraction_that_is_lost_is_counted(settings: Settings) -> None:
    """Under the name of its error, and the requests to the model with it."""
    with Provider([fails(401)]) as provider:
        asking = settings.model_copy(update={"base_url": provider.url, "cache_dir": Path("/nonexistent/cache")})
        with serving(open_services(asking)) as client:
            assert client.post("/v1/extract", json=ARTICLE).status_code == 502
            samples = metrics_of(client)
    named = {(name, *sorted(dict(labels).values())): value for (name, labels), value in samples.items()}
    assert named["timeline_model_requests_total", "AccessError", "gpt-5-mini"] == 1
    lost = {name: value for name, value in named.items() if name[0] == "timeline_extractions_total"}
    assert list(lost.values()) == [1]


def test_tokens_cost_and_retries_are_counted() -> None:
    """What a request took, also where its price is not known."""
    metrics = Metrics()
    metrics.count_call(Call("tiny", 0.2, is_retry=False, usage=Usage(input=5), error="TransientError"))
    metrics.count_call(Call("tiny", 0.3, is_retry=True, usage=Usage(input=10, cached=4, output=3, cost_usd=0.5)))
    text = metrics.exposition().decode()
    for line in (
        'timeline_model_requests_total{model="tiny",result="TransientError"} 1.0',
        'timeline_model_requests_total{model="tiny",result="ok"} 1.0',
        'timeline_model_retries_total{model="tiny"} 1.0',
        'timeline_model_tokens_total{kind="input",model="tiny"} 15.0',
        'timeline_model_tokens_total{kind="cached",model="tiny"} 4.0',
        'timeline_model_tokens_total{kind="output",model="tiny"} 3.0',
        'timeline_model_cost_usd_total{model="tiny"} 0.5',
    ):
        assert line in text.splitlines()


def test_the_queue_is_told_as_it_is() -> None:
    """Whoever asks for the metrics asks for its depth."""
    metrics, depth = Metrics(), {"queued": 3, "running": 1}
    metrics.watch_queue(lambda: depth)
    assert 'timeline_queue_articles{state="queued"} 3.0' in metrics.exposition().decode()
    depth["queued"] = 0
    assert 'timeline_queue_articles{state="queued"} 0.0' in metrics.exposition().decode()


def test_the_metrics_outlive_the_store() -> None:
    """The queue is left out where nobody knows how long it is."""
    metrics = Metrics()

    def fail() -> dict[str, int]:
        raise StoreError("no database")

    metrics.watch_queue(fail)
    text = metrics.exposition().decode()
    assert "timeline_queue_articles" not in text
    assert "timeline_build_info" in text


def test_two_applications_count_apart(client: TestClient, settings: Settings) -> None:
    """Each has a registry of its own."""
    with serving(open_services(settings)) as other:
        client.post("/v1/extract", json=ARTICLE)
        assert not any(name == "timeline_extractions_total" for name, _ in metrics_of(other))


Logged = Callable[[], list[logging.LogRecord]]


@pytest.mark.parametrize(
    ("method", "path", "status", "level"),
    [
        pytest.param("GET", "/v1/articles/sha256:0?x=secret", 422, "INFO", id="an answer"),
        pytest.param("GET", "/readyz", 503, "ERROR", id="a failure"),
    ],
)
def test_every_request_is_logged(
    settings: Settings, caplog: pytest.LogCaptureFixture, method: str, path: str, status: int, level: str
) -> None:
    """Without its query."""
    caplog.set_level(logging.INFO, "timeline")
    with Provider([]) as provider:
        gone = settings.model_copy(update={"base_url": provider.url})
    with serving(open_services(gone)) as client:
        assert client.request(method, path).status_code == status
    (record,) = [one for one in caplog.records if one.getMessage() == "request"]
    fields = dict(record.__dict__["fields"])
    assert (record.levelname, fields["method"], fields["path"], fields["status"]) == (
        level, method, path.partition("?")[0], status
    )  # fmt: skip
    assert fields["ms"] > 0


def test_signs_of_life_are_not_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """They are asked for every few seconds."""
    caplog.set_level(logging.INFO, "timeline")
    for path in ("/healthz", "/readyz", "/metrics"):
        assert client.get(path).status_code == 200
    assert [one.getMessage() for one in caplog.records if one.name.startswith("timeline.")] == []


def test_the_key_of_a_request_is_logged_by_its_id(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """And never by its secret."""
    caplog.set_level(logging.INFO, "timeline")
    services = open_services(settings)
    with serving(services) as client:
        made = KeyRing(services.store).create("desk", at=services.now())
        assert client.post("/v1/extract", json=ARTICLE, headers={"X-API-Key": made.secret}).status_code == 200
        assert client.post("/v1/extract", json=ARTICLE).status_code == 401
    told = [one.__dict__["fields"]["key"] for one in caplog.records if one.getMessage() == "request"]
    assert told == [made.key.id, None]
    assert made.secret not in caplog.text
