"""The log: its lines are events with fields, and hold nothing of what was worked on."""

import json
import logging
import sys

import pytest

from timeline.logs import JsonLine, TextLine


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
