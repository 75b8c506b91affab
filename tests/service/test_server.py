"""What `timeline serve` says when it starts, and whom it serves."""

import json
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.llm.provider import Behaviour, Provider, fails, says, sends
from tests.service.served import ARTICLE, BOUND, EVENTS, Asking, Serve, is_open
from timeline.store import KeyRing, open_store


@pytest.mark.parametrize(
    ("believed", "statuses"),
    [
        pytest.param("", [200, 200, 429], id="nobody"),
        pytest.param("127.0.0.1", [200, 200, 200], id="the proxy"),
        pytest.param("10.0.0.0/8, 192.168.0.1", [200, 200, 429], id="other proxies"),
    ],
)
def test_a_client_gets_no_rate_by_another_address(serve: Serve, believed: str, statuses: list[int]) -> None:
    """Unless a proxy that is believed writes the address down."""
    server = serve({"TIMELINE_RATE": "2", "TIMELINE_FORWARDED_ALLOW_IPS": believed, "FORWARDED_ALLOW_IPS": "*"})
    asked = [{"X-Forwarded-For": f"192.0.2.{number}"} for number in range(3)]
    with httpx2.Client(base_url=server.url, trust_env=False, timeout=BOUND) as client:
        assert [client.get("/v1/timeline", headers=headers).status_code for headers in asked] == statuses
    assert server.stop() == 0


def test_what_the_reader_of_pages_says_is_not_in_the_log(serve: Serve) -> None:
    """Trafilatura warns of a page without an article, in words that may be the page's."""
    server = serve()
    body = {"html": "<html><body></body></html>", "published": "2024-05-20"}
    answer = httpx2.post(f"{server.url}/v1/extract", json=body, timeout=BOUND, trust_env=False)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unusable-document")
    assert server.stop() == 0
    logged = [json.loads(line) for line in server.lines if line.startswith("{")]
    assert [line["logger"] for line in logged] == ["timeline.service.logs"]


def test_a_server_says_what_it_uses(serve: Serve) -> None:
    """Where it listens, and with what; the log is of JSON, and each line of a request has its id."""
    server = serve()
    response = httpx2.post(
        f"{server.url}/v1/extract", json=ARTICLE, headers={"X-Request-ID": "r-1"}, timeout=BOUND, trust_env=False
    )
    assert (response.status_code, response.headers["x-request-id"], "server" in response.headers) == (200, "r-1", False)
    assert server.stop() == 0
    said = "\n".join(server.lines)
    for part in ("engine: rules", "store: sqlite:///", "URLs: not fetched", "API keys: none"):
        assert part in said
    logged: list[dict[str, Any]] = [json.loads(line) for line in server.lines if line.startswith("{")]
    assert [(line["event"], line["path"], line["status"], line["request_id"]) for line in logged] == [
        ("request", "/v1/extract", 200, "r-1")
    ]
    assert "Silva" not in said


def test_a_server_whose_keys_are_all_revoked_says_that_it_is_closed(serve: Serve, tmp_path: Path) -> None:
    """It serves nobody, this machine included."""
    store = open_store(f"sqlite:///{tmp_path / 'timeline.db'}")
    store.migrate()
    at = datetime(2024, 5, 20, 12, tzinfo=UTC)
    KeyRing(store).revoke(KeyRing(store).create("desk", at=at).key.id, at=at)
    store.close()
    server = serve()
    assert httpx2.get(f"{server.url}/v1/articles", timeout=BOUND, trust_env=False).status_code == 401
    assert server.stop() == 0
    [said] = [line for line in server.lines if "API keys" in line]
    assert "every one is revoked: nobody is served" in said
    assert "timeline keys create" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104 - refused
def test_no_other_machine_is_served_without_a_key(serve: Serve, host: str) -> None:
    """The message says how to make one."""
    server = serve({}, "--host", host)
    assert server.end() == 2
    assert "timeline keys create" in server.lines[-1]


def test_a_model_that_the_provider_does_not_have_is_told_at_start(serve: Serve) -> None:
    """Together with all else that is wrong, by the names of the settings; the provider's own list is quoted."""
    with Provider(_has_only("tiny-1")) as provider:
        settings = {"TIMELINE_BASE_URL": provider.url, "TIMELINE_MODEL": "tiny-2", "TIMELINE_PROMPTS_DIR": "nowhere"}
        server = serve(settings, "--host", "0.0.0.0")  # noqa: S104 - it is refused
        assert server.end() == 2
    [line] = server.lines
    assert "TIMELINE_MODEL" in line
    assert "has no model 'tiny-2'; it lists 'tiny-1'" in line
    assert "without an API key" in line
    assert "nowhere" in line


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        pytest.param(fails(503), "kept answering 503", id="the provider fails"),
        pytest.param(fails(401), "refused the key", id="the key is refused"),
    ],
)
def test_a_provider_that_cannot_be_had_does_not_stop_the_start(serve: Serve, behaviour: Behaviour, told: str) -> None:
    """It is said why the model may not answer."""
    with Provider([behaviour]) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url})
        assert is_open(server.url)
        assert any("may not answer now" in line and told in line for line in server.lines)
        assert server.stop() == 0


def test_a_refusal_of_another_kind_does_not_stop_the_start(serve: Serve) -> None:
    """A model that is not listed may be there, and refuse the question that looks for it."""
    listed = sends(json.dumps({"data": [{"id": "tiny-1"}]}).encode())
    with Provider(lambda body: fails(400, code="invalid_value") if body else listed) as provider:
        server = serve({"TIMELINE_BASE_URL": provider.url, "TIMELINE_MODEL": "tiny-2"})
        assert is_open(server.url)
        assert any("may not answer now" in line and "400" in line for line in server.lines)
        assert server.stop() == 0


def test_the_question_at_the_start_counts_in_the_limits(serve: Serve, tmp_path: Path) -> None:
    """It is noted for all processes of the store, and its money is that of all that is asked later."""
    prices = tmp_path / "prices.toml"
    prices.write_text('["tiny-2"]\ninput = 0\ncached = 0\noutput = 50\n')
    listed = sends(json.dumps({"data": [{"id": "tiny-1"}]}).encode())
    with Provider(lambda body: says(EVENTS) if body else listed) as provider:
        own = {"TIMELINE_BASE_URL": provider.url, "TIMELINE_MODEL": "tiny-2", "TIMELINE_PRICES": str(prices)}
        server = serve({**own, "TIMELINE_MAX_COST": "0.8005", "TIMELINE_COVERAGE": "0"})
        answer = Asking(server.url).answer()
        assert server.stop() == 0
    with closing(sqlite3.connect(tmp_path / "timeline.db")) as store:
        assert store.execute("SELECT count(*) FROM model_requests").fetchone() == (1,)
    assert [bool(body) for body in provider.bodies] == [False, True]
    assert "TIMELINE_MAX_COST" in answer.text


def _has_only(name: str) -> Callable[[dict[str, Any]], Behaviour]:
    def script(body: dict[str, Any]) -> Behaviour:
        listed = sends(json.dumps({"object": "list", "data": [{"id": name, "object": "model"}]}).encode())
        return fails(404, code="model_not_found") if body else listed

    return script


def test_a_port_that_is_taken_is_told(serve: Serve) -> None:
    """With the way out."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = serve({}, "--port", str(taken.getsockname()[1]))
        assert server.end() == 2
    assert "choose others with --host and --port" in server.lines[-1]
