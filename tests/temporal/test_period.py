"""Periods of the calendar and the arithmetic on them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.domain.edtf import bounds
from timeline.temporal.english.holidays import easter
from timeline.temporal.period import Grain, Period, containing, edtf, last_day, move, shift, timex, year

DAY = date(2024, 10, 12)

NAMES = [
    (Grain.DAY, "2024-10-12", "2024-10-12"),
    (Grain.WEEK, "2024-W41", "2024-10-07/2024-10-13"),
    (Grain.WEEKEND, "2024-W41-WE", "2024-10-12/2024-10-13"),
    (Grain.MONTH, "2024-10", "2024-10"),
    (Grain.SEASON, "2024-FA", "2024-23"),
    (Grain.QUARTER, "2024-Q4", "2024-36"),
    (Grain.HALF, "2024-H2", "2024-41"),
    (Grain.YEAR, "2024", "2024"),
    (Grain.DECADE, "202", "202X"),
    (Grain.CENTURY, "20", "20XX"),
]


@pytest.mark.parametrize(("grain", "value", "written"), NAMES, ids=[row[0].name for row in NAMES])
def test_names(grain: Grain, value: str, written: str) -> None:
    """Every size has its TIMEX3 and its EDTF form."""
    period = containing(grain, DAY)
    assert (timex(period), edtf(period)) == (value, written)


def test_winter_belongs_to_the_year_it_starts_in() -> None:
    """January lies in the winter of the year before."""
    assert edtf(containing(Grain.SEASON, date(2025, 1, 3))) == "2024-24"


def test_end_of_month_is_kept() -> None:
    """A month after January 31 is the last day of February."""
    assert move(date(2024, 1, 31), Grain.MONTH, 1) == date(2024, 2, 29)


def test_years_before_christ_count_backwards() -> None:
    """The year after 480 BC is 479 BC."""
    assert timex(shift(year(480, bc=True), 1)) == "BC0479"


def test_beyond_the_calendar_is_an_overflow() -> None:
    """Years end at 9999."""
    with pytest.raises(OverflowError, match="leaves the calendar"):
        move(date(9999, 1, 1), Grain.YEAR, 1)


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(8000, 1, 1)), st.sampled_from(list(Grain)), st.integers(-19, 19))
def test_shifting_there_and_back_changes_nothing(day: date, grain: Grain, count: int) -> None:
    """Periods of one size follow each other without gaps."""
    period = containing(grain, day)
    assert shift(shift(period, count), -count) == period


@settings(deadline=None)
@given(
    st.dates(date(100, 1, 1), date(9000, 1, 1)),
    st.sampled_from([grain for grain in Grain if grain is not Grain.WEEKEND]),
)
def test_days_of_a_period_are_those_of_its_edtf(day: date, grain: Grain) -> None:
    """The period's first and last day are the bounds of its EDTF value."""
    period = containing(grain, day)
    written = edtf(period)
    assert written is not None
    assert bounds(written) == (period.start, last_day(period))


def test_easter() -> None:
    """Easter Sundays of three years, the earliest and latest of recent memory among them."""
    assert [easter(number) for number in (2008, 2011, 2024)] == [
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2024, 3, 31),
    ]


def test_period_is_a_value() -> None:
    """Equal parts make equal periods."""
    assert Period(Grain.DAY, DAY) == containing(Grain.DAY, DAY)
