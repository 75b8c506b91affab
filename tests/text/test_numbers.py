"""Numbers as values, in digits and in words."""

from decimal import Decimal

import pytest

from timeline.text.numbers import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("14 people", {14}, id="digits"),
        pytest.param("1,200 people", {1200}, id="thousands"),
        pytest.param("twenty-three people", {20, 3, 23}, id="spelled out"),
        pytest.param("two hundred and five", {2, 100, 200, 5}, id="parts"),
        pytest.param("3.2 billion", {Decimal("3.2"), 10**9, 3_200_000_000}, id="scale"),
        pytest.param("$3.2bn", {3_200_000_000}, id="scale suffix"),
        pytest.param("Oct 22-24", {22, 24}, id="range"),
        pytest.param("G20 and F-16", set(), id="names"),
        pytest.param("dozens", {12}, id="a dozen"),
        pytest.param("Two HUNDRED and 5BN", {2, 100, 200, 5_000_000_000}, id="in capitals"),
        pytest.param("9" * 1000, set(), id="no number of use"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_numbers_are_read(text: str, expected: set[Decimal]) -> None:
    """Every number is there as written, and multiplied out."""
    assert numbers(text) == expected
