"""`POST /v1/extract {url}`: off unless it was set, and then from the public web alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from timeline.errors import FetchError
from timeline.fetching.fetcher import Fetcher
from timeline.fetching.page import Page
from timeline.service.app import assemble
from timeline.service.services import open_services
from timeline.settings import Settings

PAGE = (
    b"<html><head><title>Talks</title><meta property='article:published_time' content='2024-05-20'></head><body>"
    b"<article><p>Ana Silva met Per Holm in Oslo on Friday, the ministry said.</p></article></body></html>"
)


class _Web(Fetcher):
    """A web with one page."""

    async def fetch(self, url: str) -> Page:
        if url != "https://news.example/old":
            raise FetchError(f"there is no host in {url!r}")
        return Page(PAGE, "https://news.example/talks", "text/html")


@pytest.fixture
def fetching(settings: Settings) -> Iterator[TestClient]:
    """A client of an application that fetches."""
    services = replace(open_services(settings), fetcher=_Web())
    with TestClient(assemble(services), base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


def test_nothing_is_fetched_unless_set(client: TestClient) -> None:
    """The problem names the setting."""
    response = client.post("/v1/extract", json={"url": "https://news.example/talks"})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/not-configured")
    assert "TIMELINE_FETCH" in response.json()["detail"]


def test_a_page_is_fetched_and_extracted(fetching: TestClient) -> None:
    """The timeline has the address where the page was found in the end, and the text that was extracted."""
    article = fetching.post("/v1/extract", json={"url": "https://news.example/old", "source": "The Fjord"}).json()[
        "article"
    ]
    assert (article["url"], article["published"], article["title"], article["source"]) == (
        "https://news.example/talks",
        "2024-05-20",
        "Talks",
        "The Fjord",
    )
    assert "met Per Holm" in article["text"]


def test_a_page_that_is_not_to_be_had_is_a_problem(fetching: TestClient) -> None:
    """With the reason."""
    response = fetching.post("/v1/extract", json={"url": "https://other.example/"})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/unusable-document")
    assert "other.example" in response.json()["detail"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]:8000/readyz", "http://0x7f.1/", "http://localhost/"]
)
def test_the_guards_are_those_of_the_command(settings: Settings, url: str) -> None:
    """What is set up by the setting reaches nothing inside."""
    services = open_services(settings.model_copy(update={"fetch": True}))
    with TestClient(assemble(services), base_url="http://localhost", raise_server_exceptions=False) as client:
        response = client.post("/v1/extract", json={"url": url})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/unusable-document")
