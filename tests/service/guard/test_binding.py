"""Where a server may listen."""

import pytest

from timeline.errors import ConfigurationError
from timeline.service.guard.binding import check_binding


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.8.8.8"])
def test_loopback_needs_no_key(host: str) -> None:
    """Only this machine reaches it."""
    check_binding(host, has_keys=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", "", "localhost.example.org"])  # noqa: S104 - to be refused
def test_everything_else_does(host: str) -> None:
    """The message names the host and both ways out."""
    with pytest.raises(ConfigurationError, match="timeline keys create") as refusal:
        check_binding(host, has_keys=False)
    assert repr(host) in str(refusal.value)
    check_binding(host, has_keys=True)
