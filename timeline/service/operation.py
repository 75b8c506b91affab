"""How the service is: `GET /healthz`."""

from fastapi import APIRouter

from timeline.service.services import Services
from timeline.version import __version__


def router(_services: Services) -> APIRouter:
    """Return the routes for whoever watches the process."""
    routes = APIRouter(tags=["operation"])

    @routes.get("/healthz")
    async def health() -> dict[str, str]:
        """Say that the process is alive."""
        return {"status": "ok", "version": __version__}

    return routes
