"""Phrases that other date parsers are known to get wrong."""

from datetime import date

import pytest

from timeline.temporal import tag

SATURDAY = date(2024, 10, 12)
FRIDAY = date(2024, 10, 11)

RESOLVED = [
    ("Police arrested him on Friday.", FRIDAY, "Friday", "2024-10-11"),
    ("The court will rule on Friday.", SATURDAY, "Friday", "2024-10-18"),
    ("The fair was held 12-14 May.", SATURDAY, "12-14 May", "2024-05-12/2024-05-14"),
    ("Talks resume in mid-March.", SATURDAY, "mid-March", "2025-03~"),
    ("The launch slipped to Q1 2027.", SATURDAY, "Q1 2027", "2027-33"),
    ("The tunnel opens early next year.", SATURDAY, "early next year", "2025~"),
    ("The law takes effect in spring 2026.", SATURDAY, "spring 2026", "2026-21"),
    ("The plant was built in 2024.", SATURDAY, "2024", "2024"),
    ("They will meet next Friday afternoon.", SATURDAY, "next Friday afternoon", "2024-10-18"),
    ("The paper's first issue was dated Sept. 5, 2008.", SATURDAY, "Sept. 5, 2008", "2008-09-05"),
    ("Crime fell in the ’90s.", SATURDAY, "the ’90s", "199X"),
    ("He coached them in 1990/91.", SATURDAY, "1990/91", "1990/1991"),
    ("The fire began on Oct.\u00a03.", SATURDAY, "Oct.\u00a03", "2024-10-03"),
    ("Sales rose in the second half of this year.", SATURDAY, "the second half of this year", "2024-41"),
    ("It is a building of the 19th century.", SATURDAY, "the 19th century", "18XX"),
    ("Polls close in the week of Oct. 21.", SATURDAY, "the week of Oct. 21", "2024-10-21/2024-10-27"),
    ("Filed in ISO week 2024-W41.", SATURDAY, "2024-W41", "2024-10-07/2024-10-13"),
    ("He was shot on the morning of Sept. 11, 2001.", SATURDAY, "the morning of Sept. 11, 2001", "2001-09-11"),
    ("They arrive Tuesday, 22 October.", SATURDAY, "Tuesday, 22 October", "2024-10-22"),
    ("The deadline is 9 p.m. EST Friday.", SATURDAY, "9 p.m. EST Friday", "2024-10-18T21:00:00"),
    ("The strike was on last weekend.", SATURDAY, "last weekend", "2024-10-05/2024-10-06"),
    ("Revenue will grow in fiscal 2026.", SATURDAY, "fiscal 2026", "2026"),
    ("Shares fell a year and a half ago.", SATURDAY, "a year and a half ago", "2023~"),
    ("The party was founded by the end of 2025.", SATURDAY, "the end of 2025", "../2025-12"),
    ("He was born on the 3rd of May 1950.", SATURDAY, "the 3rd of May 1950", "1950-05-03"),
    ("He died on Christmas Eve.", SATURDAY, "Christmas Eve", "2023-12-24"),
    ("He left in nineteen ninety-four.", SATURDAY, "nineteen ninety-four", "1994"),
]


@pytest.mark.parametrize(("sentence", "published", "phrase", "edtf"), RESOLVED, ids=[row[2] for row in RESOLVED])
def test_resolved(sentence: str, published: date, phrase: str, edtf: str) -> None:
    """The phrase is found whole, with its date."""
    assert [(phrase, edtf)] == [(found.text, found.edtf) for found in tag(sentence, published) if found.edtf]


@pytest.mark.parametrize(
    "sentence",
    [
        "Order 2882015 was filled.",
        "It may rain, and we march on.",
        "may may may",
        "The second runner sat in the sun.",
        "They spring a surprise when prices fall.",
        "A quarter of the voters stayed away.",
        "The flat cost $1990 a head.",
        "Flight 1999 landed.",
        "He is a six-year-old boy.",
        "The final score was 3:15.",
    ],
)
def test_no_time_at_all(sentence: str) -> None:
    """Numbers, verbs and fractions that look like times have no date."""
    assert [found.text for found in tag(sentence, SATURDAY) if found.edtf] == []


def test_list_of_days_gives_three_expressions() -> None:
    """Each day of a list is an expression of its own."""
    found = tag("He spoke on May 3, 5 and 7.", SATURDAY)
    assert [(one.text, one.edtf) for one in found] == [
        ("May 3", "2024-05-03"),
        ("5", "2024-05-05"),
        ("7", "2024-05-07"),
    ]


def test_year_earlier_is_a_quarter_beside_a_quarter() -> None:
    """A comparison takes the granularity of what it is compared with."""
    found = tag("In the third quarter profit rose to $3 million from $2 million a year earlier.", SATURDAY)
    assert [one.value for one in found] == ["2024-Q3", "2023-Q3"]


def test_year_earlier_is_a_year_elsewhere() -> None:
    """Without a quarter told, a year ago is a year."""
    assert [one.value for one in tag("The bank failed a year ago.", SATURDAY)] == ["2023"]
