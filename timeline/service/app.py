"""The application: what the routes need is opened, the routers are put together, and the guards set before them."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from timeline.llm.allowance import Allowance
from timeline.service import extraction, jobs, operation, page, reference
from timeline.service.description import add_description
from timeline.service.guard.access import Access
from timeline.service.guard.bodies import BodyLimit
from timeline.service.guard.failures import Failures
from timeline.service.guard.headers import SecureHeaders
from timeline.service.guard.openness import OwnNames
from timeline.service.guard.time_limit import TimeLimit
from timeline.service.head import HeadRequests
from timeline.service.logs import AccessLog, configure_service_log
from timeline.service.problems import add_problem_handlers
from timeline.service.request_id import HEADER, RequestIds
from timeline.service.services import Services, open_services
from timeline.service.stopping import HandBack
from timeline.service.stored import articles, events, versions
from timeline.service.stored import timeline as stored_timeline
from timeline.service.watching import Watching
from timeline.settings import Settings, read_settings
from timeline.version import __version__

_ROUTERS: tuple[Callable[[Services], APIRouter], ...] = (
    extraction.router,
    jobs.router,
    stored_timeline.router,
    events.router,
    articles.router,
    versions.router,
    operation.router,
    page.router,
    reference.router,
)
"""One line for each area of the service, in the order of the OpenAPI document."""


def application() -> FastAPI:
    """Return the application by the settings of the environment, and log as they say."""
    settings = read_settings()
    configure_service_log(settings)
    return create_app(settings)


def create_app(settings: Settings, allowance: Allowance | None = None) -> FastAPI:
    """Return the application, with the engines and the store that `settings` allow, and the allowance if there is one.

    Raises:
        ConfigurationError: A setting is wrong.
        StoreError: The store cannot be had.
    """
    return assemble(open_services(settings, allowance))


def assemble(services: Services) -> FastAPI:
    """Return the application that works with `services`; they are started and closed with it."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        services.start()
        yield
        await services.aclose()

    app = FastAPI(
        title="Timeline",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # the address would be built from the header Host, which anyone may write
        middleware=_middleware(services),
        # We have our own: FastAPI's spans carry the query, and its logs the messages of errors.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    add_problem_handlers(app)
    for router in _ROUTERS:
        app.include_router(router(services))
    add_description(app)
    return app


def _middleware(services: Services) -> list[Middleware]:
    """Return what every request passes through, from the outside in."""
    settings = services.settings
    return [
        Middleware(RequestIds),
        Middleware(Watching, metrics=services.metrics),
        Middleware(AccessLog),
        Middleware(SecureHeaders),
        *_cors(settings),
        Middleware(HeadRequests),
        Middleware(GZipMiddleware, compresslevel=5),
        Middleware(HandBack),
        Middleware(Failures),
        Middleware(TimeLimit, seconds=settings.time_limit),
        Middleware(OwnNames, openness=services.openness, counter=services.admission),
        Middleware(Access, admission=services.admission),
        Middleware(BodyLimit, most=settings.max_body),
    ]


def _cors(settings: Settings) -> list[Middleware]:
    if not settings.cors_origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "POST", "DELETE"),
            allow_headers=("Authorization", "Content-Type", "If-None-Match", "X-API-Key", HEADER),
            expose_headers=("Content-Location", "ETag", "Link", "Location", "Retry-After", HEADER),
        )
    ]
