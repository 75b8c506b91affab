"""No date comes from the clock."""

import sys
import time
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from timeline.domain.time_expression import TimeExpression
from timeline.temporal import tag

TEXT = "He met them on Friday. He goes next month. A year ago, in May, it was late last night. By 1/2/24 it ends."
NOW = datetime(2024, 10, 12, tzinfo=UTC)


def _tag_on(monkeypatch: pytest.MonkeyPatch, days: int) -> list[TimeExpression]:
    """Tag with a system clock that is `days` off, wherever the package could read it."""

    class ShiftedDate(date):
        @classmethod
        def today(cls) -> "ShiftedDate":
            return cls.fromordinal((NOW + timedelta(days=days)).toordinal())

    class ShiftedDatetime(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "ShiftedDatetime":
            return cls.fromtimestamp((NOW + timedelta(days=days)).timestamp(), tz)

    monkeypatch.setattr(time, "time", (NOW + timedelta(days=days)).timestamp)
    for name, module in list(sys.modules.items()):
        if name.startswith(("timeline.temporal", "timeline.text")):
            for attribute, shifted in (("date", ShiftedDate), ("datetime", ShiftedDatetime)):
                if hasattr(module, attribute):
                    monkeypatch.setattr(module, attribute, shifted)
    return tag(TEXT, ShiftedDate(2024, 10, 12))


def test_shifted_system_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text and publication date give the same result on every day."""
    found = [_tag_on(monkeypatch, days) for days in (0, -9000, 4000)]
    assert found[0] == found[1] == found[2]
    assert found[0][0].edtf == "2024-10-11"
