"""The kinds of time expressions, each with its values: TIMEX3 and EDTF."""

from datetime import date

import pytest

from timeline.temporal import tag

SATURDAY = date(2024, 10, 12)

Row = tuple[str, str, str | None]

HOLIDAYS: dict[str, list[Row]] = {
    "He died on Christmas Day.": [("Christmas Day", "2023-12-25", "2023-12-25")],
    "Shops shut on Labor Day.": [("Labor Day", "2024-09-02", "2024-09-02")],
    "It rained on Easter Monday.": [("Easter Monday", "2024-04-01", "2024-04-01")],
    "Voters go to the polls on Election Day.": [("Election Day", "2024-11-05", "2024-11-05")],
    "Drivers will strike in the week before Christmas.": [
        ("the week before Christmas", "2024-W51", "2024-12-18/2024-12-24")
    ],
    "Two weeks before Christmas Day he left.": [("Two weeks before Christmas Day", "2023-12-11", "2023-12-11")],
}
WEEKENDS: dict[str, list[Row]] = {
    "They marched last weekend.": [("last weekend", "2024-W40-WE", "2024-10-05/2024-10-06")],
    "They will march next weekend.": [("next weekend", "2024-W42-WE", "2024-10-19/2024-10-20")],
}
FISCAL: dict[str, list[Row]] = {
    "Revenue rose in fiscal 2023.": [("fiscal 2023", "2023", "2023")],
    "Revenue rose in the 2023-24 fiscal year.": [("the 2023-24 fiscal year", "2023", "2023/2024")],
    "Profit fell in the first quarter of fiscal 2025.": [("the first quarter of fiscal 2025", "2025-Q1", "2025-33")],
    "Profit fell in the fiscal third quarter.": [("the fiscal third quarter", "2024-Q3", "2024-35")],
}
QUARTERS: dict[str, list[Row]] = {
    "Profit rose in Q3.": [("Q3", "2024-Q3", "2024-35")],
    "For the quarter ended June 30, it lost money.": [
        ("the quarter", "2024-Q2", "2024-34"),
        ("June 30", "2024-06-30", "2024-06-30"),
    ],
    "Sales in the third quarter rose from the 2023 period.": [
        ("the third quarter", "2024-Q3", "2024-35"),
        ("the 2023 period", "2023-Q3", "2023-35"),
    ],
    "Profit rose from the year-earlier quarter.": [("the year-earlier quarter", "2023-Q3", "2023-35")],
    "Sales rose in the most recent quarter.": [("the most recent quarter", "2024-Q3", "2024-35")],
    "2023's fourth quarter was good.": [("2023's fourth quarter", "2023-Q4", "2023-36")],
}
GLANCES: dict[str, list[Row]] = {
    "Profit in the third quarter, after a flat second quarter, was better than a year earlier.": [
        ("the third quarter", "2024-Q3", "2024-35"),
        ("second quarter", "2024-Q2", "2024-34"),
        ("a year earlier", "2023-Q3", "2023-35"),
    ],
}
HALVES: dict[str, list[Row]] = {
    "It rained in the first half of May.": [("the first half of May", "2024-05", "2024-05~")],
    "It fell in the first half of 2024.": [("the first half of 2024", "2024-H1", "2024-40")],
    "It opens in the second half of next year.": [("the second half of next year", "2025-H2", "2025-41")],
    "It opens in the first half of October.": [("the first half of October", "2024-10", "2024-10~")],
    "It fell in the latter half of the 1990s.": [("the latter half of the 1990s", "199", "1995/1999")],
    "It closed in the latter part of the year.": [("the latter part of the year", "2024", "2024-12")],
    "He left in the second half of last month.": [("the second half of last month", "2024-09", "2024-09~")],
}
SEASONS: dict[str, list[Row]] = {
    "The bridge opens in spring 2026.": [("spring 2026", "2026-SP", "2026-21")],
    "The bridge closed last winter.": [("last winter", "2023-WI", "2023-24")],
    "They lost the fall election.": [("the fall", "2024-FA", "2024-23")],
    "He left in the summer of '88.": [("the summer of '88", "1988-SU", "1988-22")],
}
PARTS_OF_DAY: dict[str, list[Row]] = {
    "Police came on Friday morning.": [("Friday morning", "2024-10-11TMO", "2024-10-11")],
    "They left at dawn on Tuesday.": [("dawn on Tuesday", "2024-10-08TMO", "2024-10-08")],
    "It burned on the night of Oct. 3.": [("the night of Oct. 3", "2024-10-03TNI", "2024-10-03")],
    "It burned overnight.": [("overnight", "2024-10-11TNI", "2024-10-11")],
    "The wolves come at night.": [("night", "XXXX-XX-XXTNI", None)],
}
DECADES_AND_CENTURIES: dict[str, list[Row]] = {
    "Prices fell in the 1990s.": [("the 1990s", "199", "199X")],
    "Prices fell in the mid-’80s.": [("the mid-’80s", "198", "1984/1986~")],
    "It dates from the 19th century.": [("the 19th century", "18", "18XX")],
    "It dates from the early twentieth century.": [("the early twentieth century", "19", "19XX")],
    "It ended in the ’90s.": [("the ’90s", "199", "199X")],
    "It fell in 480 BC.": [("480 BC", "BC0480", None)],
}
WEEKS: dict[str, list[Row]] = {
    "It opens in the last week of October.": [
        ("the last week of October", "2024-W44", "2024-10-25/2024-10-31"),
    ],
    "It fell in the second week of June 2023.": [
        ("the second week of June 2023", "2023-W23", "2023-06-08/2023-06-14"),
    ],
    "Rent is due on the last day of the month.": [("the last day of the month", "2024-10-31", "2024-10-31")],
    "On Tuesday he said that they would march the following weekend.": [
        ("Tuesday", "2024-10-08", "2024-10-08"),
        ("the following weekend", "2024-W41-WE", "2024-10-12/2024-10-13"),
    ],
    "It fell in 2024-W41.": [("2024-W41", "2024-W41", "2024-10-07/2024-10-13")],
    "The week ended Sept. 27 was dry.": [
        ("The week", "2024-W39", "2024-09-23/2024-09-29"),
        ("Sept. 27", "2024-09-27", "2024-09-27"),
    ],
    "She left the week before last.": [("the week before last", "2024-W39", "2024-09-23/2024-09-29")],
    "He died a week ago Tuesday.": [("a week ago Tuesday", "2024-10-01", "2024-10-01")],
    "She returns a week from Monday.": [("a week from Monday", "2024-10-21", "2024-10-21")],
}
RANGES: dict[str, list[Row]] = {
    "It ran from November 2023 to February 2024.": [
        ("November 2023", "2023-11", "2023-11/2024-02"),
        ("February 2024", "2024-02", "2023-11/2024-02"),
    ],
    "He ruled from 1985 to 1988.": [("1985", "1985", "1985/1988"), ("1988", "1988", "1985/1988")],
    "He ruled in 1990-91.": [("1990", "1990", "1990/1991"), ("91", "1991", "1990/1991")],
    "It runs Nov. 30-Dec. 2.": [
        ("Nov. 30", "2024-11-30", "2024-11-30/2024-12-02"),
        ("Dec. 2", "2024-12-02", "2024-11-30/2024-12-02"),
    ],
    "It runs Monday to Friday.": [
        ("Monday", "2024-10-14", "2024-10-14/2024-10-18"),
        ("Friday", "2024-10-18", "2024-10-14/2024-10-18"),
    ],
    "It ran 12–14 May 2025.": [("12–14 May 2025", "2025-05-12", "2025-05-12/2025-05-14")],
}
LISTS: dict[str, list[Row]] = {
    "He spoke on May 3, 5 and 7.": [
        ("May 3", "2024-05-03", "2024-05-03"),
        ("5", "2024-05-05", "2024-05-05"),
        ("7", "2024-05-07", "2024-05-07"),
    ],
    "They meet on 3, 5 and 7 November 2024.": [
        ("3", "2024-11-03", "2024-11-03"),
        ("5", "2024-11-05", "2024-11-05"),
        ("7 November 2024", "2024-11-07", "2024-11-07"),
    ],
    "They met on the 3rd and 4th of May.": [
        ("the 3rd", "2024-05-03", "2024-05-03"),
        ("4th of May", "2024-05-04", "2024-05-04"),
    ],
    "It was shut in June, July and August 2023.": [
        ("June", "2023-06", "2023-06"),
        ("July", "2023-07", "2023-07"),
        ("August 2023", "2023-08", "2023-08"),
    ],
}
CLOCKS: dict[str, list[Row]] = {
    "It struck at 9 a.m. EST Tuesday.": [("9 a.m. EST Tuesday", "2024-10-08T09:00", "2024-10-08T09:00:00")],
    "It struck at 0200 GMT on Monday.": [("0200 GMT on Monday", "2024-10-07T02:00", "2024-10-07T02:00:00")],
    "It struck at 5 a.m. (0900 GMT) on Tuesday.": [
        ("5 a.m. (0900 GMT) on Tuesday", "2024-10-08T05:00", "2024-10-08T05:00:00")
    ],
    "It struck at 8:15 p.m. Pacific Daylight Time.": [
        ("8:15 p.m. Pacific Daylight Time", "2024-10-12T20:15", "2024-10-12T20:15:00")
    ],
    "It struck at noon Moscow time.": [("noon Moscow time", "2024-10-12T12:00", "2024-10-12T12:00:00")],
    "It struck at nine o'clock in the evening.": [
        ("nine o'clock in the evening", "2024-10-12T21:00", "2024-10-12T21:00:00")
    ],
    "It struck at 2 p.m.": [("2 p.m.", "2024-10-12T14:00", "2024-10-12T14:00:00")],
}
WORDS_AND_ORDINALS: dict[str, list[Row]] = {
    "It was the third of May.": [("the third of May", "2024-05-03", "2024-05-03")],
    "He left in nineteen ninety-four.": [("nineteen ninety-four", "1994", "1994")],
    "It lasted twenty-five years.": [("twenty-five years", "P25Y", None)],
    "It lasted a hundred and fifty days.": [("a hundred and fifty days", "P150D", None)],
    "It sank on Friday the 13th.": [("Friday the 13th", "2024-09-13", "2024-09-13")],
    "It closed in October 2006 and reopened the following January.": [
        ("October 2006", "2006-10", "2006-10"),
        ("the following January", "2007-01", "2007-01"),
    ],
}
TYPOGRAPHY: dict[str, list[Row]] = {
    "It began in Sept 2023.": [("Sept 2023", "2023-09", "2023-09")],
    "It began on Oct.\u00a03.": [("Oct.\u00a03", "2024-10-03", "2024-10-03")],
    "He left in '98.": [("'98", "1998", "1998")],
    "It began in Nov. '50.": [("Nov. '50", "1950-11", "1950-11")],
}
REMEMBERED: dict[str, list[Row]] = {
    "He enlisted on 9/11.": [("9/11", "2001-09-11", "2001-09-11")],
    "The Sept. 11 attacks killed thousands.": [("Sept. 11", "2001-09-11", "2001-09-11")],
}
NEAR: dict[str, list[Row]] = {
    "He returns the day after tomorrow.": [("the day after tomorrow", "2024-10-14", "2024-10-14")],
    "He left the day before yesterday.": [("the day before yesterday", "2024-10-10", "2024-10-10")],
}
LENGTHS_AND_SETS: dict[str, list[Row]] = {
    "Rates rose in the past year and a half.": [("the past year and a half", "P1.5Y", None)],
    "They meet every few weeks.": [("every few weeks", "PXW", None)],
    "They meet three times a week.": [("three times a week", "P1W", None)],
    "On Saturday mornings he swims.": [("Saturday mornings", "XXXX-WXX-6TMO", None)],
    "He waited for hours.": [("hours", "PTXH", None)],
    "He may leave in the next day or two.": [("the next day", "PXD", None)],
}

ABOUT: dict[str, list[Row]] = {
    "It was founded around 1910.": [("around 1910", "1910", "1910~")],
    "He left around Oct. 20.": [("Oct. 20", "2024-10-20", "2024-10-20~")],
}

SENTENCES: dict[str, list[Row]] = {
    **ABOUT,
    **GLANCES,
    **HOLIDAYS,
    **WEEKENDS,
    **FISCAL,
    **QUARTERS,
    **HALVES,
    **SEASONS,
    **PARTS_OF_DAY,
    **DECADES_AND_CENTURIES,
    **WEEKS,
    **RANGES,
    **LISTS,
    **CLOCKS,
    **WORDS_AND_ORDINALS,
    **TYPOGRAPHY,
    **REMEMBERED,
    **NEAR,
    **LENGTHS_AND_SETS,
}


@pytest.mark.parametrize("sentence", SENTENCES, ids=list(SENTENCES))
def test_values(sentence: str) -> None:
    """All that is found in the sentence, with its values."""
    assert [(found.text, found.value, found.edtf) for found in tag(sentence, SATURDAY)] == SENTENCES[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Temperatures were in the 40s.",
        "She is in her early 30s.",
        "He lost his savings on Black Monday.",
        "We live in today's world.",
        "They are the people of tomorrow.",
        "The Sunday Times reported it.",
        "We believe that this may have an effect.",
        "She hosts Saturday Night Live.",
        "He won most states on Super Tuesday.",
        "The Good Friday Agreement ended the conflict.",
        "In the second quarter, they scored 14 points.",
        "Three quarters of the voters stayed away.",
        "The second half of the match was dull.",
    ],
)
def test_no_time_at_all(sentence: str) -> None:
    """Ages, degrees, shares and eras are no time."""
    assert tag(sentence, SATURDAY) == []
