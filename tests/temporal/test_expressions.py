"""The library's door: what is accepted, what is refused, what is explained."""

from datetime import UTC, date, datetime

import pytest

from timeline.domain.time_expression import TimexType
from timeline.errors import InputError
from timeline.temporal import explain, resolve_phrase, tag

SATURDAY = date(2024, 10, 12)


def test_expression_says_all_about_itself() -> None:
    """Offsets, text, type, value, bounds and rule stand in the result."""
    [found] = tag("Talks end in early 2025.", SATURDAY)
    assert (found.start, found.end, found.text) == (13, 23, "early 2025")
    assert (found.type, found.value, found.mod, found.edtf) == (TimexType.DATE, "2025", "START", "2025~")
    assert (found.earliest, found.latest, found.rule) == (date(2025, 1, 1), date(2025, 12, 31), "year")


def test_open_interval_has_one_bound() -> None:
    """What is open has no day."""
    [found] = tag("It has been shut since 2022.", SATURDAY)
    assert (found.earliest, found.latest) == (date(2022, 1, 1), None)


def test_close_readings_are_alternatives() -> None:
    """The other weekday stands among the alternatives."""
    [found] = tag("They met on Friday.", SATURDAY)
    assert found.alternatives == ("2024-10-18",)


def test_explanation_names_the_verb() -> None:
    """The reasons say which word decided."""
    [explained] = explain("The court will rule on Friday.", SATURDAY)
    assert explained.expression.edtf == "2024-10-18"
    assert "'rule'" in explained.reasons[0]


@pytest.mark.parametrize(
    "published",
    [datetime(2024, 10, 12, tzinfo=UTC), datetime(2024, 10, 12), "2024-10-12", None],  # noqa: DTZ001 - the bad input
    ids=["datetime with zone", "datetime", "string", "nothing"],
)
def test_publication_must_be_a_date(published: object) -> None:
    """Anything but a date is refused, with what was given."""
    with pytest.raises(InputError, match="published is"):
        tag("They met on Friday.", published)  # type: ignore[arg-type] # the bad input


def test_text_must_be_a_string() -> None:
    """Bytes are refused."""
    with pytest.raises(InputError, match="bytes"):
        tag(b"Friday", SATURDAY)  # type: ignore[arg-type] # the bad input


@pytest.mark.parametrize("published", [date.min, date.max], ids=["year 1", "year 9999"])
def test_ends_of_the_calendar_do_not_overflow(published: date) -> None:
    """A date outside the calendar is left out or has no EDTF; nothing is raised."""
    text = (
        "Yesterday, tomorrow, last year, next year, last week, next month, two centuries ago, in 10 years, "
        "next Friday, last winter, a decade ago, the last quarter, 300 years ago, the next century, on March 3, "
        "last spring, the winter of 9999, next weekend, a year earlier, two millennia ago, "
        "two thousand years later, since last night, before last year."
    )
    assert all(found.text == text[found.start : found.end] for found in tag(text, published))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "may may may",
        "9" * 1_000_000,
        "1/1/1/1/1",
        "31 February 2024",
        "99:99",
        "\x00\ud800",
        "İ on Friday",
        "the week ended " * 2000,
        "'88 BST",
    ],
    ids=[
        "empty",
        "space",
        "breaks",
        "may",
        "digits",
        "slashes",
        "no such day",
        "no such time",
        "control",
        "long lower",
        "one within another",
        "short year before a zone",
    ],
)
def test_odd_text_is_read_without_an_error(text: str) -> None:
    """The result quotes the text, whatever it is."""
    assert all(found.text == text[found.start : found.end] for found in tag(text, SATURDAY))


def test_length_of_folded_letters_does_not_move_offsets() -> None:
    """A letter whose lower case is longer leaves the offsets of what follows alone."""
    [found] = tag("İİİ met on Friday.", SATURDAY)
    assert found.text == "Friday"


def test_phrase_is_resolved_in_its_context() -> None:
    """The tense around the phrase counts."""
    text = "The court will rule on Friday."
    found = resolve_phrase(text, 20, 29, SATURDAY)
    assert found is not None
    assert (found.text, found.start, found.end, found.edtf) == ("on Friday", 20, 29, "2024-10-18")


@pytest.mark.parametrize(("start", "end"), [(0, 9), (14, 18)], ids=["court", "rule"])
def test_phrase_without_a_calendar_time_is_none(start: int, end: int) -> None:
    """Words that tell no time resolve to nothing."""
    assert resolve_phrase("The court will rule on Friday.", start, end, SATURDAY) is None


def test_phrase_outside_of_the_text_is_refused() -> None:
    """Offsets are checked."""
    with pytest.raises(InputError, match="not in a text"):
        resolve_phrase("Friday", 2, 90, SATURDAY)


def test_part_of_an_expression_has_its_date() -> None:
    """A phrase that leaves out "next" is still next Friday."""
    text = "They will meet next Friday afternoon."
    start = text.index("Friday")
    found = resolve_phrase(text, start, start + 6, SATURDAY)
    assert found is not None
    assert (found.text, found.edtf) == ("Friday", "2024-10-18")


def test_phrase_with_both_ends_of_a_range_is_the_range() -> None:
    """Two expressions of one range are one date."""
    text = "The road was shut from May 3 to June 2."
    found = resolve_phrase(text, text.index("from"), len(text) - 1, SATURDAY)
    assert found is not None
    assert found.edtf == "2024-05-03/2024-06-02"


def test_phrase_with_two_dates_is_none() -> None:
    """What stands for two dates stands for none."""
    text = "It closed on May 3 and opened on June 2."
    assert resolve_phrase(text, 0, len(text), SATURDAY) is None
