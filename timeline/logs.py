"""What the log looks like: lines of text, or of JSON for a collector.

A record is an event, with fields where it was given some as `extra={"fields": {...}}`. Of an error, its class and where
it came from are told, never its message: that may quote an article or what a client sent. So may what libraries say,
which is told as an error of theirs and its place, or not at all.
"""

import json
import logging
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Literal, TypeAlias

Form: TypeAlias = Literal["text", "json"]

Fields: TypeAlias = Mapping[str, str | int | float | None]

Context: TypeAlias = Callable[[], Fields]
"""Returns the fields that every line carries while it works for a request."""

PACKAGE: Final = "timeline"
_HEARD: Final = frozenset({PACKAGE, "uvicorn"})
"""Whose words are told: our own, and those of the server, which knows no article."""


def no_context() -> Fields:
    """Return no fields."""
    return {}


def configure_log(form: Form, *, level: int = logging.WARNING, context: Context = no_context) -> None:
    """Send the log to standard error: our own lines from `level` on, the server's warnings, and errors of libraries."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(is_told)
    handler.setFormatter(JsonLine(context) if form == "json" else TextLine(context))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(PACKAGE).setLevel(level)


def is_told(record: logging.LogRecord) -> bool:
    """Say whether a record is for the log: of a library that may quote an article, only an error is."""
    return _is_heard(record) or record.levelno >= logging.ERROR


class TextLine(logging.Formatter):
    """One record, one line of text, and the place of its error below it."""

    def __init__(self, context: Context = no_context) -> None:
        super().__init__()
        self._context = context

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text."""
        fields = {**_fields_of(record), **self._context()}
        told = "".join(f" {name}={_shown(value)}" for name, value in fields.items() if value is not None)
        line = f"timeline: {record.levelname}: {_event_of(record)}{told}"
        error = _error_of(record)
        return line if error is None else f"{line}\n{error.name}\n{error.trace}".rstrip()


class JsonLine(logging.Formatter):
    """One record, one JSON object."""

    def __init__(self, context: Context = no_context) -> None:
        super().__init__()
        self._context = context

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON."""
        line: dict[str, str | int | float | None] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event_of(record),
            **_fields_of(record),
            **self._context(),
        }
        if error := _error_of(record):
            line |= {"error": error.name, "trace": error.trace}
        return json.dumps({name: value for name, value in line.items() if value is not None}, ensure_ascii=False)


def _shown(value: str | float) -> str:
    """Return a value as one word: what a client sent may hold a line end."""
    text = str(value)
    return text if text.isprintable() and " " not in text else repr(text)


class _Told:
    """What may be told of an error."""

    def __init__(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        self.name = f"{kind.__module__}.{kind.__qualname__}"
        self.trace = "".join(traceback.format_tb(trace))


def _error_of(record: logging.LogRecord) -> _Told | None:
    if not record.exc_info or record.exc_info[0] is None:
        return None
    return _Told(record.exc_info[0], record.exc_info[2])


def _is_heard(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in _HEARD


def _event_of(record: logging.LogRecord) -> str:
    return record.getMessage() if _is_heard(record) else "error in a library"


def _fields_of(record: logging.LogRecord) -> Fields:
    if not _is_heard(record):
        return {"library": record.name, "place": f"{record.module}:{record.lineno}"}
    fields: Fields = getattr(record, "fields", {})
    return fields
