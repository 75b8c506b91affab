"""EDTF: bounds, granularity, and what is refused."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from timeline.domain.edtf import Bounds, bounds, granularity
from timeline.domain.vocabulary import Granularity

KNOWN = [
    ("2024-10-08", date(2024, 10, 8), date(2024, 10, 8), Granularity.DAY),
    ("2024-09-28~", date(2024, 9, 28), date(2024, 9, 28), Granularity.DAY),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Granularity.MONTH),
    ("2025-03~", date(2025, 3, 1), date(2025, 3, 31), Granularity.MONTH),
    ("2024", date(2024, 1, 1), date(2024, 12, 31), Granularity.YEAR),
    ("199X", date(1990, 1, 1), date(1999, 12, 31), Granularity.DECADE),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31), Granularity.CENTURY),
    ("2026-21", date(2026, 3, 1), date(2026, 5, 31), Granularity.SEASON),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Granularity.SEASON),
    ("2027-33", date(2027, 1, 1), date(2027, 3, 31), Granularity.QUARTER),
    ("2027-41", date(2027, 7, 1), date(2027, 12, 31), Granularity.HALF),
    ("2024-10-08T14:30:00", date(2024, 10, 8), date(2024, 10, 8), Granularity.TIME),
    ("2024-10-22/2024-10-24", date(2024, 10, 22), date(2024, 10, 24), Granularity.INTERVAL),
    ("2024-10-07/2024-10-13", date(2024, 10, 7), date(2024, 10, 13), Granularity.WEEK),
    ("2024-10-12/2024-10-13", date(2024, 10, 12), date(2024, 10, 13), Granularity.WEEK),
    ("1990/1993~", date(1990, 1, 1), date(1993, 12, 31), Granularity.INTERVAL),
    ("2022/..", date(2022, 1, 1), None, Granularity.INTERVAL),
    ("../2025-03", None, date(2025, 3, 31), Granularity.INTERVAL),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest", "grain"), KNOWN, ids=[row[0] for row in KNOWN])
def test_reads_the_subset(edtf: str, earliest: date | None, latest: date | None, grain: Granularity) -> None:
    """Every form of the subset has its days and its granularity."""
    assert (bounds(edtf), granularity(edtf)) == (Bounds(earliest, latest), grain)


@pytest.mark.parametrize("edtf", [row[0] for row in KNOWN])
def test_subset_is_edtf(edtf: str) -> None:
    """Every form of the subset is read by the reference parser too."""
    assert str(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "", "..", "friday", "2024-13", "2024-00", "2024-02-30", "2024-10-08T25:00:00", "2024-10-08T14:30", "0000",
        "9999-24", "2024-10-24/2024-10-22", "2024/2025/2026", "/2024", "~2024", "2024~~", "٢٠٢٤", "2024-W41",
        "9" * 10_000,
        "2024\n",
    ],
)  # fmt: skip
def test_refuses_what_is_not_in_the_subset(edtf: str) -> None:
    """Anything else is a ValueError that shows the value."""
    with pytest.raises(ValueError, match="EDTF"):
        bounds(edtf)
    with pytest.raises(ValueError, match="EDTF"):
        granularity(edtf)


@given(st.dates(), st.integers(0, 4000))
def test_interval_of_days_has_those_days(first: date, length: int) -> None:
    """The bounds of an interval of days are its days."""
    last = first + timedelta(days=min(length, (date.max - first).days))
    assert bounds(f"{first}/{last}") == (first, last)
