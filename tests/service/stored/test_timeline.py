"""`GET /v1/timeline`."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import ARTICLE, SECOND
from timeline.render import Format
from timeline.service.stored.exports import MEDIA_TYPES


@pytest.fixture
def stocked(client: TestClient) -> TestClient:
    """A client of a server with two articles: a meeting, a departure, a visit."""
    for article in (ARTICLE, SECOND):
        client.post("/v1/extract", json=article).raise_for_status()
    return client


@pytest.mark.parametrize(
    ("query", "types"),
    [
        pytest.param({}, ["meeting", "departure", "visit"], id="all, in order of time"),
        pytest.param({"about": "SILVA"}, ["meeting"], id="name"),
        pytest.param({"from": "2024-05-20"}, ["departure", "visit"], id="from"),
        pytest.param({"to": "2024-05-19"}, ["meeting"], id="to"),
        pytest.param({"type": "visit"}, ["visit"], id="type"),
        pytest.param({"status": "planned"}, ["visit"], id="status"),
        pytest.param({"q": "resigns"}, ["departure"], id="words"),
        pytest.param({"about": "silva", "type": "visit"}, [], id="all conditions hold"),
    ],
)
def test_events_are_found(stocked: TestClient, query: dict[str, str], types: list[str]) -> None:
    """By each condition."""
    found = stocked.get("/v1/timeline", params=query).json()
    assert [event["type"] for event in found["events"]] == types
    assert {event["article"] for event in found["events"]} == {article["id"] for article in found["articles"]}


def test_pages_follow_each_other(stocked: TestClient) -> None:
    """By `next`, and by the header `Link` alike, until it is null."""
    types, where = [], "/v1/timeline?limit=1"
    for page in _pages(stocked, where):
        types += page
    assert types == ["meeting", "departure", "visit"]


def _pages(client: TestClient, where: str) -> Iterator[list[str]]:
    while where:
        response = client.get(where)
        yield [event["type"] for event in response.json()["events"]]
        assert ("next" in response.links) == (response.json()["next"] is not None)
        where = response.links.get("next", {}).get("url", "")


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        pytest.param({"from": "2024-13-01", "type": "party", "limit": "0"}, {"from", "type", "limit"}, id="values"),
        pytest.param({"from": "1700000000"}, {"from"}, id="seconds are no date"),
        pytest.param({"form": "md"}, {"form"}, id="unknown parameter"),
        pytest.param({"cursor": "abc"}, {"cursor"}, id="no cursor"),
        pytest.param({"q": "a\0b"}, {"q"}, id="NUL"),
        pytest.param({"from": "2024-05-02", "to": "2024-05-01"}, {None}, id="order"),
    ],
)
def test_a_wrong_query_is_told_by_parameter(
    client: TestClient, query: dict[str, str], parameters: set[str | None]
) -> None:
    """Nothing is left out in silence."""
    response = client.get("/v1/timeline", params=query)
    assert response.status_code == 422
    assert {fault.get("parameter") for fault in response.json()["errors"]} == parameters


def test_a_parameter_that_is_given_twice_is_refused(client: TestClient) -> None:
    """One of its values would be left out."""
    response = client.get("/v1/timeline?type=visit&type=meeting")
    assert response.status_code == 422
    assert response.json()["detail"] == "type: stands in the query 2 times; give it once"


@pytest.mark.parametrize("chosen", list(Format))
def test_every_format_can_be_had(stocked: TestClient, chosen: Format) -> None:
    """Of the listed events and no others."""
    response = stocked.get("/v1/timeline", params={"format": chosen, "about": "silva"})
    assert response.headers["content-type"].partition(";")[0] == MEDIA_TYPES[chosen]
    assert "Silva" in response.text
    assert "Costa" not in response.text.replace("Maria Costa will visit", "")


@pytest.mark.parametrize("chosen", [Format.MD, Format.HTML, Format.TABLE])
def test_chosen_events_are_told_from_all(stocked: TestClient, chosen: Format) -> None:
    """Beside the counts of the whole article stands that these are only some of its events, if they are."""
    some = stocked.get("/v1/timeline", params={"format": chosen, "type": "visit"}).text
    assert "1 of 2 events" in some
    assert "the whole article: " in some
    every = stocked.get("/v1/timeline", params={"format": chosen}).text
    assert " of 2 events" not in every
    assert "the whole article" not in every


def test_a_client_that_has_it_is_told_so(stocked: TestClient) -> None:
    """Until something changes."""
    first = stocked.get("/v1/timeline")
    again = {"If-None-Match": first.headers["etag"]}
    assert stocked.get("/v1/timeline", headers=again).status_code == 304
    assert stocked.get("/v1/timeline", headers={"If-None-Match": f'"x", {first.headers["etag"]}'}).status_code == 304
    stocked.delete(f"/v1/articles/{first.json()['articles'][0]['id']}").raise_for_status()
    assert stocked.get("/v1/timeline", headers=again).status_code == 200


def test_a_format_that_the_client_does_not_read_is_not_sent(stocked: TestClient) -> None:
    """`Accept` has the last word."""
    response = stocked.get("/v1/timeline?format=md", headers={"Accept": "application/json"})
    assert (response.status_code, response.json()["type"]) == (406, "/problems/not-acceptable")


def test_a_page_of_html_is_boxed_in(stocked: TestClient) -> None:
    """It may run its own script, and has no part in this server's pages."""
    policy = stocked.get("/v1/timeline?format=html").headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy
    assert "script-src 'sha256-" in policy
    assert "'self'" not in policy
