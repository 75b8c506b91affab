"""Errors as problem details (RFC 9457): one form for every response that is not a success."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from timeline.errors import ConfigurationError, InputError, ModelError, TimelineError

MEDIA_TYPE = "application/problem+json"

_STATUSES: dict[type[TimelineError], HTTPStatus] = {
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ConfigurationError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ModelError: HTTPStatus.BAD_GATEWAY,
}


class Problem(BaseModel):
    """What went wrong, and what to do about it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error of `app` as a problem."""
    app.add_exception_handler(TimelineError, _of_error)
    app.add_exception_handler(HTTPException, _of_http_exception)
    app.add_exception_handler(RequestValidationError, _of_invalid_request)
    app.add_exception_handler(Exception, _of_bug)


def problem(status: HTTPStatus, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """Return the problem as a response."""
    body = Problem(title=status.phrase, status=status, detail=detail)
    return JSONResponse(body.model_dump(), status_code=status, media_type=MEDIA_TYPE, headers=headers)


def _of_error(_: Request, error: Exception) -> JSONResponse:
    status = next((status for kind, status in _STATUSES.items() if isinstance(error, kind)), None)
    return problem(status or HTTPStatus.INTERNAL_SERVER_ERROR, str(error))


def _of_http_exception(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for no other
    return problem(HTTPStatus(error.status_code), str(error.detail), dict(error.headers or {}))


def _of_invalid_request(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - it is registered for no other
    faults = [
        f"{'.'.join(str(part) for part in fault['loc'][1:]) or 'body'}: {fault['msg']}" for fault in error.errors()
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(faults))


def _of_bug(_: Request, __: Exception) -> JSONResponse:
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the service failed; its log has the cause")
