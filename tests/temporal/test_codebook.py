"""The codebook's table of `when` and its ruling on dates, every line."""

from datetime import date

import pytest

from timeline.temporal import tag

PUBLISHED = date(2024, 10, 12)

LINES = [
    ("The two leaders will meet on Oct 22-24.", "Oct 22-24", "2024-10-22/2024-10-24"),
    ("The two leaders met on Friday.", "Friday", "2024-10-11"),
    ("The two leaders meet next Friday.", "next Friday", "2024-10-18"),
    ("The bridge was closed in July.", "July", "2024-07"),
    ("The mine shut last month.", "last month", "2024-09"),
    ("The mine will shut later this month.", "later this month", "2024-10"),
    ("The airline failed earlier this year.", "earlier this year", "2024"),
    ("The singer died two weeks ago.", "two weeks ago", "2024-09-28"),
    ("The singer died about two weeks ago.", "about two weeks ago", "2024-09-28~"),
    ("The border has been shut since 2022.", "2022", "2022/.."),
    ("The ban holds until March 2025.", "March 2025", "../2025-03"),
    ("Elections are due in mid-March 2025.", "mid-March 2025", "2025-03~"),
    ("The plant opens in early 2025.", "early 2025", "2025~"),
    ("Deliveries start in the first quarter of 2027.", "the first quarter of 2027", "2027-33"),
    ("The probe lands in spring 2026.", "spring 2026", "2026-21"),
    ("Wages fell in the 1990s.", "the 1990s", "199X"),
    ("The quake struck at 14:30 local time on Tuesday.", "14:30 local time on Tuesday", "2024-10-08T14:30:00"),
    ("The minister recently resigned.", "recently", None),
    ("The report is due by year's end.", "year's end", "../2024-12"),
    ("They left before June.", "June", "../2024-05"),
    ("The fare rises beginning Friday.", "Friday", "2024-10-18/.."),
    ("The envoys talked this week.", "this week", "2024-10-07/2024-10-13"),
    ("The depot burned last night.", "last night", "2024-10-11"),
    ("Wages fell in the early 1990s.", "the early 1990s", "1990/1993~"),
    ("Wages fell in the mid-1990s.", "the mid-1990s", "1994/1996~"),
    ("Wages fell in the late 1990s.", "the late 1990s", "1997/1999~"),
    ("The ship will sail in late March 2025.", "late March 2025", "2025-03~"),
    ("More layoffs follow in the coming weeks.", "the coming weeks", None),
    ("The siege went on for several days.", "several days", None),
]


@pytest.mark.parametrize(("sentence", "phrase", "edtf"), LINES, ids=[line[1] for line in LINES])
def test_table_of_when(sentence: str, phrase: str, edtf: str | None) -> None:
    """The phrase is found and has the date that the codebook gives it."""
    assert (phrase, edtf) in [(found.text, found.edtf) for found in tag(sentence, PUBLISHED)]


def test_event_without_a_date_gives_nothing() -> None:
    """A beginning that the text does not date is no calendar time."""
    assert [found.edtf for found in tag("Exports have fallen since the start of the war.", PUBLISHED)] == []


@pytest.mark.parametrize("phrase", ["May 3", "June 2"])
def test_both_ends_of_a_range_carry_the_whole(phrase: str) -> None:
    """Where two extents are drawn, each has the range from one to the other."""
    found = {one.text: one.edtf for one in tag("The road was shut from May 3 to June 2.", PUBLISHED)}
    assert found[phrase] == "2024-05-03/2024-06-02"
