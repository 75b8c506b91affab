"""Full calendar dates as bylines and people write them; nothing that needs a reference date."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_FORMS = tuple(
    re.compile(rf"(?<![0-9A-Za-z]){form}", re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])",
        rf"{_MONTH}\s?{_DAY},?\s{{1,2}}{_YEAR}",
        rf"{_DAY}(?:\sof)?[\s-]{{1,2}}{_MONTH},?[\s-]{{1,2}}{_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})\.{_YEAR}",
        rf"(?P<either>[0-9]{{1,2}})/(?P<other>[0-9]{{1,2}})/{_YEAR}",
    )
)


def dates_in(line: str) -> Iterator[date]:
    """Yield the full dates of a line in the order of their forms, then of their places.

    `10/12/2024` is October or December, so it is none; `10/22/2024` can only be October.
    """
    for form in _FORMS:
        for found in form.finditer(line):
            day = _as_date(found.groupdict())
            if day:
                yield day


def first_date(line: str) -> date | None:
    """Return the first date of a line, or None."""
    return next(dates_in(line), None)


def _as_date(parts: dict[str, str]) -> date | None:
    if "either" in parts:
        month, day = _unambiguous(int(parts["either"]), int(parts["other"]))
    else:
        month, day = _month_number(parts["month"]), int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1


def _unambiguous(either: int, other: int) -> tuple[int, int]:
    """Return month and day; (0, 0), which is no date, where both readings are possible."""
    if either == other or (either <= 12 < other):
        return either, other
    return (other, either) if other <= 12 < either else (0, 0)
