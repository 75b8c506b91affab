"""Full calendar dates."""

from datetime import date

import pytest

from timeline.reading.calendar_dates import first_date


@pytest.mark.parametrize(
    "line",
    [
        "2024-10-12",
        "2024-10-12T23:30:00-05:00",
        "October 12, 2024",
        "Oct. 12, 2024",
        "OCT 12 2024",
        "12 October 2024",
        "12th of October, 2024",
        "12-Oct-2024",
        "Sat, 12 Oct 2024 10:00:00 GMT",
        "Published: October 12th, 2024 at 10:15",
        "12.10.2024",
    ],
)
def test_full_dates_are_read(line: str) -> None:
    """ISO, American and British order, with or without what is around them."""
    assert first_date(line) == date(2024, 10, 12)


@pytest.mark.parametrize("line", ["10/22/2024", "22/10/2024"])
def test_figures_with_one_reading_are_read(line: str) -> None:
    """There is no month 22."""
    assert first_date(line) == date(2024, 10, 22)


@pytest.mark.parametrize(
    "line",
    ["10/12/2024", "October 12", "October 2024", "2024", "31 February 2024", "Friday", "12024-10-12", "2 days ago"],
)
def test_what_fixes_no_day_is_none(line: str) -> None:
    """Two readings, a missing part or a day that does not exist make no date."""
    assert first_date(line) is None
