"""Days, weekends and seasons named by what stands beside them, and words that only look like times."""

from datetime import date

import pytest

from timeline.temporal import tag

THURSDAY = date(2024, 10, 10)

BESIDE = {
    "They will meet on the Saturday after Thanksgiving.": ("the Saturday after Thanksgiving", "2024-11-30"),
    "The shop will close on the Monday after Easter.": ("the Monday after Easter", "2025-04-21"),
    "She died on the Friday before Christmas.": ("the Friday before Christmas", "2023-12-22"),
    "She died on the Friday before Christmas 2020.": ("the Friday before Christmas 2020", "2020-12-18"),
    "They met on the Friday after May 3.": ("the Friday after May 3", "2024-05-10"),
    "The play opens the weekend before Easter.": ("the weekend before Easter", "2025-04-12/2025-04-13"),
    "They will gather on the weekend after Thanksgiving.": ("the weekend after Thanksgiving", "2024-11-30/2024-12-01"),
    "The ministers will meet the Monday after next.": ("the Monday after next", "2024-10-21"),
    "They will meet on the Friday after next.": ("the Friday after next", "2024-10-18"),
    "He was hurt on the Friday before last.": ("the Friday before last", "2024-09-27"),
    "They married in the spring of last year.": ("the spring of last year", "2023-21"),
    "In the autumn of last year, prices rose.": ("the autumn of last year", "2023-23"),
    "In the fall of last year, prices rose.": ("the fall of last year", "2023-23"),
    "It opens in the spring of next year.": ("the spring of next year", "2025-21"),
    "In winter last year snow fell.": ("winter last year", "2023-24"),
    "Net profit in the March quarter rose.": ("the March quarter", "2024-33"),
}


@pytest.mark.parametrize(("sentence", "expected"), BESIDE.items(), ids=BESIDE)
def test_one_date_from_the_day_or_year_beside_it(sentence: str, expected: tuple[str, str]) -> None:
    """The phrase is one expression, dated by the day or year that it names."""
    assert [(found.text, found.edtf) for found in tag(sentence, THURSDAY)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        pytest.param("They will meet on the Friday after next week.", ["Friday", "next week"], id="after next week"),
        pytest.param("Prices fall this year.", ["this year"], id="the verb fall"),
        pytest.param("The family moved to May Street in June.", ["June"], id="a street in May"),
        pytest.param("They marched along June Avenue in July.", ["July"], id="an avenue in June"),
        pytest.param("Police found two bombs in as many days.", [], id="as many days"),
        pytest.param("The house was built at the turn of the century.", [], id="the turn of the century"),
    ],
)
def test_what_is_left_apart(sentence: str, phrases: list[str]) -> None:
    """Verbs, names and numbers told before make no part of a date."""
    assert [found.text for found in tag(sentence, THURSDAY)] == phrases


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("She left; two years later, in 2019, she came back.", [None, "2019"], id="nothing told before"),
        pytest.param("She was hired last year. Two years later she left.", ["2023", None], id="not after publication"),
        pytest.param("He died in 1990. Two years later the house burned.", ["1990", "1992"], id="a year told before"),
        pytest.param("It opened last year. It will close two years later.", ["2023", "2025"], id="still to come"),
    ],
)
def test_years_later_count_from_a_date_told_before(text: str, edtf: list[str | None]) -> None:
    """Without a date before them, or past publication in a past clause, "two years later" have no date."""
    assert [found.edtf for found in tag(text, THURSDAY)] == edtf


def test_business_days_have_no_date() -> None:
    """A number of business days is a length, and no count of calendar days."""
    [found] = tag("The rule takes effect in 10 business days.", THURSDAY)
    assert (found.text, found.value, found.edtf) == ("10 business days", "P10D", None)
