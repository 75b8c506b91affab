"""Which addresses are public."""

from ipaddress import ip_address

import pytest

from timeline.fetching.public import is_public, public_web


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("127.0.0.1", id="loopback"),
        pytest.param("127.255.255.254", id="the rest of loopback"),
        pytest.param("0.0.0.0", id="this host"),  # noqa: S104 - nothing is bound
        pytest.param("10.1.2.3", id="private, A"),
        pytest.param("172.16.0.1", id="private, B"),
        pytest.param("192.168.1.1", id="private, C"),
        pytest.param("100.64.0.1", id="shared by a carrier"),
        pytest.param("169.254.169.254", id="link-local, metadata of clouds"),
        pytest.param("192.0.0.192", id="metadata of another cloud"),
        pytest.param("168.63.129.16", id="host of a virtual machine"),
        pytest.param("192.0.2.1", id="documentation"),
        pytest.param("198.18.0.1", id="measurements"),
        pytest.param("192.88.99.1", id="relay of 6to4"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("233.252.0.1", id="multicast of documentation"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("::", id="unspecified, 6"),
        pytest.param("::1", id="loopback, 6"),
        pytest.param("fe80::1", id="link-local, 6"),
        pytest.param("fc00::1", id="unique local"),
        pytest.param("fd00:ec2::254", id="metadata of a cloud, 6"),
        pytest.param("fec0::1", id="site-local"),
        pytest.param("ff02::1", id="multicast, 6"),
        pytest.param("2001:db8::1", id="documentation, 6"),
        pytest.param("3fff::1", id="newer documentation, 6"),
        pytest.param("100::1", id="discard"),
        pytest.param("5f00::1", id="segment routing"),
        pytest.param("::ffff:127.0.0.1", id="mapped loopback"),
        pytest.param("::ffff:10.0.0.1", id="mapped private"),
        pytest.param("::ffff:169.254.169.254", id="mapped link-local"),
        pytest.param("::127.0.0.1", id="compatible loopback"),
        pytest.param("::8.8.8.8", id="compatible, a form given up"),
        pytest.param("2002:7f00:1::", id="6to4 of loopback"),
        pytest.param("2002:a00:1::1", id="6to4 of a private address"),
        pytest.param("2002:808:808::1", id="6to4, given up"),
        pytest.param("64:ff9b::7f00:1", id="NAT64 of loopback"),
        pytest.param("64:ff9b::a9fe:a9fe", id="NAT64 of link-local"),
        pytest.param("64:ff9b:1::808:808", id="NAT64 of a network's own"),
        pytest.param("2001:0:808:808::f7f7:f7f7", id="Teredo"),
        pytest.param("2001:0:7f00:1::", id="Teredo by loopback"),
        pytest.param("2600::5efe:a00:1", id="ISATAP of a private address"),
        pytest.param("2600::200:5efe:7f00:1", id="ISATAP of loopback"),
    ],
)
def test_what_is_not_public(address: str) -> None:
    """No machine on the Internet has it, or what it leads to is inside."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("8.8.8.8", id="IPv4"),
        pytest.param("172.32.0.1", id="beside a private block"),
        pytest.param("2600:1406::17", id="IPv6"),
        pytest.param("::ffff:8.8.8.8", id="mapped"),
        pytest.param("64:ff9b::808:808", id="NAT64"),
    ],
)
def test_what_is_public(address: str) -> None:
    """Pages are there."""
    assert is_public(ip_address(address))


@pytest.mark.parametrize(("port", "is_web"), [(80, True), (443, True), (22, False), (6379, False), (8080, False)])
def test_only_the_ports_of_the_web(port: int, *, is_web: bool) -> None:
    """A public address has other services too."""
    assert (public_web(ip_address("8.8.8.8"), port) is None) is is_web
