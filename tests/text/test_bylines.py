"""Bylines, lines that are a date and lines that are a time."""

import pytest

from timeline.text.bylines import is_byline, is_date_line, is_time_line


@pytest.mark.parametrize(
    "line",
    [
        "By Reuters",
        "By\u00a0Reuters",
        "By Jane Doe, AP",
        "BY JANE DOE AND JOHN ROE",
        "By Jane Doe in Port Ana and John de Roe",
        "By Jane Doe | Staff Writer",
        "By Jane Doe, Oct. 12, 2024",
        "Written by Jane Doe",
        "Jane Doe, BBC News",
        "Reuters",
        "Jane Doe, political editor",
        "By Jane Doe, local government reporter",
        "Jane Doe in Port Ana",
        "By our foreign staff",
        "By the news desk",
        "An explainer by Jane Doe",
        "Local Affairs Reporter",
    ],
)
def test_lines_with_nothing_but_authors_are_bylines(line: str) -> None:
    """A byline names people, agencies and places."""
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, rebels had taken the town.",
        "By then the bridge had fallen",
        "By October 12, 2024",
        "From Port Ana the ship sailed north",
        "Ministers meet in Port Ana",
        "By whom?",
        "The minister fired her staff",
        "Jane Doe in Port Ana wins the vote",
    ],
)
def test_lines_that_tell_something_are_no_bylines(line: str) -> None:
    """`By` also opens sentences and headlines."""
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Saturday December 21, 2024",
        "October 12, 2024",
        "Oct. 12, 2024, 10:15 a.m.",
        "12 October 2024",
        "12th of October, 2024",
        "Published: 3 May 2023, 10:15 AM",
        "2024-10-12T10:15:00Z",
        "12/10/2024",
        "10:15 GMT, 12 October 2024",
        "Sun 20 May 2018 13.15 CEST",
        "Port Ana, 6 February 2012",
        "PORT ANA, Kestria | Sunday, March 12, 2017 5:52pm GMT",
        "The Evening Post of Port Ana, Saturday 14 May 2011",
        "Friday, November 7, 2014 - Morning edition",
        "Updated on Sat, 12 Oct 2024 at 10:15",
    ],
)
def test_lines_that_are_dates(line: str) -> None:
    """A full date may have a weekday, a time and a word that introduces it."""
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "October 12",
        "On October 12, 2024, he left",
        "October 12, 2024 Summit",
        "2024",
        "Friday",
        "he left, 6 February 2012",
    ],
)
def test_lines_that_are_no_dates(line: str) -> None:
    """A date without a year dates no article, and words beside it make it a sentence or a name."""
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14:05 GMT", True),
        ("9 a.m.", True),
        ("2.30pm", True),
        ("14:05 –", True),
        ("14:05 Minister leaves", False),
        ("14", False),
    ],
)
def test_lines_that_are_times_of_day(line: str, expected: bool) -> None:
    """The entries of a live page begin with a time on a line of its own."""
    assert is_time_line(line) is expected
