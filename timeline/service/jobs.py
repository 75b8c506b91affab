"""`/v1/jobs`: many articles at once, extracted when there is time for them."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query
from fastapi.openapi.models import Example
from starlette.responses import JSONResponse, Response

from timeline.errors import InputError
from timeline.jobs import JobPlan
from timeline.jobs.reading import Address
from timeline.service.examples import JOB, TEXT
from timeline.service.json_route import JsonRoute
from timeline.service.models.jobs import JobAnswer, JobArticle, JobPage, JobQuery, JobRequest
from timeline.service.problems import ProblemError, kinds, problem_responses
from timeline.service.services import Services
from timeline.service.stored.timeline import bad_cursor
from timeline.store.cursor import read_cursor, write_cursor
from timeline.store.job_values import InputForm, NewItem, StoredJob
from timeline.wiring import EngineName, resolve_engine_name

_REQUESTS = {
    "two": Example(
        summary="Two articles, by the rules",
        value={
            "engine": "rules",
            "articles": [
                {"id": "archive/2024/0001", "text": TEXT, "published": "2024-05-20"},
                {"id": "archive/2024/0002", "text": "Per Holm resigned on Monday.", "published": "2024-05-22"},
            ],
        },
    )
}
_LOCATION = {"Location": {"description": "Where the job is found.", "schema": {"type": "string"}}}
_TAKEN = {
    "model": JobAnswer,
    "description": "The job, taken in as a whole.",
    "headers": _LOCATION,
}
_TOLD = {"model": JobAnswer, "description": "The job as it is now."}
_PAGE = {
    "model": JobPage,
    "description": "The job and a page of its articles.",
}
_PROBLEMS = problem_responses(kinds.NOT_FOUND, kinds.STORE_UNAVAILABLE)

JobId = Annotated[str, Path(pattern="^job_[0-9a-f]{32}$", description="The job's `id`.", examples=[JOB])]


def router(services: Services) -> APIRouter:
    """Return the routes of the jobs."""
    routes = APIRouter(prefix="/v1", tags=["jobs"], route_class=JsonRoute)
    jobs = services.jobs

    @routes.post(
        "/jobs",
        operation_id="create_job",
        status_code=202,
        response_model=None,
        responses={
            202: _TAKEN,
            **problem_responses(
                kinds.MALFORMED_JSON, kinds.UNSUPPORTED_MEDIA_TYPE, kinds.NOT_CONFIGURED, kinds.STORE_UNAVAILABLE
            ),
        },
    )
    def create_job(request: Annotated[JobRequest, Body(openapi_examples=_REQUESTS)]) -> Response:
        """Hand in many articles, to be extracted and stored by whichever worker is free.

        The job outlives this server: none of its articles is lost, and none is stored twice.
        """
        engine = resolve_engine_name(request.engine, services.settings)
        services.engines.get(engine)  # whether there is such an engine is told now, not once for each article
        model = services.settings.model if engine is EngineName.LLM else None
        return _accepted(jobs.submit(_items(request.articles), JobPlan(engine, model)))

    @routes.get("/jobs/{job_id}", operation_id="get_job", response_model=None, responses={200: _PAGE, **_PROBLEMS})
    def get_job(job_id: JobId, query: Annotated[JobQuery, Query()]) -> Response:
        """Tell how far a job is, and what became of its articles, page by page."""
        states = () if query.state is None else (query.state,)
        after = _after(query.cursor)
        job = _found(jobs.find(job_id), job_id)
        items = jobs.articles(job_id, after=after, limit=query.limit + 1, states=states)
        page = items[: query.limit]
        following = write_cursor(page[-1].number) if len(items) > len(page) else None
        return Response(JobPage.page_of(job, page, following).model_dump_json(), media_type="application/json")

    @routes.delete(
        "/jobs/{job_id}",
        operation_id="delete_job",
        status_code=202,
        response_model=None,
        responses={202: _TOLD, 204: {"description": "It was at its end, and is forgotten."}, **_PROBLEMS},
    )
    def delete_job(job_id: JobId) -> Response:
        """Cancel a job: what no worker has begun is not begun any more, what is under way ends.

        A job that is at its end is forgotten, with all that is kept of it; the articles it stored stay.
        """
        if not _found(jobs.find(job_id), job_id).counts.open:
            jobs.remove(job_id)
            return Response(status_code=204)
        return _accepted(_found(jobs.cancel(job_id), job_id))

    @routes.post(
        "/jobs/{job_id}/retry",
        operation_id="retry_job",
        status_code=202,
        response_model=None,
        responses={202: _TOLD, **_PROBLEMS},
    )
    def retry_job(job_id: JobId) -> Response:
        """Try the failed articles of a job again, those alone."""
        _found(jobs.find(job_id), job_id)
        jobs.retry(job_id)
        return _accepted(_found(jobs.find(job_id), job_id))

    return routes


def _accepted(job: StoredJob) -> Response:
    told = JobAnswer.of(job).model_dump(mode="json")
    return JSONResponse(told, status_code=202, headers={"Location": f"/v1/jobs/{job.id}"})


def _items(articles: tuple[JobArticle, ...]) -> Iterator[NewItem]:
    for article in articles:
        if article.url is not None:
            address = Address(url=article.url, published=article.published, title=article.title, source=article.source)
            yield NewItem(article.id, InputForm.ADDRESS, address.model_dump_json())
        else:
            line = article.model_dump_json(exclude={"id", "url"}, exclude_none=True)
            yield NewItem(article.id, InputForm.RECORD, line)


def _found(job: StoredJob | None, job_id: str) -> StoredJob:
    if job is None:
        raise ProblemError(kinds.NOT_FOUND, f"there is no job {job_id!r}")
    return job


def _after(cursor: str | None) -> int:
    try:
        return 0 if cursor is None else read_cursor(cursor)
    except InputError as error:
        raise bad_cursor(error) from error
