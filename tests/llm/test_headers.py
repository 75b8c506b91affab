"""Headers about waiting are read as providers write them, and garbage is passed over."""

import pytest

from timeline.llm.headers import RateLimit, rate_limit, retry_after


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("5", 5.0, id="seconds"),
        pytest.param("0.5", 0.5, id="fraction"),
        pytest.param("Thu, 01 Jan 1970 00:01:40 GMT", 40.0, id="date"),
        pytest.param("Thu, 01 Jan 1970 00:00:10 GMT", 0.0, id="date that has passed"),
        pytest.param("soon", None, id="word"),
        pytest.param("-3", None, id="negative"),
        pytest.param("nan", None, id="not a number"),
        pytest.param("inf", None, id="infinite"),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, expected: float | None) -> None:
    """A date counts from the wall time that is passed in."""
    assert retry_after({"retry-after": value}, now=60.0) == expected


@pytest.mark.parametrize(
    ("reset", "seconds"),
    [("1s", 1.0), ("6m0s", 360.0), ("120ms", 0.12), ("1h2m3.5s", 3723.5), ("17", 17.0), ("a while", None)],
)
def test_the_reset_of_a_limit_is_a_duration(reset: str, seconds: float | None) -> None:
    """In units or in bare seconds."""
    headers = {
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": reset,
    }
    assert rate_limit(headers, "requests") == RateLimit(limit=60, remaining=0, reset_seconds=seconds)


def test_no_header_is_no_limit() -> None:
    """Most servers of one's own send none."""
    assert rate_limit({}, "tokens") == RateLimit(limit=None, remaining=None, reset_seconds=None)
