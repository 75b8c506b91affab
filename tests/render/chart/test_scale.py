"""Days on a line: in order, in proportion, with long emptiness cut out."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.chart.scale import MARGIN, Scale, scale_of
from timeline.render.chart.ticks import ticks_of

YEAR_2024 = float(date(2024, 1, 1).toordinal())


@given(st.lists(st.floats(min_value=1, max_value=3_000_000, width=32), min_size=1, max_size=30))
def test_order_is_kept_and_nothing_leaves_the_drawing(days: list[float]) -> None:
    """A later day never stands before an earlier one, and every day stands within the margins."""
    scale = scale_of(days)
    places = [scale.at(day) for day in sorted(days)]
    assert all(before <= after for before, after in pairwise(places))
    assert all(MARGIN - 1e-6 <= place <= 1 - MARGIN + 1e-6 for place in places)


@given(st.lists(st.integers(min_value=1, max_value=1_000_000), min_size=2, max_size=20, unique=True))
def test_a_day_is_as_wide_everywhere(days: list[int]) -> None:
    """Every stretch between cuts has the same scale."""
    widths = [(each.right - each.left) / (each.last - each.first) for each in scale_of(map(float, days)).stretches]
    assert widths == pytest.approx([widths[0]] * len(widths), rel=1e-3)


def test_even_time_is_not_cut() -> None:
    """Where nothing stands out, the whole is in proportion."""
    scale = scale_of(YEAR_2024 + 30 * number for number in range(12))
    assert scale.cuts == ()
    first, second, third = (scale.at(YEAR_2024 + 30 * number) for number in range(3))
    assert third - second == pytest.approx(second - first)


def test_an_event_long_ago_does_not_squeeze_the_week() -> None:
    """Forty years of nothing are cut out, and the week takes most of the width."""
    week = [YEAR_2024 + day for day in range(8)]
    scale = scale_of([YEAR_2024 - 40 * 365, *week])
    assert len(scale.cuts) == 1
    assert scale.at(week[-1]) - scale.at(week[0]) > 0.5


def test_two_days_far_apart_are_not_cut() -> None:
    """Where no stretch stands out from another, there is nothing to make room for."""
    assert scale_of([YEAR_2024, YEAR_2024 + 4000]).cuts == ()
    assert scale_of([YEAR_2024, YEAR_2024 + 4000, YEAR_2024 + 9000]).cuts == ()


def test_a_day_that_is_cut_out_stands_in_the_cut() -> None:
    """It has a place between its neighbours."""
    scale = scale_of([100.0, 101.0, 10_000.0, 10_001.0])
    before, after = scale.cuts[0]
    assert before.right < scale.at(5_000.0) < after.left


@pytest.mark.parametrize(
    ("days", "first"),
    [
        pytest.param(3, "1 Jan", id="days"),
        pytest.param(60, "8 Jan", id="weeks"),
        pytest.param(400, "Jan 2024", id="months"),
        pytest.param(4000, "2024", id="years"),
        pytest.param(40_000, "2040", id="decades"),
    ],
)
def test_ticks_are_as_fine_as_there_is_room_for(days: int, first: str) -> None:
    """The unit follows from the time that is shown."""
    words = [tick.words for tick in ticks_of(scale_of([YEAR_2024, YEAR_2024 + days]), 760) if tick.words]
    assert first in words
    assert 2 <= len(words) <= 15


@pytest.mark.parametrize("width", [300, 760])
@pytest.mark.parametrize("days", [1, 9, 45, 200, 900, 9_000, 600_000])
def test_the_words_of_ticks_do_not_touch(days: int, width: int) -> None:
    """There is room between any two that are shown."""
    shown = [tick.x * width for tick in ticks_of(scale_of([YEAR_2024, YEAR_2024 + days]), width) if tick.words]
    assert all(after - before >= 50 for before, after in pairwise(shown))


def test_a_stretch_without_a_tick_is_named() -> None:
    """A short stretch between cuts says when it is."""
    scale = scale_of([YEAR_2024 + 15, YEAR_2024 + 16, *(YEAR_2024 + 4000 + 100 * number for number in range(9))])
    assert isinstance(scale, Scale)
    assert "Jan 2024" in [tick.words for tick in ticks_of(scale, 760)]


@pytest.mark.parametrize("day", [1.0, 3_652_059.0])
def test_the_ends_of_the_calendar_can_be_drawn(day: float) -> None:
    """The first and the last year there is are years as any other."""
    assert ticks_of(scale_of([day]), 760)
