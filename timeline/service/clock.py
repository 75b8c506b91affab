"""Wall time, read in this one place of the service and passed on from here."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the time of day in UTC."""
    return datetime.now(UTC)
