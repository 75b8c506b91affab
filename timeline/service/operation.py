"""For whoever watches the process: `GET /healthz`, `GET /readyz` and `GET /metrics`."""

import asyncio
from typing import Any, Final, Literal

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import Field
from starlette.responses import PlainTextResponse, Response

from timeline.service.models.wire import Wire
from timeline.service.problems import ProblemError, kinds, problem_responses
from timeline.service.services import Services
from timeline.version import __version__

_RETRY_AFTER: Final = "10"
_METRICS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "What the service counts, in the text format of Prometheus.",
        "content": {
            "text/plain": {
                "schema": {"type": "string"},
                "example": 'timeline_extractions_total{engine="rules",result="whole"} 12.0\n',
            }
        },
    }
}


class Health(Wire):
    """The process is alive."""

    status: Literal["ok"] = Field(default="ok", examples=["ok"])
    version: str = Field(default=__version__, description="Version of the package.", examples=["0.1.0"])


class Ready(Wire):
    """Every part that the service needs can be had."""

    status: Literal["ready"] = Field(default="ready", examples=["ready"])
    store: Literal["ok"] = Field(default="ok", description="It answers, and its tables are those of this version.")
    jobs: Literal["ok"] = Field(default="ok", description="They are worked on, where there are any.")
    model: Literal["ok", "none"] = Field(description="`none` where no model is configured.", examples=["ok"])


def router(services: Services) -> APIRouter:
    """Return the routes for whoever watches the process."""
    routes = APIRouter(tags=["operation"])

    @routes.get("/healthz", operation_id="health", responses=problem_responses(guarded=False))
    async def health() -> Health:
        """Say that the process is alive. Nothing else is looked at."""
        return Health()

    @routes.get("/readyz", operation_id="ready", responses=problem_responses(kinds.NOT_READY, guarded=False))
    async def ready() -> Ready:
        """Say whether the store and the model can be had, and jobs are worked on.

        Asking a provider costs nothing, and is done rarely.
        """
        if faults := await services.readiness.faults():
            raise ProblemError(kinds.NOT_READY, "; ".join(faults), headers={"Retry-After": _RETRY_AFTER})
        return Ready(model="ok" if services.readiness.has_model else "none")

    @routes.get(
        "/metrics",
        operation_id="metrics",
        response_class=PlainTextResponse,
        responses={**_METRICS, **problem_responses(guarded=False)},
    )
    async def metrics() -> Response:
        """Return what the service counts of itself, for Prometheus: no article, no name, no key."""
        text = await asyncio.to_thread(services.metrics.exposition)  # the depth of the queue is asked of the store
        return Response(text, media_type=CONTENT_TYPE_LATEST)

    return routes
