"""The pages as they are sent: what they show, to whom, and that they bring no script or style of their own."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from tests.waiting import wait_until
from timeline.errors import InputError, StoreError
from timeline.service import create_app
from timeline.service.page.query import Search, read_search
from timeline.settings import Settings
from timeline.store import KeyRing, Store, open_store

ARTICLE = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20", "title": "Talks in Oslo"}


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The address of a store of the test's own."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    """A client of the application without a model."""
    with TestClient(create_app(Settings(database_url=SecretStr(database))), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def article(client: TestClient) -> str:
    """The id of a stored article."""
    return str(client.post("/v1/extract", json=ARTICLE).json()["article"]["id"])


class Inline(HTMLParser):
    """Collects what a content policy would refuse: scripts and styles that stand in the page itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag."""
        names = {name for name, _ in attrs}
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(tag)
        self.found += [name for name in names if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(
    "path", ["/", "/?about=silva", "/?about=nobody", "/?from=soon", "/articles/{}", "/articles/none"]
)
def test_no_page_has_script_or_style_in_it(client: TestClient, article: str, path: str) -> None:
    """Everything comes from files of this server."""
    page = client.get(path.format(article)).text
    assert Inline(page).found == []
    assert set(re.findall(r'(?:src|href)="(https?:[^"]*)"', page)) == set()


def test_the_first_page_lists_what_is_stored(client: TestClient, article: str) -> None:
    """With its title, date and number of events, as a link."""
    page = client.get("/").text
    assert f'href="/articles/{article}"' in page
    assert "Talks in Oslo" in page
    assert "20 May 2024 · 1 event</p>" in page


def test_an_empty_store_says_so(client: TestClient) -> None:
    """The first page of a new server invites to begin."""
    assert "Nothing is stored yet" in client.get("/").text


def test_pages_of_the_list_follow_each_other(client: TestClient) -> None:
    """Older articles are one link away, and the newest again from there."""
    for number in range(21):
        client.post("/v1/extract", json={**ARTICLE, "text": f"{ARTICLE['text']} Number {number} was there."})
    older = re.search(r'href="(/\?before=[^"]*)#archive"', client.get("/").text)
    assert older
    page = client.get(older[1]).text
    assert page.count('<li><a href="/articles/') == 1
    assert "Newest" in page


def test_a_place_in_the_list_that_is_none_shows_its_beginning(client: TestClient, article: str) -> None:
    """An old or mistyped link is no reason for an error."""
    assert article in client.get("/?before=nonsense").text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("from=soon", "no date: &#39;soon&#39;", id="no date"),
        pytest.param("from=2024-02-02&to=2024-01-01", "before it starts", id="backwards"),
        pytest.param("type=party", "no such value: &#39;party&#39;", id="no such kind"),
        pytest.param("about=x&cursor=nonsense", "cursor", id="no such place"),
    ],
)
def test_a_search_that_is_none_says_what_is_wrong(client: TestClient, query: str, words: str) -> None:
    """The form stays, with the reason beneath it."""
    response = client.get(f"/?{query}")
    assert response.status_code == 422
    assert words in response.text
    assert 'role="search"' in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/articles/none",
        "/articles/sha256:" + "0" * 64,
        "/articles/{}?version=7",
        "/articles/{}?version=0",
        "/articles/{}?version=-1",
        "/articles/{}?version=x",
        "/articles/{}?version=1234567890",
    ],
)
def test_what_is_not_stored_has_a_page(client: TestClient, article: str, path: str) -> None:
    """It says so and leads back."""
    response = client.get(path.format(article))
    assert response.status_code == 404
    assert "This article is not stored" in response.text


def test_an_older_version_can_be_looked_at(client: TestClient, article: str) -> None:
    """Each version is a link, and exports are those of the version that is shown."""
    client.post("/v1/extract", json={**ARTICLE, "source": "Fjord Times"})
    page = client.get(f"/articles/{article}?version=1").text
    assert "Version 1 of 2" in page
    assert f"/v1/articles/{article}/timeline?version=1&amp;format=md" in page
    assert "Fjord Times" not in page.partition("<h1")[2].partition("</header>")[0]


@pytest.mark.parametrize(
    ("body", "published"),
    [
        pytest.param({"text": "Talks in Oslo\n\n14 March 2025\n\nAna Silva met Per Holm."}, "2025-03-14", id="text"),
        pytest.param({"text": "Ana Silva met Per Holm."}, None, id="no date"),
        pytest.param({"text": " "}, None, id="nothing yet"),
    ],
)
def test_a_document_is_asked_for_its_date(client: TestClient, body: dict[str, str], published: str | None) -> None:
    """Before it is sent, and without keeping it."""
    assert client.post("/published", json=body).json() == {"published": published}
    assert "Nothing is stored yet" in client.get("/").text


def test_files_are_kept_until_they_change(client: TestClient) -> None:
    """A browser asks again, and is told that it has the file."""
    first = client.get("/static/start.js")
    assert first.headers["content-type"].startswith("text/javascript")
    again = client.get("/static/start.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["nothing.js", "..%2Froutes.py", "card.html"])
def test_no_other_file_is_sent(client: TestClient, name: str) -> None:
    """Only what is in the table."""
    assert client.get(f"/static/{name}").status_code == 404


def test_without_its_key_a_server_shows_nothing(client: TestClient, article: str, database: str) -> None:
    """Neither titles nor dates: the pages ask for the key, as the API does."""
    store = open_store(database)
    secret = KeyRing(store).create("desk", at=datetime(2025, 1, 1, tzinfo=UTC)).secret
    store.close()
    wait_until(lambda: client.get("/").status_code == 401)
    for path in ("/", "/?about=silva", f"/articles/{article}"):
        response = client.get(path)
        assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")
        assert "This server asks for a key" in response.text
        assert "Silva" not in response.text
        assert "Oslo" not in response.text
        assert client.get(path, headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    wrong = client.get("/", headers={"X-API-Key": "tlk_0_wrong"})
    assert wrong.headers["www-authenticate"] == 'Bearer error="invalid_token"'


@pytest.mark.parametrize("body", [b'{"text": "x"}', b"{", b'{"colour": 1}'])
def test_without_its_key_a_server_reads_no_document(client: TestClient, database: str, body: bytes) -> None:
    """The key is looked at before the body."""
    store = open_store(database)
    KeyRing(store).create("desk", at=datetime(2025, 1, 1, tzinfo=UTC))
    store.close()
    response = client.post("/published", content=body, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")


def test_documents_and_pages_count_as_requests(database: str) -> None:
    """The rate holds for whatever costs work; a person is told in a page."""
    settings = Settings(database_url=SecretStr(database), rate=2)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        assert [client.post("/published", json={"text": "x"}).status_code for _ in range(2)] == [200, 200]
        refused = client.post("/published", json={"text": "x"})
        assert (refused.status_code, refused.json()["type"]) == (429, "/problems/too-many-requests")
        page = client.get("/")
        assert (page.status_code, page.headers["content-type"]) == (429, "text/html; charset=utf-8")
        assert int(page.headers["retry-after"]) > 0
        assert "<h1>Too many requests</h1>" in page.text


_LONG = "Ana Silva met Per Holm in Oslo. " * 5
_DATED_PAGE = (
    f'<html><head><meta name="date" content="2024-05-20"></head><body><article><p>{_LONG}</p></article></body>'
)


@pytest.mark.parametrize("body", [{"text": _LONG}, {"html": _DATED_PAGE}], ids=["text", "html"])
def test_a_document_that_is_too_long_is_asked_nothing(database: str, body: dict[str, str]) -> None:
    """The limit is that of the API."""
    settings = Settings(database_url=SecretStr(database), max_text=100)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        response = client.post("/published", json=body)
    assert (response.status_code, response.json()["type"]) == (413, "/problems/too-large")


def test_a_store_that_cannot_be_had_has_a_page(monkeypatch: pytest.MonkeyPatch, client: TestClient) -> None:
    """A person is not shown JSON."""

    def fail(*_: object, **__: object) -> None:
        raise StoreError("the database is locked; try again")

    monkeypatch.setattr(Store, "articles", fail)
    response = client.get("/")
    assert response.status_code == 503
    assert "The store cannot be had" in response.text
    assert "the database is locked; try again" in response.text


def test_the_address_of_a_search_is_its_question() -> None:
    """What was typed comes back, and nothing else is made of it."""
    search = read_search({"about": " Solberg ", "from": "2024-01-01", "cursor": "abc", "colour": "red"})
    assert search == Search(about="Solberg", start="2024-01-01", cursor="abc")
    assert search.address == "about=Solberg&from=2024-01-01"
    assert search.question().about == "Solberg"


def test_nothing_typed_is_no_search() -> None:
    """The form of an empty search shows the first page."""
    assert not read_search({"about": "", "type": "", "cursor": "abc"}).is_asked


def test_a_value_that_is_none_is_told() -> None:
    """By the value and what there is."""
    with pytest.raises(InputError, match="choose occurred"):
        Search(status="maybe").question()
