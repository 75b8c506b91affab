"""The base of every request and answer, and the fields that several of them share."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema


class Wire(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        serialize_by_alias=True,
        validate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


def _day(value: object) -> object:
    """Take a date as ISO 8601 writes it, or the day of an RFC 3339 time; never a number of seconds."""
    if value is None or isinstance(value, date):
        return value
    try:
        return _parsed_day(str(value)) if isinstance(value, str) else _no_day()
    except ValueError:
        return _no_day()


def _parsed_day(value: str) -> date:
    if len(value) == len("2024-10-12") and value.isascii():
        return date.fromisoformat(value) if value[4] == value[7] == "-" else _no_day()
    if value[10:11] in {"T", "t", " "}:
        return datetime.fromisoformat(value).date()
    return _no_day()


def _no_day() -> date:
    raise ValueError("must be a date such as 2024-10-12")


def _encodable(value: str) -> str:
    """Refuse half of a surrogate pair, which no encoding can write."""
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("holds half of a surrogate pair; decode it first")
    return value


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}),
]
"""A day of the calendar; of a time, its day as written."""

Words = Annotated[str, AfterValidator(_encodable)]
"""Text that can be written down in UTF-8."""
