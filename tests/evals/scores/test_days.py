"""What days dates stand for, and how they agree."""

from datetime import date

import pytest

from evals.scores.days import date_score, days_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-10-11", "2024-10-11", "2024-10-11"),
        ("2024-10-08T14:30:00", "2024-10-08", "2024-10-08"),
        ("2024-09-28~", "2024-09-28", "2024-09-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-10-XX", "2024-10-01", "2024-10-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2026-21", "2026-03-01", "2026-05-31"),
        ("2026-24", "2026-12-01", "2027-02-28"),
        ("2027-33", "2027-01-01", "2027-03-31"),
        ("2027-41", "2027-07-01", "2027-12-31"),
        ("2024-W42", "2024-10-14", "2024-10-20"),
        ("2024-10-22/2024-10-24", "2024-10-22", "2024-10-24"),
        ("1990/1993~", "1990-01-01", "1993-12-31"),
        ("2022/..", "2022-01-01", None),
        ("../2025-03", None, "2025-03-31"),
    ],
)
def test_days(edtf: str, first: str | None, last: str | None) -> None:
    """Every form of the codebook has a first and a last day."""
    days = days_of(edtf)
    assert days.first == (date.fromisoformat(first).toordinal() if first else None)
    assert days.last == (date.fromisoformat(last).toordinal() if last else None)


@pytest.mark.parametrize("text", ["soon", "2024-13", "2024-00", "2024-02-30", "October 2024", "", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """A guess in words is no date."""
    with pytest.raises(ValueError):  # noqa: PT011 - each kind has a message of its own
        days_of(text)


@pytest.mark.parametrize(
    ("predicted", "accepted", "exact", "overlap"),
    [
        pytest.param("2024-10-11", ("2024-10-11",), True, 1.0, id="the same day"),
        pytest.param("2024-10-08T09:00:00", ("2024-10-08",), True, 1.0, id="a time on that day"),
        pytest.param("2024-10", ("2024-10-11",), False, 1 / 31, id="a month for a day"),
        pytest.param("2024-10-23/2024-10-25", ("2024-10-22/2024-10-24",), False, 2 / 4, id="shifted by a day"),
        pytest.param("2023", ("2024",), False, 0.0, id="another year"),
        pytest.param(None, (None,), True, 1.0, id="null and null"),
        pytest.param(None, ("2024",), False, 0.0, id="null for a date"),
        pytest.param("2024", (None,), False, 0.0, id="a date for null"),
        pytest.param("2024", (None, "2024"), True, 1.0, id="the second accepted value"),
        pytest.param("soon", ("2024",), False, 0.0, id="no date at all"),
        pytest.param("soon", (None,), False, 0.0, id="no date for null"),
        pytest.param("2022/..", ("2022/..",), True, 1.0, id="open ends"),
    ],
)
def test_dates_are_scored(
    predicted: str | None, accepted: tuple[str | None, ...], *, exact: bool, overlap: float
) -> None:
    """The best accepted value counts; days are compared, not strings."""
    found = date_score(predicted, accepted)
    assert found.exact is exact
    assert found.overlap == pytest.approx(overlap)
