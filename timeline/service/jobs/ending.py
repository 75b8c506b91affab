"""`DELETE /v1/jobs/{id}`: a job is cancelled, or forgotten where it is at its end."""

from fastapi import APIRouter
from starlette.responses import Response

from timeline.jobs import Jobs
from timeline.service.jobs.telling import PROBLEMS, TOLD, JobId, accepted, found

_FORGOTTEN = {"description": "It was at its end, and is forgotten."}


def add_ending(routes: APIRouter, jobs: Jobs) -> None:
    """Add the route by which jobs end."""

    @routes.delete(
        "/{job_id}",
        operation_id="delete_job",
        status_code=202,
        response_model=None,
        responses={202: TOLD, 204: _FORGOTTEN, **PROBLEMS},
    )
    def delete_job(job_id: JobId) -> Response:
        """Cancel a job: what no worker has begun is not begun any more, what is under way ends.

        A job that is at its end is forgotten, with all that is kept of it; the articles it stored stay.
        """
        if jobs.remove(job_id):
            return Response(status_code=204)
        return accepted(found(jobs.cancel(job_id), job_id))
