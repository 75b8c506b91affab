"""What a provider's headers say about waiting: `Retry-After` and the rate-limit family."""

import math
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple

Headers = Mapping[str, str]
"""Header values by lower-case name."""

_SECONDS_OF = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_DURATION_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(ms|s|m|h|d)")


def retry_after(headers: Headers, *, now: float) -> float | None:
    """Return the wait in seconds that the provider asks for, or None. `now` is wall time as a POSIX timestamp."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if value is None:
        return None
    seconds = _number(value)
    return seconds if seconds is not None else _seconds_until(value, now)


def _seconds_until(value: str, now: float) -> float | None:
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _number(value: str | None) -> float | None:
    try:
        number = float(value) if value is not None else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


class RateLimit(NamedTuple):
    """One limit of a provider: how much a window allows, how much of it is left, and when it is whole again."""

    limit: float | None
    remaining: float | None
    reset_seconds: float | None


def rate_limit(headers: Headers, unit: str) -> RateLimit:
    """Read the `x-ratelimit-*` headers of `unit`, which is `requests` or `tokens`."""
    return RateLimit(
        limit=_number(headers.get(f"x-ratelimit-limit-{unit}")),
        remaining=_number(headers.get(f"x-ratelimit-remaining-{unit}")),
        reset_seconds=_duration(headers.get(f"x-ratelimit-reset-{unit}")),
    )


def _duration(value: str | None) -> float | None:
    """Return the seconds of a duration such as `1s`, `6m0s` or `120ms`, or of a bare number."""
    if value is None:
        return None
    parts = _DURATION_PART.findall(value)
    if parts and "".join(amount + unit for amount, unit in parts) == value.strip():
        return sum(float(amount) * _SECONDS_OF[unit] for amount, unit in parts)
    return _number(value)
