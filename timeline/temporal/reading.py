"""What a rule makes of a phrase."""

import re
from typing import Final, NamedTuple

from timeline.domain.time_expression import TimexType
from timeline.temporal.period import Period, edtf, timex


class Reading(NamedTuple):
    """A phrase resolved. `period` is what later phrases may refer back to; `reasons` say why, in words."""

    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    period: Period | None = None
    alternatives: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    told: bool = True
    """Whether later phrases may refer back to the period; a comparison ("a year earlier") is only glanced at."""


_QUALIFIED: Final = re.compile(r"[0-9]{2}(?:XX|[0-9]X|[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?)")
"""Days, months, years, decades and centuries; EDTF has no `~` for seasons, quarters and halves, nor for times."""


def roughly(date: str | None) -> str | None:
    """Mark an EDTF date as approximate, where EDTF can."""
    return f"{date}~" if date and _QUALIFIED.fullmatch(date) else date


def dated(
    period: Period, *reasons: str, mod: str | None = None, approximate: bool = False, others: tuple[Period, ...] = ()
) -> Reading:
    """Make the reading of a phrase that names one period."""
    date = edtf(period)
    return Reading(
        TimexType.DATE,
        timex(period),
        mod=mod,
        edtf=roughly(date) if approximate else date,
        period=period,
        alternatives=tuple(value for other in others if (value := edtf(other))),
        reasons=reasons,
    )


def undated(value: str, *reasons: str, kind: TimexType = TimexType.DATE, mod: str | None = None) -> Reading:
    """Make the reading of a phrase that fixes no date: a duration, a set, "recently"."""
    return Reading(kind, value, mod=mod, reasons=reasons)
