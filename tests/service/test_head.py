"""HEAD requests."""

import pytest
from fastapi.testclient import TestClient


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
