"""`GET /v1/jobs/{id}`: how far a job is."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from timeline.errors import InputError
from timeline.jobs import Jobs
from timeline.service.jobs.telling import PROBLEMS, JobId, unknown
from timeline.service.media_types import JSON
from timeline.service.models.jobs import JobPage, JobQuery
from timeline.service.stored.timeline import bad_cursor
from timeline.store.cursor import read_cursor, write_cursor

_PAGE = {"model": JobPage, "description": "The job and a page of its articles."}


def add_progress(routes: APIRouter, jobs: Jobs) -> None:
    """Add the route that tells of a job."""

    @routes.get("/{job_id}", operation_id="get_job", response_model=None, responses={200: _PAGE, **PROBLEMS})
    def get_job(job_id: JobId, query: Annotated[JobQuery, Query()]) -> Response:
        """Tell how far a job is, and what became of its articles, page by page."""
        states = () if query.state is None else (query.state,)
        listing = jobs.listing(job_id, after=_after(query.cursor), limit=query.limit + 1, states=states)
        if listing is None:
            raise unknown(job_id)
        page = listing.items[: query.limit]
        following = write_cursor(page[-1].number) if len(listing.items) > len(page) else None
        return Response(JobPage.page_of(listing.job, page, following).model_dump_json(), media_type=JSON)


def _after(cursor: str | None) -> int:
    try:
        return 0 if cursor is None else read_cursor(cursor)
    except InputError as error:
        raise bad_cursor(error) from error
