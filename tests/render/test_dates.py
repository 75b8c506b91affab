"""The human form of EDTF values."""

from datetime import date

import pytest

from timeline.render.dates import human, human_when

PUBLISHED = date(2024, 10, 12)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        pytest.param("2024-10-11", "11 Oct 2024", id="day"),
        pytest.param("2024-10-03", "3 Oct 2024", id="day-of-one-digit"),
        pytest.param("2024-10", "Oct 2024", id="month"),
        pytest.param("2024", "2024", id="year"),
        pytest.param("0476", "476", id="early-year"),
        pytest.param("2024-10-08T14:30:00", "14:30 8 Oct 2024", id="time"),
        pytest.param("2024-10-08T00:00:00", "00:00 8 Oct 2024", id="midnight"),
        pytest.param("2024-10-08T14:30", "14:30 8 Oct 2024", id="time-without-seconds"),
        pytest.param("2024-10-08T14:00", "14:00 8 Oct 2024", id="full-hour-without-seconds"),
        pytest.param("2024-10-08T14:30:15", "14:30:15 8 Oct 2024", id="time-with-seconds"),
        pytest.param("2026-21", "spring 2026", id="spring"),
        pytest.param("2026-24", "winter 2026", id="winter"),
        pytest.param("2027-33", "Q1 2027", id="quarter"),
        pytest.param("2027-40", "first half of 2027", id="first-half"),
        pytest.param("2027-41", "second half of 2027", id="second-half"),
        pytest.param("199X", "1990s", id="decade"),
        pytest.param("19XX", "20th century", id="century"),
        pytest.param("20XX", "21st century", id="this-century"),
        pytest.param("10XX", "11th century", id="century-in-the-teens"),
        pytest.param("2024-09-28~", "about 28 Sep 2024", id="about-a-day"),
        pytest.param("2025-03~", "about Mar 2025", id="about-a-month"),
        pytest.param("2025?", "perhaps 2025", id="uncertain"),
        pytest.param("2025%", "perhaps about 2025", id="uncertain-and-approximate"),
    ],
)
def test_a_single_date(edtf: str, expected: str) -> None:
    """A date is written the way a newspaper writes it."""
    assert human(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        pytest.param("2024-10-22/2024-10-24", "22–24 Oct 2024", id="within-a-month"),
        pytest.param("2024-05-03/2024-06-02", "3 May – 2 Jun 2024", id="within-a-year"),
        pytest.param("2024-12-28/2025-01-03", "28 Dec 2024 – 3 Jan 2025", id="across-years"),
        pytest.param("2024-10-22/2025-10-22", "22 Oct 2024 – 22 Oct 2025", id="same-day-of-two-years"),
        pytest.param("2024-10-11/2024-10-11", "11 Oct 2024", id="one-day-twice"),
        pytest.param("2024-03/2024-05", "Mar–May 2024", id="months"),
        pytest.param("2024-11/2025-01", "Nov 2024 – Jan 2025", id="months-across-years"),
        pytest.param("2022/2024", "2022–2024", id="years"),
        pytest.param("1990/1993~", "about 1990–1993", id="about-years"),
        pytest.param("2024-10/2024-11-03", "Oct 2024 – 3 Nov 2024", id="month-to-day"),
        pytest.param("2027-33/2027-35", "Q1–Q3 2027", id="quarters"),
        pytest.param("2024-10-08T14:00:00/2024-10-08T15:30:00", "14:00–15:30 8 Oct 2024", id="hours"),
        pytest.param("199X/2004", "1990s–2004", id="decade-to-year"),
    ],
)
def test_an_interval(edtf: str, expected: str) -> None:
    """What both ends share is said once."""
    assert human(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        pytest.param("2022/..", "since 2022", id="since-a-year"),
        pytest.param("2024-10/..", "since Oct 2024", id="since-this-month"),
        pytest.param("2024-10-12/..", "since 12 Oct 2024", id="since-today"),
        pytest.param("2024-10-15/..", "from 15 Oct 2024", id="from-a-day-to-come"),
        pytest.param("2025~/..", "from about 2025", id="from-about"),
        pytest.param("2022/", "since 2022", id="unknown-end"),
        pytest.param("../2025-03", "until Mar 2025", id="until"),
        pytest.param("../2025", "until 2025", id="until-a-year"),
        pytest.param("/2025-03~", "until about Mar 2025", id="until-about"),
    ],
)
def test_an_open_interval(edtf: str, expected: str) -> None:
    """An open end is said in a word, which depends on the publication date."""
    assert human(edtf, anchor=PUBLISHED) == expected


@pytest.mark.parametrize("edtf", ["2024-13", "../..", "2024-10-XX", "soon", "", "soon/..", "../soon", "2024/soon"])
def test_any_other_value_is_shown_as_it_is(edtf: str) -> None:
    """A value outside the subset is not guessed at."""
    assert human(edtf) == edtf


def test_no_date_is_undated() -> None:
    """An event without a date says so."""
    assert human_when(None) == "undated"
