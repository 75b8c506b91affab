"""A problem as it goes over the wire (RFC 9457), and the error that becomes one."""

from collections.abc import Mapping, Sequence

from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from timeline.service.problems.kinds import Kind
from timeline.service.request_id import current_request_id

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One fault of a request: what is wrong, and where."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    detail: str = Field(description="what is wrong, and what would be right")
    pointer: str | None = Field(
        default=None, description="the part of the body, as a JSON Pointer in a URI fragment (RFC 6901)"
    )
    parameter: str | None = Field(default=None, description="the parameter of the query or the path")


class Problem(BaseModel):
    """What went wrong, and what to do about it (RFC 9457)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str = Field(description="the kind of problem: a reference to the page that explains it")
    title: str = Field(description="the kind of problem, in words")
    status: int = Field(description="the HTTP status")
    detail: str = Field(description="what went wrong this time")
    request_id: str | None = Field(default=None, description="the request, as the server's log has it")
    errors: tuple[Fault, ...] | None = Field(default=None, description="every fault of a request that is not valid")


class ProblemError(Exception):
    """Raised by a route: the request ends with this problem."""

    def __init__(
        self, kind: Kind, detail: str, *, errors: Sequence[Fault] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.errors = tuple(errors)
        self.headers = dict(headers or {})

    def problem(self) -> Problem:
        """Return what the client is told."""
        return Problem(
            type=self.kind.type,
            title=self.kind.title,
            status=self.kind.status,
            detail=str(self),
            request_id=current_request_id(),
            errors=self.errors or None,
        )

    def response(self) -> JSONResponse:
        """Return the problem as a response."""
        body = self.problem().model_dump(mode="json", exclude_none=True)
        return JSONResponse(body, status_code=self.kind.status, media_type=MEDIA_TYPE, headers=self.headers)
