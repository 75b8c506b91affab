"""Words that a hyphen joins to the next name no time of their own."""

from datetime import date

import pytest

from timeline.temporal import tag


@pytest.mark.parametrize(
    "sentence",
    ["The year-old firm failed.", "Quarter-to-quarter sales fell.", "The quarter-to-quarter fall was small."],
)
def test_joined_to_the_next_word(sentence: str) -> None:
    """What is left of "the year-old firm" is no year."""
    assert tag(sentence, date(2024, 10, 12)) == []


def test_the_end_of_next_month_counts_from_publication() -> None:
    """The article of "the end of next month" is that of the end, so the month told before does not count."""
    text = "It opened in March 2022. It closes at the end of next month."
    assert [found.edtf for found in tag(text, date(2024, 10, 12))] == ["2022-03", "2024-11~"]
