"""The log: its lines are events with fields, and hold nothing of what was worked on."""

import json
import logging
import sys

import pytest

from timeline.logs import JsonLine, TextLine, is_told


def record_of(message: str, *, is_error: bool = False, **fields: str | float | None) -> logging.LogRecord:
    """Return a record, perhaps of an error that quotes an article."""
    raised = None
    if is_error:
        try:
            int("Ana Silva met Per Holm")
        except ValueError:
            raised = sys.exc_info()
    record = logging.LogRecord("timeline.service", logging.INFO, __file__, 1, message, None, raised)
    record.created = 1_700_000_000.25
    record.fields = fields
    return record


def test_a_line_of_json_has_the_fields_and_the_context() -> None:
    """What is not known is left out."""
    line = JsonLine(lambda: {"request_id": "r1", "trace_id": None}).format(record_of("request", status=200, key=None))
    assert json.loads(line) == {
        "time": "2023-11-14T22:13:20.250+00:00",
        "level": "info",
        "logger": "timeline.service",
        "event": "request",
        "status": 200,
        "request_id": "r1",
    }


def test_a_line_of_text_has_them_too() -> None:
    """A value that could break the line is quoted."""
    line = TextLine(lambda: {"request_id": "r1"}).format(record_of("request", status=200, path="/a\nb"))
    assert line == "timeline: INFO: request status=200 path='/a\\nb' request_id=r1"


@pytest.mark.parametrize("formatter", [JsonLine(), TextLine()])
def test_an_error_is_told_by_class_and_place(formatter: logging.Formatter) -> None:
    """Its message may quote an article."""
    line = formatter.format(record_of("failed", is_error=True))
    assert "builtins.ValueError" in line
    assert "record_of" in line
    assert "invalid literal" not in line


def _said_by(library: str, level: int) -> logging.LogRecord:
    return logging.LogRecord(library, level, "tree.py", 7, "no text in %s", ("Ana Silva met Per Holm",), None)


@pytest.mark.parametrize("formatter", [JsonLine(), TextLine()])
def test_of_a_library_s_error_only_the_place_is_told(formatter: logging.Formatter) -> None:
    """Its words may quote an article."""
    record = _said_by("trafilatura.core", logging.ERROR)
    assert is_told(record)
    line = formatter.format(record)
    assert "Silva" not in line
    for part in ("error in a library", "trafilatura.core", "tree:7"):
        assert part in line


@pytest.mark.parametrize(
    ("name", "level", "is_heard"),
    [
        ("timeline.jobs.worker", logging.INFO, True),
        ("uvicorn.error", logging.WARNING, True),
        ("trafilatura.core", logging.WARNING, False),
        ("htmldate.core", logging.WARNING, False),
        ("timelines", logging.WARNING, False),
    ],
)
def test_whose_warnings_are_told(name: str, level: int, *, is_heard: bool) -> None:
    """Our own and the server's."""
    assert is_told(_said_by(name, level)) is is_heard
