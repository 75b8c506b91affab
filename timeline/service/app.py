"""The application: what the routes need is opened, the routers are put together, and the guards set before them."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI

from timeline.service import extracting, operation
from timeline.service.problems import add_problem_handlers
from timeline.service.request_id import RequestIds
from timeline.service.services import Services, open_services
from timeline.settings import Settings, read_settings
from timeline.version import __version__

_ROUTERS: tuple[Callable[[Services], APIRouter], ...] = (
    extracting.router,
    operation.router,
)
"""One line for each area of the service, in the order of the OpenAPI document."""


def application() -> FastAPI:
    """Return the application by the settings of the environment."""
    return create_app(read_settings())


def create_app(settings: Settings) -> FastAPI:
    """Return the application, with the engines and the store that `settings` allow."""
    return assemble(open_services(settings))


def assemble(services: Services) -> FastAPI:
    """Return the application that works with `services`; they are closed with it."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        yield
        await services.aclose()

    app = FastAPI(
        title="Timeline",
        version=__version__,
        description="News text to proved, dated event records.",
        lifespan=lifespan,
    )
    add_problem_handlers(app)
    for router in _ROUTERS:
        app.include_router(router(services))
    app.add_middleware(RequestIds)
    return app
