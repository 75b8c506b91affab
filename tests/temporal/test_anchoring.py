"""The nearest day and season around a day."""

from datetime import date

import pytest

from timeline.temporal.english.anchoring import date_near, season_near
from timeline.temporal.period import day, season

ANCHOR = date(2024, 10, 12)

DATES = [
    ("of this year and the next", (12, 1), date(2024, 12, 1), date(2023, 12, 1)),
    ("of the next year and this", (1, 5), date(2025, 1, 5), date(2024, 1, 5)),
    ("leap days", (2, 29), date(2024, 2, 29), date(2028, 2, 29)),
]


@pytest.mark.parametrize(("written", "near", "next_near"), [row[1:] for row in DATES], ids=[row[0] for row in DATES])
def test_dates_near(written: tuple[int, int], near: date, next_near: date) -> None:
    """A day without its year is that of the nearest year, or else of the next nearest that has it."""
    assert date_near(ANCHOR, *written) == (day(near), day(next_near))


def test_a_day_of_no_year() -> None:
    """February has no 30th day in any year."""
    with pytest.raises(ValueError, match="month 2 has no day 30"):
        date_near(ANCHOR, 2, 30)


SEASONS = [
    ("running", date(2024, 10, 12), "FA", 2024, 2024),
    ("of the year before, running", date(2024, 2, 29), "WI", 2023, 2023),
    ("over", date(2024, 3, 1), "WI", 2023, 2024),
    ("to come this year", date(2024, 2, 29), "SU", 2023, 2024),
    ("to come next year", date(2024, 10, 12), "SP", 2024, 2025),
]


@pytest.mark.parametrize(
    ("anchor", "name", "behind", "ahead"), [row[1:] for row in SEASONS], ids=[row[0] for row in SEASONS]
)
def test_seasons_near(anchor: date, name: str, behind: int, ahead: int) -> None:
    """Behind lies the one begun last, ahead the one that runs or is the next to begin."""
    found = season_near(anchor, name, ahead=False), season_near(anchor, name, ahead=True)
    assert found == (season(behind, name), season(ahead, name))
