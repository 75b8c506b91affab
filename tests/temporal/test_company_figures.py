"""Fiscal years, quarters and the lengths that figures are given for."""

from datetime import date

import pytest

from timeline.temporal import tag

WEDNESDAY = date(2024, 10, 23)

Row = tuple[str, str, str | None]

IN_FIGURES: dict[str, list[Row]] = {
    "Guidance for FY24 was cut.": [("FY24", "2024", "2024")],
    "FY2025 looks better.": [("FY2025", "2025", "2025")],
    "Sales will rise in FY 2025.": [("FY 2025", "2025", "2025")],
    "In FY23/24 it lost money.": [("FY23/24", "2023", "2023/2024")],
    "It lost money in 2Q24.": [("2Q24", "2024-Q2", "2024-34")],
    "Margins rose in 1H24.": [("1H24", "2024-H1", "2024-40")],
    "The launch is due in Q3 FY25.": [("Q3 FY25", "2025-Q3", "2025-35")],
    "Cash ran out in 3Q 2023.": [("3Q 2023", "2023-Q3", "2023-35")],
    "For the full year 2023, profit rose.": [("the full year 2023", "2023", "2023")],
    "It lost money in the last quarter of 2022.": [("the last quarter of 2022", "2022-Q4", "2022-36")],
    "It lost money in the last quarter.": [("the last quarter", "2024-Q3", "2024-35")],
}
TIED: dict[str, list[Row]] = {
    "Sales rose in the first three months of 2024.": [
        ("the first three months", "P3M", "2024-01/2024-03"),
        ("2024", "2024", "2024"),
    ],
    "Sales fell in the last six months of 2023.": [
        ("the last six months", "P6M", "2023-07/2023-12"),
        ("2023", "2023", "2023"),
    ],
    "Sales rose in the first nine months of the year.": [
        ("the first nine months", "P9M", "2024-01/2024-09"),
        ("the year", "2024", "2024"),
    ],
    "It rained in the first two weeks of May.": [
        ("the first two weeks", "P2W", "2024-05-01/2024-05-14"),
        ("May", "2024-05", "2024-05"),
    ],
    "Sales fell in the nine months ended Sept. 30.": [
        ("the nine months", "P9M", "2024-01/2024-09"),
        ("Sept. 30", "2024-09-30", "2024-09-30"),
    ],
    "Sales fell in the three months to Sept. 28.": [
        ("the three months", "P3M", "2024-06-29/2024-09-28"),
        ("Sept. 28", "2024-09-28", "2024-09-28"),
    ],
    "Prices rose in the 12 months through September.": [
        ("the 12 months", "P12M", "2023-10/2024-09"),
        ("September", "2024-09", "../2024-09"),
    ],
    "In the year to March, sales fell.": [("the year", "P1Y", "2023-04/2024-03"), ("March", "2024-03", "2024-03")],
    "In the first nine months, sales fell.": [("the first nine months", "P9M", None)],
    "In the first three months of the war, thousands fled.": [("the first three months", "P3M", None)],
    "In the first 14 months of 2024, as he put it, sales fell.": [
        ("the first 14 months", "P14M", None),
        ("2024", "2024", "2024"),
    ],
    "They have three months to finish.": [("three months", "P3M", None)],
    "It grew in the past two and a half years.": [("the past two and a half years", "P2.5Y", None)],
}
COMPARED: dict[str, list[Row]] = {
    "Net for the three months to the end of September rose from a year earlier.": [
        ("the three months", "P3M", "2024-07/2024-09"),
        ("the end of September", "2024-09", "2024-09~"),
        ("a year earlier", "2023-Q3", "2023-35"),
    ],
    "Profit rose from the same quarter last year.": [("the same quarter last year", "2023-Q3", "2023-35")],
    "Profit in the second quarter rose from the same period last year.": [
        ("the second quarter", "2024-Q2", "2024-34"),
        ("the same period last year", "2023-Q2", "2023-34"),
    ],
    "Profit in the second quarter rose from the same period of 2022.": [
        ("the second quarter", "2024-Q2", "2024-34"),
        ("the same period of 2022", "2022-Q2", "2022-34"),
    ],
    "Inflation in August was lower than in the same month a year earlier.": [
        ("August", "2024-08", "2024-08"),
        ("the same month a year earlier", "2023-08", "2023-08"),
    ],
    "In the second quarter, net fell from the prior-year quarter.": [
        ("the second quarter", "2024-Q2", "2024-34"),
        ("the prior-year quarter", "2023-Q2", "2023-34"),
    ],
    "Net in the third quarter fell from the comparable 2022 period.": [
        ("the third quarter", "2024-Q3", "2024-35"),
        ("the comparable 2022 period", "2022-Q3", "2022-35"),
    ],
    "Net in the third quarter was lower than in the corresponding period of 2022.": [
        ("the third quarter", "2024-Q3", "2024-35"),
        ("the corresponding period of 2022", "2022-Q3", "2022-35"),
    ],
    "Net fell from the year-earlier nine months.": [("the year-earlier nine months", "P9M", None)],
    "In this year's first nine months it fell.": [
        ("this year", "2024", "2024"),
        ("first nine months", "P9M", "2024-01/2024-09"),
    ],
    "Nothing of the kind was seen in the same period last year.": [("last year", "2023", "2023")],
}
SENTENCES = {**IN_FIGURES, **TIED, **COMPARED}


@pytest.mark.parametrize("sentence", SENTENCES, ids=list(SENTENCES))
def test_company_figures(sentence: str) -> None:
    """All that is found in the sentence, with its values and days."""
    assert [(found.text, found.value, found.edtf) for found in tag(sentence, WEDNESDAY)] == SENTENCES[sentence]
