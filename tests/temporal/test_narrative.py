"""History: dates chain from the last one told."""

from datetime import date

from timeline.temporal import tag

HISTORY = (
    "In 1871 the railway company was founded. In 1873 it laid its first line. The panic of 1873 and the slump of 1877 "
    "slowed it down. In 1881 a rival was bought. On 3 April the board met, and two days later it agreed. In July the "
    "line was open. The following year a bridge fell. The company was sold in 1890, split in 1893 and closed in 1902."
)


def test_dates_chain_in_history() -> None:
    """Days, months and offsets take their year from the thread of the story."""
    found = {one.text: one.value for one in tag(HISTORY, date(2024, 10, 12))}
    assert (found["3 April"], found["two days later"], found["July"]) == ("1881-04-03", "1881-04-05", "1881-07")
    assert found["The following year"] == "1882"


def test_news_with_a_year_or_two_stays_news() -> None:
    """A story that dates by weekday is resolved against publication, whatever its background."""
    story = "The plant, built in 1971 and renewed in 1994, burned on Tuesday. In July its owner had sold it."
    found = {one.text: one.edtf for one in tag(story, date(2024, 10, 12))}
    assert (found["Tuesday"], found["July"]) == ("2024-10-08", "2024-07")


def test_years_before_christ_have_a_value_and_no_edtf() -> None:
    """The subset of EDTF has no years before Christ; the TIMEX3 value tells them."""
    [found] = tag("The city fell in 480 BC.", date(2024, 10, 12))
    assert (found.text, found.value, found.edtf) == ("480 BC", "BC0480", None)


def test_an_offset_counts_from_the_year_right_before_it() -> None:
    """A year told in passing leaves the thread where it is, and still "a year later" is a year after it."""
    sequel = " On 5 May 1903 it was founded anew, and in 1911 a tunnel opened. Two years later it collapsed."
    story = HISTORY + sequel
    found = {one.text: one.value for one in tag(story, date(2024, 10, 12))}
    assert found["Two years later"] == "1913"
