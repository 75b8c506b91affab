"""What clock times, parts of day and "that autumn" are counted from: the day or season told before."""

from datetime import date

import pytest

from timeline.temporal import tag

SATURDAY = date(2024, 10, 12)

TOLD: dict[str, list[str | None]] = {
    "He conceded on Thursday. His party had ruled since 1998. He spoke at about 11 p.m.": [
        "2024-10-10",
        "1998/..",
        "2024-10-10T23:00:00",
    ],
    "They were caught on Friday night. They had fled last week. One was found shortly before midnight.": [
        "2024-10-11",
        "2024-09-30/2024-10-06",
        "2024-10-11",
    ],
    "She arrived on Tuesday. She will speak on Monday. In the evening she met voters.": [
        "2024-10-08",
        "2024-10-14",
        "2024-10-08",
    ],
    "Talks broke off on Tuesday. They will resume at 3 p.m.": ["2024-10-08", "2024-10-12T15:00:00"],
    "It is to open on Monday. That morning he will cut a ribbon.": ["2024-10-14", "2024-10-14"],
    "Ferries left without a forecast on Oct. 2. That morning a storm rose.": ["2024-10-02", "2024-10-02"],
    "In August 2022 the lake fell to its lowest level since 1894. That autumn it rose.": [
        "2022-08",
        "1894/..",
        "2022-23",
    ],
    "In 1894 they built a bridge. That autumn it fell.": ["1894", "1894-23"],
    "In August 2022 he left a house that was built in 1894. That month it burned.": ["2022-08", "1894", "2022-08"],
    "On Thursday he said he was out between 10 p.m. and midnight.": [
        "2024-10-10",
        "2024-10-10",
        "2024-10-10",
    ],
}


@pytest.mark.parametrize("text", TOLD, ids=list(TOLD))
def test_told_before(text: str) -> None:
    """Years said in passing do not matter, nor does a day to come for what is over."""
    assert [found.edtf for found in tag(text, SATURDAY)] == TOLD[text]


CLOCKS: dict[str, tuple[str, str]] = {
    "It went off at 8.30pm local time on Thursday.": ("8.30pm local time on Thursday", "2024-10-10T20:30"),
    "Kick-off is at 19.45 GMT.": ("19.45 GMT", "2024-10-12T19:45"),
    "It began at 2100 local time (1900 GMT).": ("2100 local time (1900 GMT)", "2024-10-12T21:00"),
    "By mid-afternoon, roads were closed.": ("mid-afternoon", "2024-10-12TAF"),
    "Since early morning, people had queued.": ("early morning", "2024-10-12TMO"),
    "Overnight Thursday, it snowed.": ("Overnight Thursday", "2024-10-10TNI"),
    "It snowed Thursday overnight.": ("Thursday overnight", "2024-10-10TNI"),
}


@pytest.mark.parametrize("sentence", CLOCKS, ids=list(CLOCKS))
def test_hours_and_parts_of_day(sentence: str) -> None:
    """Hours with a point, hours of four digits, and early and late parts of a day are times."""
    assert [(found.text, found.value) for found in tag(sentence, SATURDAY)] == [CLOCKS[sentence]]


SEASONS: dict[str, list[str | None]] = {
    "If the autumn rains are good, filling will start.": ["2024-23"],
    "If the winter is mild, prices will fall.": ["2024-24"],
    "The summer was hot.": ["2024-22"],
    "What changed everything was a winter.": [],
    "One winter he left.": [],
    "In late-afternoon trading, shares fell.": [],
}


@pytest.mark.parametrize("sentence", SEASONS, ids=list(SEASONS))
def test_seasons_by_tense(sentence: str) -> None:
    """In the present a season is the nearest; "a winter" is one of any year."""
    assert [found.edtf for found in tag(sentence, SATURDAY)] == SEASONS[sentence]


def test_provided_after_a_comma_is_no_past_verb() -> None:
    """The verb before the date decides where "provided" sets a condition."""
    text = "Troops would stop firing from midnight on Friday, provided the rebels did the same."
    assert [found.edtf for found in tag(text, SATURDAY)] == ["2024-10-18"]
