"""`POST /v1/jobs/{id}/retry`: what failed is tried again."""

from fastapi import APIRouter
from starlette.responses import Response

from timeline.jobs import Jobs
from timeline.service.jobs.telling import PROBLEMS, TOLD, JobId, accepted, found


def add_retrying(routes: APIRouter, jobs: Jobs) -> None:
    """Add the route that retries."""

    @routes.post(
        "/{job_id}/retry",
        operation_id="retry_job",
        status_code=202,
        response_model=None,
        responses={202: TOLD, **PROBLEMS},
    )
    def retry_job(job_id: JobId) -> Response:
        """Try the failed articles of a job again, those alone, unless their text was deleted."""
        found(jobs.find(job_id), job_id)
        jobs.retry(job_id)
        return accepted(found(jobs.find(job_id), job_id))
