"""`/v1/articles` and `/v1/events`."""

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import ARTICLE, SECOND
from timeline.domain.timeline import Timeline
from timeline.render import Format
from timeline.store import Snapshot, open_store
from timeline.store.database import Database

NOBODY = "sha256:" + "0" * 64


@pytest.fixture
def stored(client: TestClient) -> Timeline:
    """The timeline of an article in the store."""
    return Timeline.model_validate_json(client.post("/v1/extract", json=ARTICLE).content)


def test_an_article_is_given_with_its_text_and_versions(client: TestClient, stored: Timeline) -> None:
    """And with what made each version."""
    found = client.get(f"/v1/articles/{stored.article.id}").json()
    assert (found["text"], found["current"], found["article"]["published"]) == (ARTICLE["text"], 1, "2024-05-20")
    [version] = found["versions"]
    assert (version["number"], version["engine"], version["is_current"]) == (1, "rules", True)
    assert version["counts"] == stored.provenance.counts.model_dump()


def test_articles_are_listed_newest_first(client: TestClient, stored: Timeline) -> None:
    """Page by page."""
    client.post("/v1/extract", json=SECOND).raise_for_status()
    first = client.get("/v1/articles?limit=1").json()
    second = client.get("/v1/articles", params={"limit": 1, "cursor": first["next"]}).json()
    assert second["articles"][0]["article"]["id"] == stored.article.id
    assert second["next"] is None


def test_an_event_is_given_with_its_article(client: TestClient, stored: Timeline) -> None:
    """As it was extracted."""
    found = client.get(f"/v1/events/{stored.events[0].id}").json()
    assert found["event"] == stored.events[0].model_dump(mode="json")
    assert (found["article"]["id"], found["version"], found["is_current"]) == (stored.article.id, 1, True)


@pytest.mark.parametrize("chosen", list(Format))
def test_a_timeline_can_be_had_in_every_format(client: TestClient, stored: Timeline, chosen: Format) -> None:
    """By the id of its article."""
    response = client.get(f"/v1/articles/{stored.article.id}/timeline", params={"format": chosen})
    assert response.status_code == 200
    assert "Silva" in response.text


def test_a_deleted_article_is_gone(client: TestClient, stored: Timeline) -> None:
    """With its events and its timelines, and a second time there is nothing to delete."""
    paths = [
        f"/v1/articles/{stored.article.id}",
        f"/v1/articles/{stored.article.id}/timeline",
        f"/v1/events/{stored.events[0].id}",
    ]
    gone = client.delete(paths[0])
    assert (gone.status_code, gone.content) == (204, b"")
    assert [client.get(path).status_code for path in paths] == [404] * 3
    assert client.delete(paths[0]).status_code == 404
    assert client.get("/v1/timeline").json()["events"] == []


@pytest.mark.parametrize(
    "path",
    ["/v1/articles/{}/timeline?format=md", "/v1/articles/{}/timeline", "/v1/timeline?format=html", "/articles/{}"],
    ids=["timeline in words", "timeline", "page of events", "web page"],
)
def test_an_article_deleted_while_it_is_read_is_read_whole(
    client: TestClient, stored: Timeline, store_url: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its text and its timeline are those of one moment, before it was deleted."""
    other = open_store(store_url)
    read = Snapshot.timeline

    def delete_and_read(seen: Snapshot, article_id: str, *, version: int | None = None) -> Timeline | None:
        other.delete_article(article_id)
        return read(seen, article_id, version=version)

    monkeypatch.setattr(Database, "forget", lambda _: None)  # which would wait for who is reading
    monkeypatch.setattr(Snapshot, "timeline", delete_and_read)
    response = client.get(path.format(stored.article.id))
    assert other.article(stored.article.id) is None
    other.close()
    assert response.status_code == 200
    assert stored.events[0].title in response.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param(f"/v1/articles/{NOBODY}", 404, id="no article"),
        pytest.param(f"/v1/articles/{NOBODY}/timeline", 404, id="no timeline"),
        pytest.param("/v1/events/evt_0000000000000000", 404, id="no event"),
        pytest.param("/v1/articles/7", 422, id="no id of an article"),
        pytest.param("/v1/events/%00", 422, id="no id of an event"),
    ],
)
def test_what_is_not_stored_is_a_problem(client: TestClient, path: str, status: int) -> None:
    """A wrong id is told apart from a missing article."""
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


def test_a_version_that_is_not_there_is_a_problem(client: TestClient, stored: Timeline) -> None:
    """Its number is named."""
    response = client.get(f"/v1/articles/{stored.article.id}/timeline?version=7")
    assert response.status_code == 404
    assert "no version 7" in response.json()["detail"]
