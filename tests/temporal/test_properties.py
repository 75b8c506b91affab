"""What holds for every text."""

import time
from contextlib import redirect_stdout
from datetime import date, timedelta
from functools import cache
from io import StringIO

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.domain.edtf import bounds, granularity
from timeline.domain.time_expression import TimeExpression
from timeline.temporal import tag
from timeline.temporal.english.words import CLASSES

WORDS = sorted({word for words in CLASSES.values() for word in words})
FIGURES = [
    "5",
    "31",
    "1990",
    "2024",
    "14:30",
    "3rd",
    "1990s",
    "'90s",
    "'88",
    "9/11",
    "10/11/2024",
    "2024-10-08",
    "1,000",
    "2.5",
    "480",
]
MARKS = [",", ".", "-", "–", "'s", "(", ")", "$", "/", "\n", "\n\n", "“", "”"]
SAMPLES = [
    "They met on Friday.", "He died two weeks ago.", "It opens in mid-March 2025.", "Sales fell in the third quarter.",
    "The law holds until June 30, 2026.", "It began last night.", "Prices rose in the 1990s.", "They pay every month.",
]  # fmt: skip

texts = st.lists(st.sampled_from(WORDS + FIGURES + MARKS + ["met", "will", "Court"]), max_size=40).map(" ".join)
published = st.dates(date(1, 1, 1), date(9999, 12, 31))


@cache
def _read_by_reference(edtf: str) -> str:
    with redirect_stdout(StringIO()):
        return str(parse_edtf(edtf))


def _facts(found: TimeExpression) -> tuple[str, str, str | None]:
    return found.type, found.value, found.edtf


@given(texts, published)
@settings(max_examples=300, deadline=None)
def test_spans_quote_the_text_in_order_without_overlap(text: str, day: date) -> None:
    """Every expression stands where it says, after the one before."""
    end = 0
    for found in tag(text, day):
        assert found.text == text[found.start : found.end]
        assert end <= found.start < found.end
        end = found.end


@given(texts, published)
@settings(max_examples=150, deadline=None)
def test_bounds_are_those_of_the_edtf(text: str, day: date) -> None:
    """`earliest` and `latest` are in order, and agree with the EDTF value, which the reference parser reads."""
    for found in tag(text, day):
        if found.edtf is None:
            assert (found.earliest, found.latest) == (None, None)
            continue
        assert (found.earliest, found.latest) == bounds(found.edtf)
        assert granularity(found.edtf)
        assert _read_by_reference(found.edtf) == found.edtf
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.text(max_size=200), published)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str, day: date) -> None:
    """No text raises."""
    assert all(found.text == text[found.start : found.end] for found in tag(text, day))


@settings(deadline=None)
@given(
    st.sampled_from(SAMPLES),
    st.sampled_from(["Nobody spoke. ", "“Ah!” she said.\n\n", "É. "]),
    st.sampled_from([" The end.", "\n\nMore."]),
)
def test_surrounding_text_changes_nothing(sentence: str, before: str, after: str) -> None:
    """A sentence reads the same between others."""
    alone, within = tag(sentence, date(2024, 10, 12)), tag(before + sentence + after, date(2024, 10, 12))
    assert [_facts(found) for found in within] == [_facts(found) for found in alone]
    assert [found.start - len(before) for found in within] == [found.start for found in alone]


@settings(deadline=None)
@given(st.sampled_from(SAMPLES), st.sampled_from([" ", "  ", "\n", "\t", "\u00a0"]))
def test_white_space_changes_nothing(sentence: str, space: str) -> None:
    """However the words are set apart, they mean the same."""
    spaced = sentence.replace(" ", space)
    assert [_facts(found) for found in tag(spaced, date(2024, 10, 12))] == [
        _facts(found) for found in tag(sentence, date(2024, 10, 12))
    ]


@settings(deadline=None)
@given(st.sampled_from(SAMPLES), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nothing(sentence: str, change: object) -> None:
    """Capitals, or none, mean the same."""
    changed = change(sentence)  # type: ignore[operator] # a method of str
    assert [_facts(found) for found in tag(changed, date(2024, 10, 12))] == [
        _facts(found) for found in tag(sentence, date(2024, 10, 12))
    ]


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-3000, 3000))
def test_written_day_is_that_day(day: date, distance: int) -> None:
    """A date written in full is itself, whenever the text was published."""
    [found] = tag(f"The court ruled on {day:%B} {day.day}, {day.year}.", day + timedelta(days=distance))
    assert found.edtf == day.isoformat()


@given(
    st.lists(
        st.sampled_from(["the ", "last ", "1 ", "- ", "a few ", "and ", "May ", ", ", "two hundred ", "\n", "9"]),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=40, deadline=None)
def test_time_stays_linear_on_adversarial_text(parts: list[str]) -> None:
    """A kilobyte of repeated half-phrases takes no more than a few milliseconds, however long the text."""
    text = ("".join(parts) * 20_000)[:20_000]
    start = time.process_time()
    tag(text, date(2024, 10, 12))
    assert time.process_time() - start < 0.1 * 20
