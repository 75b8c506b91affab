"""HEAD requests."""

import json
import logging

import pytest
from fastapi.testclient import TestClient

from timeline.logs import JsonLine


@pytest.mark.parametrize(
    ("path", "status"),
    [("/healthz", 200), ("/v1/timeline", 200), ("/docs", 200), ("/nowhere", 404), ("/v1/extract", 405)],
)
def test_head_is_get_without_the_body(client: TestClient, path: str, status: int) -> None:
    """The status and the headers are those of GET."""
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (status, b"")
    same = ("content-type", "content-length", "etag", "cache-control")
    assert [head.headers.get(name) for name in same] == [get.headers.get(name) for name in same]


def test_head_counts_under_the_pattern_of_its_route(client: TestClient) -> None:
    """With its own method."""
    client.head("/v1/articles")
    counted = 'timeline_http_requests_total{method="HEAD",route="/v1/articles",status="200"} 1.0'
    assert counted in client.get("/metrics").text


def test_head_is_logged_with_its_key(client: TestClient, secret: str, caplog: pytest.LogCaptureFixture) -> None:
    """As any request that shows one."""
    with caplog.at_level(logging.INFO, logger="timeline.service.logs"):
        client.head("/v1/articles", headers={"X-API-Key": secret})
    (line,) = (json.loads(JsonLine().format(one)) for one in caplog.records if one.name == "timeline.service.logs")
    assert (line["method"], line["key"]) == ("HEAD", secret.split("_")[1])
