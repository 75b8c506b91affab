"""Errors as problem details (RFC 9457): every response that is not a success has this form."""

from timeline.service.problems.handlers import add_problem_handlers, problem_of
from timeline.service.problems.kinds import KINDS, Kind
from timeline.service.problems.problem import MEDIA_TYPE, Fault, Problem, ProblemError
from timeline.service.problems.responses import problem_responses

__all__ = [
    "KINDS",
    "MEDIA_TYPE",
    "Fault",
    "Kind",
    "Problem",
    "ProblemError",
    "add_problem_handlers",
    "problem_of",
    "problem_responses",
]
