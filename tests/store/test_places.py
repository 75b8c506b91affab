"""Where events stand, and where those lie that overlap a period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import PUBLISHED, dated, on
from timeline.domain.timeline import When
from timeline.errors import StoreError
from timeline.store.places import COUNTER_BITS, LAST_DAY, LAST_PLACE, next_place, standing, stretches

dates = st.dates() | st.integers(0, 4000).map(lambda days: date(2020, 1, 1) + timedelta(days=days))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Return a date with at least one bound."""
    first, last = sorted((draw(dates), draw(dates)))
    return draw(st.sampled_from([dated(first, last), dated(first, None), dated(None, last), on(first)]))


@given(when=whens(), start=st.none() | dates, end=st.none() | dates)
def test_an_event_lies_in_a_stretch_where_it_overlaps_the_period(
    when: When, start: date | None, end: date | None
) -> None:
    """And in none where it does not."""
    if start and end and end < start:
        start, end = end, start
    at = standing(when, PUBLISHED)
    is_found = any(
        one.reach is at.reach and one.low <= at.lowest <= at.highest <= one.high and (one.ends or 0) <= at.last
        for one in stretches(start, end, undated=False)
    )
    starts_in_time = end is None or when.earliest is None or when.earliest <= end
    ends_in_time = start is None or when.latest is None or when.latest >= start
    assert is_found == (starts_in_time and ends_in_time)


@given(one=whens(), other=whens())
def test_places_are_in_order_of_time(one: When, other: When) -> None:
    """First day, then last day; an open end comes after every other."""
    first, second = (
        (when.earliest or when.latest or date.max, when.latest.toordinal() if when.latest else LAST_DAY)
        for when in (one, other)
    )
    assert (first < second) == (standing(one, PUBLISHED).highest < standing(other, PUBLISHED).lowest)


@pytest.mark.parametrize("when", [None, dated(None, None)], ids=["no date", "no bound"])
def test_an_event_without_a_date_comes_last(when: When | None) -> None:
    """By the day of publication; within what a database can count to."""
    at = standing(when, PUBLISHED)
    assert standing(on(date.max), PUBLISHED).highest < at.lowest < standing(when, date.max).highest < LAST_PLACE


def test_a_day_that_is_full_is_told() -> None:
    """Half a million events may have the same dates."""
    at = standing(on(PUBLISHED), PUBLISHED)
    assert at.lowest == next_place(at, None)
    assert at.lowest + (1 << COUNTER_BITS) - 1 == at.highest == next_place(at, at.highest - 1)
    with pytest.raises(StoreError, match=f"{PUBLISHED}"):
        next_place(at, at.highest)
