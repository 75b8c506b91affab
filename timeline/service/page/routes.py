"""The pages, and what they load: their files, and the publication date that a document gives."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from timeline.errors import InputError, StoreError
from timeline.reading.documents import DocumentKind, read_document
from timeline.render import Format, Rendered
from timeline.render.sheet import sheet_of
from timeline.service.guard.access import PUBLISHED, challenge
from timeline.service.guard.admission import Admission
from timeline.service.guard.clients import shown_key
from timeline.service.json_route import JsonRoute
from timeline.service.page.assets import load_assets
from timeline.service.page.findings import findings_of
from timeline.service.page.pages import page
from timeline.service.page.query import Search, read_search
from timeline.service.problems import ProblemError, kinds, problem_of
from timeline.service.services import Services
from timeline.service.submissions import check_length
from timeline.wiring import EngineName

_ARTICLES, _EVENTS = 20, 100
"""How many of the list are on one page."""


class Document(BaseModel):
    """A document that somebody is about to send: what is in the form so far."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = None
    html: str | None = None


class Found(BaseModel):
    """What a document says of itself."""

    published: date | None


def router(services: Services) -> APIRouter:
    """Return the routes of the page, which are no part of the API."""
    routes = APIRouter(include_in_schema=False, route_class=JsonRoute)
    admission = services.admission
    views = _Views(services)

    @routes.get("/")
    async def home(request: Request) -> HTMLResponse:
        """Show the form, what is stored, and what a search finds."""
        search = read_search(request.query_params)
        before = request.query_params.get("before")
        return await _for_eyes(
            request, admission, lambda: views.found(search) if search.is_asked else views.home(before)
        )

    @routes.get("/articles/{article_id}")
    async def article(request: Request, article_id: str, version: str = "") -> HTMLResponse:
        """Show the timeline of a stored article."""
        return await _for_eyes(request, admission, lambda: views.article(article_id, version))

    @routes.post(PUBLISHED)
    def published(document: Document) -> Found:
        """Say what a document says of itself, before it is extracted; nothing is kept."""
        return _said_by(document, services.settings.max_text)

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


async def _for_eyes(request: Request, admission: Admission, show: Callable[[], HTMLResponse]) -> HTMLResponse:
    """Show a page to who may see it. What is in the way is told as a page, too."""
    try:
        if await admission.admits(request.scope):
            return await run_in_threadpool(show)
    except (StoreError, ProblemError) as error:
        problem = problem_of(error)
        kind = problem.kind
        return page("failure.html", kind.status, headers=problem.headers, title=kind.title, detail=str(problem))
    return page("locked.html", HTTPStatus.UNAUTHORIZED, headers=challenge(shown_key(request.scope)))


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
        asked = _number(version)
        with self._store.snapshot() as seen:
            stored = seen.article(article_id)
            timeline = None if asked is None and version else seen.timeline(article_id, version=asked)
        if stored is None or timeline is None:
            return page("missing.html", HTTPStatus.NOT_FOUND)
        number = asked or stored.current
        sheet = sheet_of(Rendered(timeline, stored.text), name="a1")
        return page("article.html", sheet=sheet, stored=stored, number=number, formats=tuple(Format))


def _number(version: str) -> int | None:
    """Return the number of a version, or None of what is none."""
    return int(version) if version.isascii() and version.isdigit() and len(version) < 9 else None


def _said_by(document: Document, most: int) -> Found:
    check_length(document.text or "", most)
    try:
        article = read_document(
            document.html or document.text or "",
            kind=DocumentKind.TEXT if document.html is None else DocumentKind.HTML,
        )
    except InputError:
        return Found(published=None)
    check_length(article.text, most)
    return Found(published=article.published)
