"""`POST /v1/jobs`: many articles handed in at once."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Body
from fastapi.openapi.models import Example
from starlette.responses import Response

from timeline.domain.article import text_id
from timeline.jobs import JobPlan
from timeline.jobs.reading import Address
from timeline.service.examples import TEXT
from timeline.service.jobs.telling import accepted
from timeline.service.models.jobs import JobAnswer, JobArticle, JobRequest
from timeline.service.problems import kinds, problem_responses
from timeline.service.services import Services
from timeline.store.job_values import InputForm, NewItem
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
_TAKEN = {
    "model": JobAnswer,
    "description": "The job, taken in as a whole.",
    "headers": {"Location": {"description": "Where the job is found.", "schema": {"type": "string"}}},
}
_PROBLEMS = problem_responses(
    kinds.MALFORMED_JSON, kinds.UNSUPPORTED_MEDIA_TYPE, kinds.NOT_CONFIGURED, kinds.STORE_UNAVAILABLE
)


def add_intake(routes: APIRouter, services: Services) -> None:
    """Add the route by which jobs come in."""

    @routes.post(
        "", operation_id="create_job", status_code=202, response_model=None, responses={202: _TAKEN, **_PROBLEMS}
    )
    def create_job(request: Annotated[JobRequest, Body(openapi_examples=_REQUESTS)]) -> Response:
        """Hand in many articles, to be extracted and stored by whichever worker is free.

        The job outlives this server: none of its articles is lost, and none is stored twice.
        """
        engine = resolve_engine_name(request.engine, services.settings)
        services.engines.get(engine)  # whether there is such an engine is told now, not once for each article
        model = services.settings.model if engine is EngineName.LLM else None
        return accepted(services.jobs.submit(_items(request.articles), JobPlan(engine, model)))


def _items(articles: tuple[JobArticle, ...]) -> Iterator[NewItem]:
    for article in articles:
        if article.url is not None:
            address = Address(url=article.url, published=article.published, title=article.title, source=article.source)
            yield NewItem(article.id, InputForm.ADDRESS, address.model_dump_json())
        else:
            line = article.model_dump_json(exclude={"id", "url"}, exclude_none=True)
            known = None if article.text is None else text_id(article.text)
            yield NewItem(article.id, InputForm.RECORD, line, known)
