"""A time expression of a text with what it stands for."""

from datetime import date
from enum import StrEnum

from timeline.domain.value import Value


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1, ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeExpression(Value):
    """A time expression.

    `start` and `end` are half-open code-point offsets into the text as given, and `text` is what stands there.
    `value` and `mod` follow TIMEX3; `edtf` is the calendar date meant, in the subset of EDTF that
    `timeline.domain.edtf` reads, or None where the expression fixes none; `earliest` and `latest` are its
    first and last day, None where it is open or there is none. `rule` names the rule that decided, and
    `alternatives` holds the EDTF values of the readings that were close.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    rule: str
    alternatives: tuple[str, ...] = ()
