"""What every response carries."""

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import OpenClient


@pytest.mark.parametrize("path", ["/healthz", "/nowhere", "/v1/timeline", "/docs", "/v1/timeline?limit=x"])
def test_every_response_is_secured(client: TestClient, path: str) -> None:
    """Errors too."""
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert "strict-transport-security" not in headers


def test_only_https_is_told_to_stay_so(client: TestClient) -> None:
    """Over plain HTTP the header would mean nothing."""
    assert "max-age=" in client.get("https://testserver/healthz").headers["strict-transport-security"]


def test_no_origin_may_call_unless_it_is_named(client: TestClient, open_client: OpenClient) -> None:
    """Cross-origin requests are off by default."""
    origin = {"Origin": "https://desk.example"}
    named = open_client(cors_origins=("https://desk.example",))
    assert "access-control-allow-origin" not in client.get("/v1/timeline", headers=origin).headers
    assert named.get("/v1/timeline", headers=origin).headers["access-control-allow-origin"] == "https://desk.example"
    stranger = named.get("/v1/timeline", headers={"Origin": "https://other.example"})
    assert "access-control-allow-origin" not in stranger.headers


@pytest.mark.usefixtures("secret")
def test_a_preflight_wants_no_key(open_client: OpenClient) -> None:
    """A browser sends it without one; the problem that follows can be read by the page."""
    client = open_client(cors_origins=("https://desk.example",))
    origin = {"Origin": "https://desk.example"}
    preflight = client.options(
        "/v1/extract",
        headers={
            **origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization,content-type",
        },
    )
    assert preflight.status_code == 200
    assert client.get("/v1/timeline", headers=origin).headers["access-control-allow-origin"] == "https://desk.example"
