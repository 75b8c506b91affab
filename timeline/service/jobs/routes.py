"""The routes of jobs, in the order of the OpenAPI document."""

from fastapi import APIRouter, Depends

from timeline.service.jobs.ending import add_ending
from timeline.service.jobs.intake import add_intake
from timeline.service.jobs.progress import add_progress
from timeline.service.jobs.retrying import add_retrying
from timeline.service.json_route import JsonRoute
from timeline.service.services import Services
from timeline.service.stored.parameters import each_once


def router(services: Services) -> APIRouter:
    """Return the routes of the jobs."""
    routes = APIRouter(prefix="/v1/jobs", tags=["jobs"], route_class=JsonRoute, dependencies=[Depends(each_once)])
    add_intake(routes, services)
    for add in (add_progress, add_ending, add_retrying):
        add(routes, services.jobs)
    return routes
