"""The documentation as pages."""

import re

from fastapi.testclient import TestClient

from timeline.service.reference.routes import _marked


def test_the_page_shows_every_operation_and_every_schema(client: TestClient) -> None:
    """Nothing of the OpenAPI document is left out."""
    page, document = client.get("/docs").text, client.get("/openapi.json").json()
    names = {operation["operationId"] for path in document["paths"].values() for operation in path.values()}
    assert {name for name in names if f'<article id="{name}"' not in page} == set()
    assert [name for name in document["components"]["schemas"] if f'id="schema-{name}"' not in page] == []


def test_the_page_needs_no_script_and_nothing_from_elsewhere(client: TestClient) -> None:
    """The content security policy would stop both."""
    page = client.get("/docs").text
    assert not re.findall(r"<script|<style|style=|\son[a-z]+=", page)
    assert {link for link in re.findall(r'(?:src|href)="([^"#]+)"', page) if not link.startswith("/problems/")} == {
        "data:,",
        "/docs/reference.css",
        "/openapi.json",
    }
    assert client.get("/docs/reference.css").headers["content-type"].startswith("text/css")


def test_every_link_of_the_page_leads_somewhere(client: TestClient) -> None:
    """Within it."""
    page = client.get("/docs").text
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_text_is_set_and_escaped() -> None:
    """What stands in backticks is code."""
    assert _marked("`a<b>` is **<bold>** & c") == "<code>a&lt;b&gt;</code> is <strong>&lt;bold&gt;</strong> &amp; c"


def test_an_unknown_problem_is_a_problem(client: TestClient) -> None:
    """As any address that is not there."""
    assert client.get("/problems/unknown").json()["type"] == "/problems/not-found"
