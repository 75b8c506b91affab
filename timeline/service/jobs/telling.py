"""What every answer about one job has in common."""

from typing import Annotated

from fastapi import Path
from starlette.responses import JSONResponse, Response

from timeline.service.examples import JOB
from timeline.service.models.jobs import JobAnswer
from timeline.service.problems import ProblemError, kinds, problem_responses
from timeline.store.job_values import StoredJob

JobId = Annotated[str, Path(pattern="^job_[0-9a-f]{32}$", description="The job's `id`.", examples=[JOB])]

TOLD = {"model": JobAnswer, "description": "The job as it is now."}
PROBLEMS = problem_responses(kinds.NOT_FOUND, kinds.STORE_UNAVAILABLE)


def accepted(job: StoredJob) -> Response:
    """Tell of a job on which there is work to do."""
    told = JobAnswer.of(job).model_dump(mode="json")
    return JSONResponse(told, status_code=202, headers={"Location": f"/v1/jobs/{job.id}"})


def found(job: StoredJob | None, job_id: str) -> StoredJob:
    """Return a job that there is.

    Raises:
        ProblemError: There is none.
    """
    if job is None:
        raise unknown(job_id)
    return job


def unknown(job_id: str) -> ProblemError:
    """Return the problem of a job that is not there."""
    return ProblemError(kinds.NOT_FOUND, f"there is no job {job_id!r}")
