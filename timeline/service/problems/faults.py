"""What is wrong with a request, fault by fault, in words that a client's author understands."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic_core import ErrorDetails

from timeline.service.problems.problem import Fault

_WORDS: Final[Mapping[str, str]] = {
    "missing": "is required, and was not sent",
    "extra_forbidden": "is not known here; remove it",
    "string_type": "must be a string",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "bool_type": "must be true or false",
    "list_type": "must be an array",
    "tuple_type": "must be an array",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "string_too_long": "must have at most {max_length} characters",
    "string_too_short": "must have at least {min_length} characters",
    "string_pattern_mismatch": "must match {pattern}",
    "too_long": "is too long; at most {max_length} are taken",
    "too_short": "is too short; at least {min_length} are wanted",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "enum": "must be one of {expected}",
    "literal_error": "must be {expected}",
    "value_error": "{error}",
}
_LONGEST_VALUE = 60


def fault_of(error: ErrorDetails) -> Fault:
    """Return one error of a validation as a fault."""
    origin, *where = error["loc"] or ("body",)
    detail = _detail(error)
    if origin == "body":
        return Fault(detail=detail, pointer="#" + "".join(f"/{_escaped(part)}" for part in where))
    return Fault(detail=detail, parameter=".".join(str(part) for part in where) or None)


def summary(faults: Sequence[Fault]) -> str:
    """Say all faults in one line, each with its place."""
    return "; ".join(f"{place}: {fault.detail}" if (place := _place(fault)) else fault.detail for fault in faults)


def _detail(error: ErrorDetails) -> str:
    context: dict[str, Any] = dict(error.get("ctx") or {})
    words = _WORDS.get(error["type"])
    said = words.format_map(context) if words else error["msg"].replace("Input should be", "must be")
    return f"{said}{_given(error)}"


def _given(error: ErrorDetails) -> str:
    """Name the value where it is short: an article's text is never told."""
    value = error["input"]
    if error["type"] in {"missing", "extra_forbidden", "value_error"} or not isinstance(value, str | int | float):
        return ""
    shown = repr(value)
    return f", not {shown}" if len(shown) <= _LONGEST_VALUE else ""


def _place(fault: Fault) -> str:
    """Name the field or parameter; of the whole body or query there is nothing to name."""
    return fault.parameter or (fault.pointer or "").removeprefix("#").removeprefix("/")


def _escaped(part: int | str) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")
