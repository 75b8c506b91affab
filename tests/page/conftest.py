"""A real server on a free port, a real browser, and a model that says what its script says."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.browser import chromium
from tests.llm.provider import Provider
from tests.page.model import Reader
from tests.waiting import wait_until
from timeline.service import create_app
from timeline.settings import Settings
from timeline.store import KeyRing, open_store

_PATIENCE = 20.0

expect.set_options(timeout=15_000)


class Site:
    """A server that runs. `store` may be given articles over its API."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        config = uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_config=None)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _PATIENCE
        while not self._server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"

    def extract(self, text: str, **more: str) -> dict[str, Any]:
        """Extract and store an article with the rules engine, and return its timeline."""
        body = {"engine": "rules", "text": text, **more}
        response = httpx2.post(f"{self.url}/v1/extract", json=body, timeout=_PATIENCE)
        assert response.status_code == 200, response.text
        timeline: dict[str, Any] = response.json()
        return timeline

    def ask_for_a_key(self) -> str:
        """Make a key, wait until nobody is let in without it, and return it."""
        store = open_store(self.settings.database_url.get_secret_value())
        secret = KeyRing(store).create("desk", at=datetime(2025, 1, 1, tzinfo=UTC)).secret
        store.close()
        wait_until(lambda: httpx2.get(self.url, timeout=_PATIENCE).status_code == 401)
        return secret

    def close(self) -> None:
        """Stop."""
        self._server.should_exit = True
        self._thread.join(_PATIENCE)


Serve = Callable[..., Site]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Return a function that starts a server with a store of its own, and with more settings by their names."""
    sites: list[Site] = []

    def start(**settings: str) -> Site:
        database = f"sqlite:///{tmp_path / 'store.db'}"
        base: dict[str, Any] = {"TIMELINE_DATABASE_URL": database, "TIMELINE_CACHE_DIR": str(tmp_path / "cache")}
        sites.append(Site(Settings(**{**base, **settings})))
        return sites[-1]

    yield start
    for site in sites:
        site.close()


@pytest.fixture
def site(serve: Serve) -> Site:
    """Return a server without a model."""
    return serve()


@pytest.fixture
def reader() -> Iterator[Reader]:
    """Return the model that has read the examples."""
    reader = Reader()
    yield reader
    reader.go_on()


@pytest.fixture
def modelled(serve: Serve, reader: Reader) -> Iterator[Site]:
    """Return a server that asks the model that has read the examples."""
    with Provider(reader) as provider:
        yield serve(TIMELINE_BASE_URL=provider.url, TIMELINE_MODEL="scripted", TIMELINE_ATTEMPTS="1")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once for the tests of a file."""
    with chromium() as browser:
        yield browser


class Watch:
    """Opens pages, and notes what none may do: ask another server, break the policy, log an error, open a dialog."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.expected: list[str] = []
        self.complaints: list[str] = []

    def __call__(self, site: Site, path: str = "/", *, width: int = 1400, height: int = 900, **options: Any) -> Page:  # noqa: ANN401 - what playwright takes
        """Open a page of the site in a tab of its own."""
        context = self._browser.new_context(
            base_url=site.url,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            locale="en-GB",
            **options,
        )
        context.set_default_timeout(20_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self._look_at(request.url, site))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._refuse)
        page.goto(path)
        return page

    def close(self) -> None:
        """Close the tabs, and tell of anything that was not expected."""
        for context in self._contexts:
            context.close()
        unexpected = [one for one in self.complaints if not any(words in one for words in self.expected)]
        assert unexpected == []

    def _look_at(self, url: str, site: Site) -> None:
        if not url.startswith((site.url, f"blob:{site.url}")):
            self.complaints.append(f"asked {url}")

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Watch]:
    """Return an opener of pages that watches them."""
    watch = Watch(browser)
    yield watch
    watch.close()
