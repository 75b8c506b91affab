"""Who may use the API."""

import time
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import ARTICLE, NOON, OpenClient
from tests.waiting import wait_until
from timeline.service.guard.openness import REMEMBERED
from timeline.service.guard.rates import RateLimit
from timeline.store import ApiKey, KeyRing, open_store


@pytest.mark.parametrize("header", ["Authorization", "X-API-Key"])
def test_a_key_opens_the_api(client: TestClient, secret: str, header: str) -> None:
    """In either header."""
    value = f"Bearer {secret}" if header == "Authorization" else secret
    assert client.get("/v1/timeline", headers={header: value}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="none"),
        pytest.param({"X-API-Key": "tlk_0_wrong"}, id="wrong"),
        pytest.param({"Authorization": "Basic dGxrOng="}, id="another scheme"),
        pytest.param({"Authorization": "Bearer "}, id="empty"),
    ],
)
@pytest.mark.usefixtures("secret")
def test_without_a_valid_key_nothing_is_let_through(client: TestClient, headers: dict[str, str]) -> None:
    """The answer says how to show one."""
    response = client.post("/v1/extract", json=ARTICLE, headers=headers)
    assert (response.status_code, response.json()["type"]) == (401, "/problems/key-required")
    assert response.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.usefixtures("secret")
def test_who_has_no_key_is_not_read(open_client: OpenClient) -> None:
    """The key is looked at before the body."""
    response = open_client(max_body=10).post("/v1/extract", content=b"{" * 100)
    assert response.status_code == 401


@pytest.mark.usefixtures("secret")
def test_what_watches_the_service_wants_no_key(client: TestClient) -> None:
    """Nor does what explains it."""
    assert [client.get(path).status_code for path in ("/healthz", "/openapi.json", "/docs")] == [200] * 3


def test_a_revoked_key_closes_the_api_for_good(client: TestClient, secret: str, store_url: str) -> None:
    """A store whose only key is revoked does not become open to all."""
    headers = {"X-API-Key": secret}
    assert client.get("/v1/timeline", headers=headers).status_code == 200
    store = open_store(store_url)
    KeyRing(store).revoke("newsroom", at=NOON + timedelta(hours=1))
    store.close()
    assert client.get("/v1/timeline", headers=headers).status_code == 401
    assert client.get("/v1/timeline").status_code == 401


def test_a_key_made_while_the_server_runs_closes_it(client: TestClient, store_url: str) -> None:
    """No restart is needed, and it takes no longer than an answer is remembered."""
    assert client.get("/v1/timeline").status_code == 200
    store = open_store(store_url)
    KeyRing(store).create("late", at=NOON)
    store.close()
    made = time.monotonic()
    wait_until(lambda: client.get("/v1/timeline").status_code == 401)
    assert time.monotonic() - made < REMEMBERED + 1


def test_too_many_requests_have_to_wait(open_client: OpenClient) -> None:
    """As long as the answer says; what is not the API is not counted."""
    client = open_client(rate=2)
    assert [client.get("/v1/timeline").status_code for _ in range(2)] == [200, 200]
    refused = client.get("/v1/timeline")
    assert (refused.status_code, refused.json()["type"]) == (429, "/problems/too-many-requests")
    assert 1 <= int(refused.headers["retry-after"]) <= 30
    assert client.get("/healthz").status_code == 200


def test_each_key_has_its_own_rate(open_client: OpenClient, secret: str, store_url: str) -> None:
    """One client does not use up another's."""
    store = open_store(store_url)
    other = KeyRing(store).create("archive", at=NOON).secret
    store.close()
    client = open_client(rate=1)
    statuses = [client.get("/v1/timeline", headers={"X-API-Key": key}).status_code for key in (secret, secret, other)]
    assert statuses == [200, 429, 200]


def _asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every key that the store is asked about."""
    asked: list[str] = []
    check = KeyRing.check

    def noting(ring: KeyRing, secret: str) -> ApiKey | None:
        asked.append(secret)
        return check(ring, secret)

    monkeypatch.setattr(KeyRing, "check", noting)
    return asked


@pytest.mark.parametrize("path", ["/v1/timeline", "/", "/?about=silva", "/articles/none"])
def test_guesses_at_keys_are_counted_by_address(
    open_client: OpenClient, secret: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They use up the address's requests before the store is asked, and no request of a key that was valid before."""
    client = open_client(rate=3)
    asked = _asked(monkeypatch)
    assert client.get("/v1/timeline", headers={"X-API-Key": secret}).status_code == 200
    guesses = [f"tlk_{n:012x}_{'x' * 43}" for n in range(5)]
    statuses = [client.get(path, headers={"X-API-Key": guess}).status_code for guess in guesses]
    assert statuses == [401, 401, 401, 429, 429]
    assert asked == [secret, *guesses[:3]]
    assert client.get("/v1/timeline", headers={"X-API-Key": secret}).status_code == 200


def test_a_new_key_costs_its_address_nothing(open_client: OpenClient, secret: str) -> None:
    """Once the store has told that it is valid, the request is the key's own."""
    client = open_client(rate=1)
    assert client.get("/v1/timeline", headers={"X-API-Key": secret}).status_code == 200
    assert client.get("/v1/timeline").status_code == 401
    assert client.get("/v1/timeline").status_code == 429


def test_a_key_that_was_revoked_counts_for_its_address(open_client: OpenClient, secret: str, store_url: str) -> None:
    """From the first time that it is refused."""
    client = open_client(rate=2)
    headers = {"X-API-Key": secret}
    assert client.get("/v1/timeline", headers=headers).status_code == 200
    store = open_store(store_url)
    KeyRing(store).revoke("newsroom", at=NOON + timedelta(hours=1))
    store.close()
    assert [client.get("/v1/timeline", headers=headers).status_code for _ in range(4)] == [401, 401, 401, 429]


def test_a_crowd_of_keys_is_forgotten(
    open_client: OpenClient, secret: str, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that was forgotten is let in anew."""
    monkeypatch.setattr("timeline.service.guard.admission._MOST_SEEN", 1)
    store = open_store(store_url)
    other = KeyRing(store).create("archive", at=NOON).secret
    store.close()
    client = open_client(rate=10)
    for key in (secret, other, secret):
        assert client.get("/v1/timeline", headers={"X-API-Key": key}).status_code == 200


def test_tokens_come_back_with_time() -> None:
    """One after its share of the minute, and never more than the minute's number."""
    now = [0.0]
    limit = RateLimit(6, clock=lambda: now[0])
    assert [limit.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    now[0] = 10.0
    assert [limit.wait("a"), limit.wait("a")] == [0, 10]
    now[0] = 1000.0
    assert [limit.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]


def test_a_crowd_of_clients_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting takes bounded memory: who was quiet longest is forgotten first."""
    monkeypatch.setattr("timeline.service.guard.rates._MOST_CLIENTS", 2)
    limit = RateLimit(1, clock=lambda: 0.0)
    assert [limit.wait(client) for client in ("a", "b", "b", "c", "a")] == [0, 0, 60, 0, 0]


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
def test_an_open_service_answers_to_this_machines_names(client: TestClient, host: str) -> None:
    """The names and addresses of loopback, with and without a port."""
    assert client.get("/v1/articles", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/v1/articles", "/docs"])
@pytest.mark.parametrize("host", ["rebound.example", "rebound.example:8000", "127.0.0.1.rebound.example", ""])
def test_an_open_service_answers_to_no_name_of_another_site(client: TestClient, path: str, host: str) -> None:
    """A site that lets its name resolve to this machine reads nothing; the problem says what to do."""
    response = client.get(path, headers={"Host": host})
    assert response.status_code == 421
    assert response.json()["type"] == "/problems/misdirected"
    assert "timeline keys create" in response.json()["detail"]


def test_requests_under_a_name_of_another_site_are_counted(open_client: OpenClient) -> None:
    """Like all others of their address, and without asking the store for each."""
    client = open_client(rate=2)
    statuses = [client.get("/v1/articles", headers={"Host": "rebound.example"}).status_code for _ in range(4)]
    assert statuses == [421, 421, 429, 429]
    assert client.get("/v1/articles").status_code == 429


@pytest.mark.usefixtures("secret")
def test_a_name_counts_no_request_of_a_service_with_keys(open_client: OpenClient) -> None:
    """Its own name is another than this machine's."""
    client = open_client(rate=2)
    statuses = [client.get("/v1/articles", headers={"Host": "news.example"}).status_code for _ in range(3)]
    assert statuses == [401, 401, 429]


def test_a_service_with_keys_answers_to_every_name(client: TestClient, secret: str) -> None:
    """Who shows a key may come under any name."""
    headers = {"Host": "news.example", "Authorization": f"Bearer {secret}"}
    assert client.get("/v1/articles", headers=headers).status_code == 200


def test_what_watches_the_service_may_come_under_any_name(client: TestClient) -> None:
    """A health check says nothing of what is stored."""
    assert client.get("/healthz", headers={"Host": "10.0.0.7:8000"}).status_code == 200
