"""What "until" and "before" do to a date depends on what they join."""

from datetime import date

import pytest

from timeline.temporal import tag


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("The market is open until May 3.", "../2026-05-03", id="until ends"),
        pytest.param("The trial was put off until early 2027.", "2027~", id="put off until names the date"),
        pytest.param("They put off the budget vote until May 3.", "2026-05-03", id="put off what names the date"),
        pytest.param("The vote was postponed to May 3.", "2026-05-03", id="postponed to names the date"),
        pytest.param("The warning did not arrive until August 20.", "2025-08-20", id="not until names the date"),
        pytest.param("It closes before June.", "../2026-05", id="before a month"),
        pytest.param("They want talks before the end of the month.", "../2026-04", id="before an end"),
        pytest.param("Gunmen came before dawn on 19 June.", "2026-06-19", id="before dawn is on the day"),
        pytest.param(
            "She was flown out shortly before 2 a.m.", "2026-04-12T02:00:00", id="before an hour is on the day"
        ),
        pytest.param("It began just after 9 p.m. Friday.", "2026-04-10T21:00:00", id="after an hour is on the day"),
        pytest.param("It came after May 3.", "2026-05-04/..", id="after a day is not on it"),
    ],
)
def test_a_preposition_is_read_with_its_verb(text: str, edtf: str) -> None:
    """A date that is moved to, or waited for, is the date itself."""
    (expression,) = tag(text, date(2026, 4, 12))
    assert expression.edtf == edtf


def test_a_feature_told_from_now_is_no_history() -> None:
    """Years in the background do not move "last week" away from publication."""
    years = " ".join(f"In {year} the dam was repaired and the valley flooded again." for year in range(1990, 2006))
    text = f"{years} Last week the farmers marched. The governor came two years ago. Next week they will march again."
    assert "2026-03-30/2026-04-05" in [one.edtf for one in tag(text, date(2026, 4, 12))]
