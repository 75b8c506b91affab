"""Which network a request comes from."""

import pytest

from timeline.service.guard.clients import network_of


@pytest.mark.parametrize(
    ("host", "network"),
    [
        pytest.param("192.0.2.7", "192.0.2.7", id="IPv4"),
        pytest.param("::ffff:192.0.2.7", "192.0.2.7", id="IPv4 in IPv6"),
        pytest.param("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", id="IPv6"),
        pytest.param("testclient", "testclient", id="a name"),
    ],
)
def test_addresses_that_one_client_can_change_at_will_are_one(host: str, network: str) -> None:
    """Of IPv6 a customer is given a whole network."""
    assert network_of({"type": "http", "client": (host, 1)}) == network


def test_a_socket_without_an_address_is_one_client() -> None:
    """As behind a Unix socket."""
    assert network_of({"type": "http", "client": None}) == "unknown"
