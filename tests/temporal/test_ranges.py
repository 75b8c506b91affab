"""The ends of a range are read together, and a date that was moved is no range."""

from datetime import date

import pytest

from timeline.temporal import explain, tag

THURSDAY = date(2024, 10, 10)

RANGES = {
    "The ban runs from 9 a.m. on Friday until 5 p.m. on Sunday.": "2024-10-11/2024-10-13",
    "The truce holds from 6 a.m. Saturday to 6 a.m. Monday.": "2024-10-12/2024-10-14",
    "The road was shut from 9 p.m. Monday until 5 a.m. Tuesday.": "2024-10-07/2024-10-08",
    "The sale lasts from Wednesday through Saturday.": "2024-10-09/2024-10-12",
    "The shop is open from Monday to Friday.": "2024-10-07/2024-10-11",
    "The show, which runs from Friday to Sunday, drew crowds.": "2024-10-11/2024-10-13",
    "The show runs Friday to Sunday.": "2024-10-11/2024-10-13",
    "The truce holds from Friday night until Sunday morning.": "2024-10-11/2024-10-13",
    "The fair ran from Thursday to Sunday.": "2024-10-03/2024-10-06",
    "The fair will run from Saturday to Monday.": "2024-10-12/2024-10-14",
    "The course runs from September to June.": "2024-09/2025-06",
    "The season lasts from May to November.": "2024-05/2024-11",
    "The season extended from May to September.": "2024-05/2024-09",
    "The late trains were run from Friday to Sunday.": "2024-10-04/2024-10-06",
    "The festival ran from Dec. 28 to Jan. 3.": "2023-12-28/2024-01-03",
    "The festival will run from Dec. 28 to Jan. 3.": "2024-12-28/2025-01-03",
    "The fair was held from Sept. 28 to Oct. 3.": "2024-09-28/2024-10-03",
}

MOVED = {
    "The vote was moved from June 3 to June 10.": ["2025-06-03", "2025-06-10"],
    "The strike was extended from June 3 to June 30.": ["2025-06-03", "2025-06-30"],
    "The vote was moved from Dec. 28 to Jan. 3.": ["2024-12-28", "2025-01-03"],
    "The game was moved from Friday night to Saturday afternoon.": ["2024-10-11", "2024-10-12"],
    "They moved the vote from Nov. 10 to Dec. 10.": ["2024-11-10", "2024-12-10"],
    "The match was postponed from Tuesday to Thursday.": ["2024-10-08", "2024-10-10"],
    "The trial was moved from November to January.": ["2024-11", "2025-01"],
    "The vote was brought forward from Friday to Wednesday.": ["2024-10-18", "2024-10-16"],
    "They put the vote off from Tuesday to Friday.": ["2024-10-08", "2024-10-11"],
    "The launch was pushed back from November to May.": ["2024-11", "2025-05"],
    "The hearing was rescheduled from Monday to Tuesday.": ["2024-10-14", "2024-10-15"],
    "The trial was delayed from Tuesday until Friday.": ["2024-10-08", "2024-10-11"],
    "The deadline was extended from Tuesday to Friday.": ["2024-10-08", "2024-10-11"],
    "The match was moved from 9 a.m. Friday to 10 a.m. Monday.": ["2024-10-11T09:00:00", "2024-10-14T10:00:00"],
}


@pytest.mark.parametrize(("sentence", "edtf"), RANGES.items(), ids=RANGES)
def test_both_ends_lie_in_one_range(sentence: str, edtf: str) -> None:
    """The days of the two ends belong together, and the range is over only where the clause says so."""
    assert [found.edtf for found in tag(sentence, THURSDAY)] == [edtf, edtf]


@pytest.mark.parametrize(("sentence", "dates"), MOVED.items(), ids=MOVED)
def test_an_old_date_and_a_new_one(sentence: str, dates: list[str]) -> None:
    """What is moved has two dates, of which the new one is still to come and the old one lies beside it."""
    assert [found.edtf for found in tag(sentence, THURSDAY)] == dates


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        pytest.param("The deadline was extended to Friday.", "2024-10-11", id="extended to"),
        pytest.param("The deadline was extended until Friday.", "../2024-10-11", id="extended until"),
        pytest.param("The judge moved the hearing to Friday.", "2024-10-11", id="moved something to"),
        pytest.param("The launch was moved to 9 a.m. on Friday.", "2024-10-11T09:00:00", id="to an hour"),
    ],
)
def test_a_new_date_is_still_to_come(sentence: str, edtf: str) -> None:
    """A date that something is moved or extended to is the first from publication on."""
    assert [found.edtf for found in tag(sentence, THURSDAY)] == [edtf]


def test_the_reason_of_a_range_that_goes_on() -> None:
    """The reason given for the start of a range in the present is its end."""
    [(_, start), (_, stop)] = explain("The course runs from September to June.", THURSDAY)
    assert "not over" in start[0]
    assert "the range ends" in stop[0]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        pytest.param("The new rules applied from Jan. 1.", "2024-01-01", id="applied from"),
        pytest.param("The fair was held on Dec. 5.", "2023-12-05", id="was held on"),
        pytest.param("They agreed on Dec. 5.", "2024-12-05", id="agreed on a date"),
        pytest.param("The board declared a dividend payable Dec. 1.", "2024-12-01", id="not the verb's own"),
        pytest.param("They agreed to meet on Nov. 1.", "2024-11-01", id="agreed to"),
        pytest.param("The court was to rule on Nov. 1.", "2024-11-01", id="was to"),
    ],
)
def test_a_past_form_right_before_a_date_tells_its_year(sentence: str, edtf: str) -> None:
    """What happened on a date did so before publication, while a date only named near a past form is the nearest."""
    assert [found.edtf for found in tag(sentence, THURSDAY)] == [edtf]
