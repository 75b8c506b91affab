"""From errors to problems: one form for every response that is not a success."""

import logging
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from timeline.errors import (
    ConfigurationError,
    InputError,
    ModelError,
    NoPublicationDateError,
    StoreError,
    TimelineError,
)
from timeline.llm.errors import BudgetError, DeadlineError, TransientError
from timeline.service.problems import kinds
from timeline.service.problems.faults import fault_of, summary
from timeline.service.problems.kinds import Kind
from timeline.service.problems.problem import ProblemError

_log = logging.getLogger(__name__)

_KINDS: Final[Mapping[type[TimelineError], Kind]] = {
    NoPublicationDateError: kinds.NO_PUBLICATION_DATE,
    InputError: kinds.UNUSABLE_DOCUMENT,
    ConfigurationError: kinds.NOT_CONFIGURED,
    StoreError: kinds.STORE_UNAVAILABLE,
}
_RETRY_AFTER = "30"
_METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error of `app` as a problem."""
    app.add_exception_handler(ProblemError, _answer)
    app.add_exception_handler(TimelineError, _answer)
    app.add_exception_handler(HTTPException, _answer)
    app.add_exception_handler(RequestValidationError, _answer)
    app.add_exception_handler(Exception, _answer)


def problem_of(error: Exception) -> ProblemError:
    """Return what a client is told of an error. What nobody expected is logged and told as a fault of the service."""
    match error:
        case ProblemError():
            return error
        case NoPublicationDateError():
            detail = "no publication date is given, and none stands in the document; give it as 'published'"
            return ProblemError(kinds.NO_PUBLICATION_DATE, detail)
        case ModelError():
            return _of_model(error)
        case TimelineError():
            return _of_expected(error)
        case RequestValidationError():
            return _of_invalid_request(error)
        case HTTPException():
            return _of_http(error)
        case _:
            return _of_bug(error)


async def _answer(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if problem.kind is kinds.METHOD_NOT_ALLOWED:
        problem.headers["Allow"] = ", ".join(_methods(request))
    return problem.response()


def _methods(request: Request) -> list[str]:
    """Return the methods of an address: each is a route of its own, and the framework names those of one alone."""
    return [method for method in _METHODS if _has_route(request, method)]


def _has_route(request: Request, method: str) -> bool:
    scope = {**request.scope, "method": "GET" if method == "HEAD" else method}
    return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)


def _of_model(error: ModelError) -> ProblemError:
    cause = error.__cause__ or error
    match cause:
        case BudgetError() | TransientError(status=429):
            return ProblemError(kinds.MODEL_BUSY, str(error), headers={"Retry-After": _RETRY_AFTER})
        case DeadlineError() | TransientError(status=504):
            return ProblemError(kinds.TOO_SLOW, str(error))
        case _:
            return ProblemError(kinds.MODEL_FAILED, str(error))


def _of_expected(error: TimelineError) -> ProblemError:
    kind = next((kind for of, kind in _KINDS.items() if isinstance(error, of)), None)
    if kind is None:
        return _of_bug(error)
    headers = {"Retry-After": _RETRY_AFTER} if kind is kinds.STORE_UNAVAILABLE else {}
    return ProblemError(kind, str(error), headers=headers)


def _of_invalid_request(error: RequestValidationError) -> ProblemError:
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        where, reason = faults[0]["loc"][-1], faults[0]["ctx"]["error"]
        return ProblemError(kinds.MALFORMED_JSON, f"the body is not JSON: {reason} at character {where}")
    errors = [fault_of(fault) for fault in faults]
    return ProblemError(kinds.INVALID_REQUEST, summary(errors), errors=errors)


def _of_http(error: HTTPException) -> ProblemError:
    kind = kinds.kind_of_status(error.status_code)
    if kind is None:
        status = HTTPStatus(error.status_code)
        kind = Kind("", status, status.phrase, "", "")
    if kind is kinds.MALFORMED_JSON:
        return ProblemError(kind, "the body is not JSON in UTF-8 of a usual depth")
    is_told = error.detail != HTTPStatus(error.status_code).phrase
    return ProblemError(kind, str(error.detail) if is_told else kind.meaning, headers=error.headers)


def _of_bug(error: Exception) -> ProblemError:
    """Log where an error came from. Its message stays out: it may hold an article's text."""
    where = "".join(traceback.format_tb(error.__traceback__))
    _log.error("request_failed error=%s\n%s", type(error).__qualname__, where)
    return ProblemError(kinds.INTERNAL_ERROR, "the service failed; its log has the cause under this request's id")
