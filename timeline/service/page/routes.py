"""The pages, and what they load: their files, and the publication date that a document gives."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, Response

from timeline.errors import InputError, StoreError
from timeline.reading.documents import DocumentKind, read_document
from timeline.render import Format, Rendered
from timeline.render.sheet import sheet_of
from timeline.service.page.access import may_see
from timeline.service.page.assets import load_assets
from timeline.service.page.findings import findings_of
from timeline.service.page.pages import page
from timeline.service.page.query import Search, read_search
from timeline.service.problems import ProblemError, kinds
from timeline.service.services import Services
from timeline.store import KeyRing
from timeline.wiring import EngineName

_ARTICLES, _EVENTS = 20, 100
"""How many of the list are on one page."""


class Document(BaseModel):
    """A document that somebody is about to send: what is in the form so far."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(default=None, max_length=5_000_000)
    html: str | None = Field(default=None, max_length=5_000_000)


class Found(BaseModel):
    """What a document says of itself."""

    published: date | None


def router(services: Services) -> APIRouter:
    """Return the routes of the page, which are no part of the API."""
    routes = APIRouter(include_in_schema=False)
    keys = KeyRing(services.store)
    views = _Views(services)

    @routes.get("/")
    def home(request: Request) -> HTMLResponse:
        """Show the form, what is stored, and what a search finds."""
        search = read_search(request.query_params)
        before = request.query_params.get("before")
        return _for_eyes(request, keys, lambda: views.found(search) if search.is_asked else views.home(before))

    @routes.get("/articles/{article_id}")
    def article(request: Request, article_id: str, version: str = "") -> HTMLResponse:
        """Show the timeline of a stored article."""
        return _for_eyes(request, keys, lambda: views.article(article_id, version))

    @routes.post("/published")
    def published(request: Request, document: Document) -> Found:
        """Say what a document says of itself, before it is extracted; nothing is kept."""
        if not may_see(request, keys):
            raise ProblemError(kinds.KEY_REQUIRED, "no API key was sent, or it is not valid")
        return _said_by(document)

    add_assets(routes)
    return routes


def add_assets(routes: APIRouter) -> None:
    """Serve the files of the page."""
    assets = load_assets()

    @routes.get("/static/{name}")
    def asset(request: Request, name: str) -> Response:
        """Send a file, or say that the browser has it already."""
        if name not in assets:
            raise ProblemError(kinds.NOT_FOUND, f"there is no file {name!r}")
        found = assets[name]
        headers = {"ETag": found.etag, "Cache-Control": "no-cache"}
        if request.headers.get("If-None-Match") == found.etag:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        return Response(found.content, media_type=found.media_type, headers=headers)


def _for_eyes(request: Request, keys: KeyRing, show: Callable[[], HTMLResponse]) -> HTMLResponse:
    """Show a page to who may see it. A store that cannot be had is told as a page, too."""
    try:
        if may_see(request, keys):
            return show()
    except StoreError as error:
        return page("failure.html", HTTPStatus.SERVICE_UNAVAILABLE, detail=str(error))
    return page("locked.html", HTTPStatus.UNAUTHORIZED)


class _Views:
    """The pages by what they show."""

    def __init__(self, services: Services) -> None:
        self._store = services.store
        self._settings = services.settings

    def home(self, before: str | None) -> HTMLResponse:
        """Show the form beside what is stored."""
        try:
            articles = self._store.articles(limit=_ARTICLES, cursor=before)
        except InputError:
            articles = self._store.articles(limit=_ARTICLES)
        engines = tuple(EngineName) if self._settings.has_model else ()
        return page(
            "home.html",
            search=Search(),
            fault="",
            articles=articles,
            is_first=before is None,
            engines=engines,
            model=self._settings.model,
            fetches=self._settings.fetch,
        )

    def found(self, search: Search) -> HTMLResponse:
        """Show the events that a search finds, or what is wrong with it."""
        try:
            found = self._store.search(search.question(), limit=_EVENTS, cursor=search.cursor or None)
        except InputError as error:
            return page("found.html", HTTPStatus.UNPROCESSABLE_ENTITY, search=search, found=None, fault=str(error))
        return page("found.html", search=search, found=findings_of(found), formats=tuple(Format), fault="")

    def article(self, article_id: str, version: str) -> HTMLResponse:
        """Show one article beside its timeline, or say that there is none."""
        with self._store.snapshot() as seen:
            stored = seen.article(article_id)
            timeline = seen.timeline(article_id, version=_number(version))
        if stored is None or timeline is None:
            return page("missing.html", HTTPStatus.NOT_FOUND)
        number = _number(version) or stored.current
        sheet = sheet_of(Rendered(timeline, stored.text), name="a1")
        return page("article.html", sheet=sheet, stored=stored, number=number, formats=tuple(Format))


def _number(version: str) -> int | None:
    return int(version) if version.isascii() and version.isdigit() and len(version) < 9 else None


def _said_by(document: Document) -> Found:
    try:
        article = read_document(
            document.html or document.text or "",
            kind=DocumentKind.TEXT if document.html is None else DocumentKind.HTML,
        )
    except InputError:
        return Found(published=None)
    return Found(published=article.published)
