"""How newswire says time: lengths, rates, hours, ranges, each with its values."""

from datetime import date

import pytest

from timeline.temporal import tag

SATURDAY = date(2024, 10, 12)

Row = tuple[str, str, str | None]

LENGTHS: dict[str, list[Row]] = {
    "It took an hour and 20 minutes.": [("an hour and 20 minutes", "PT1H20M", None)],
    "They talked for three hours, 40 minutes.": [("three hours, 40 minutes", "PT3H40M", None)],
    "He was jailed for two years and six months.": [("two years and six months", "P2Y6M", None)],
    "It lasted three days, 12 years before.": [("three days", "P3D", None), ("12 years before", "2012", "2012")],
    "It took an hour and a half.": [("an hour and a half", "PT1.5H", None)],
    "It lasted 2 1/2 hours.": [("2 1/2 hours", "PT2.5H", None)],
    "Some 20 years passed.": [("Some 20 years", "P20Y", None)],
    "Some years passed.": [("Some years", "PXY", None)],
    "Several hundred years passed.": [("Several hundred years", "PXY", None)],
    "Over the next decade, prices will double.": [("the next decade", "P10Y", None)],
    "It will grow over the next year.": [("the next year", "P1Y", None)],
    "The summer months are dry.": [("The summer", "2024-SU", "2024-22")],
}
RATES: dict[str, list[Row]] = {
    "It makes 500 cars a week.": [("a week", "P1W", None)],
    "It needs 20 minutes a day.": [("20 minutes", "PT20M", None), ("a day", "P1D", None)],
    "Every third Tuesday they meet.": [("Every third Tuesday", "XXXX-WXX-2", None)],
    "Every second week they meet.": [("Every second week", "P2W", None)],
}
HOURS: dict[str, list[Row]] = {
    "It struck at 1:30 p.m. Saturday afternoon.": [
        ("1:30 p.m. Saturday afternoon", "2024-10-12T13:30", "2024-10-12T13:30:00")
    ],
    "It struck at 10 o'clock on Tuesday night.": [
        ("10 o'clock on Tuesday night", "2024-10-08T22:00", "2024-10-08T22:00:00")
    ],
    "At 10 this morning he left.": [("10 this morning", "2024-10-12T10:00", "2024-10-12T10:00:00")],
    "It began on Thursday afternoon at 1:30.": [
        ("Thursday afternoon at 1:30", "2024-10-10T13:30", "2024-10-10T13:30:00")
    ],
    "It struck at 14:30 on Tuesday afternoon.": [
        ("14:30 on Tuesday afternoon", "2024-10-08T14:30", "2024-10-08T14:30:00")
    ],
    "On Thursday they left at dawn.": [
        ("Thursday", "2024-10-10", "2024-10-10"),
        ("dawn", "2024-10-10TMO", "2024-10-10"),
    ],
}
RANGES: dict[str, list[Row]] = {
    "It fell from September to January.": [
        ("September", "2023-09", "2023-09/2024-01"),
        ("January", "2024-01", "2023-09/2024-01"),
    ],
    "It will be shut from November to February.": [
        ("November", "2024-11", "2024-11/2025-02"),
        ("February", "2025-02", "2024-11/2025-02"),
    ],
    "They met the weekend of Oct. 5-6.": [("the weekend of Oct. 5-6", "2024-W40-WE", "2024-10-05/2024-10-06")],
    "It opened in the winter of 2012-13.": [("the winter of 2012-13", "2012-WI", "2012-24")],
}
QUARTERS: dict[str, list[Row]] = {
    "In the December quarter it lost money.": [("the December quarter", "2023-Q4", "2023-36")],
    "The June 2023 quarter was better.": [("The June 2023 quarter", "2023-Q2", "2023-34")],
    "In the year's final quarter it will gain.": [("the year's final quarter", "2024-Q4", "2024-36")],
    "Sales rose in fiscal-year 2023.": [("fiscal-year 2023", "2023", "2023")],
}
HOLIDAYS: dict[str, list[Row]] = {
    "Palms were waved as Easter week began.": [("Easter week", "2025-W16", "2025-04-14/2025-04-20")],
    "The Labor Day weekend was calm.": [("The Labor Day weekend", "2024-W35-WE", "2024-08-31/2024-09-01")],
    "Sales rose on Thanksgiving weekend.": [("Thanksgiving weekend", "2023-W47-WE", "2023-11-25/2023-11-26")],
}
SPELLS: dict[str, list[Row]] = {
    "They answer within 10 business days.": [("10 business days", "P10D", None)],
    "It fell in the past three trading days.": [("the past three trading days", "P3D", None)],
    "It burned in each of the past three summers.": [("the past three summers", "P3SU", None)],
    "It is a half-hour show.": [("half-hour", "PT0.5H", None)],
    "Half-year results are due.": [],
    "He died a while ago.": [("a while ago", "PAST_REF", None)],
    "He left some time ago.": [("some time ago", "PAST_REF", None)],
}
ONE_MORE: dict[str, list[Row]] = {
    "The loan may run for an additional year.": [("an additional year", "P1Y", None)],
    "He stayed another week.": [("another week", "P1W", None)],
    "About year's end he left.": [("year's end", "2024", "2024-12")],
}
AWAITED_ONCE: dict[str, list[Row]] = {
    "The bid had been due to expire Friday.": [("Friday", "2024-10-11", "2024-10-11")],
    "It had been expected to rule on Wednesday.": [("Wednesday", "2024-10-09", "2024-10-09")],
    "The bid was due to expire on Friday.": [("Friday", "2024-10-18", "2024-10-18")],
}
SENTENCES = {**SPELLS, **HOLIDAYS, **ONE_MORE, **AWAITED_ONCE, **LENGTHS, **RATES, **HOURS, **RANGES, **QUARTERS}


@pytest.mark.parametrize("sentence", SENTENCES, ids=list(SENTENCES))
def test_newswire(sentence: str) -> None:
    """All that is found in the sentence, with its values."""
    assert [(found.text, found.value, found.edtf) for found in tag(sentence, SATURDAY)] == SENTENCES[sentence]


def test_month_before_christ() -> None:
    """A month of a year before Christ has a value and no EDTF form."""
    [found] = tag("The fleet sailed in August 480 BC.", SATURDAY)
    assert (found.text, found.value, found.edtf) == ("August 480 BC", "BC0480-08", None)
