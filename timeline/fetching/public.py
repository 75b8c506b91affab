"""Which addresses belong to the public Internet.

The standard library's `is_global` differs between its versions, so the blocks that the IANA special-purpose registries
(RFC 6890 and after) mark as not globally reachable, and that it lets pass somewhere, are named here.
"""

from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import TypeAlias

IpAddress: TypeAlias = IPv4Address | IPv6Address

Rule: TypeAlias = Callable[[IpAddress, int], str | None]
"""Says why no connection to an address and a port may be made, in words that go on from a name; None where it may."""

WEB_PORTS = frozenset({80, 443})

_REFUSED_V4 = tuple(
    IPv4Network(block)
    for block in (
        "192.0.0.0/24",  # protocol assignments, with the metadata service of one cloud (192.0.0.192)
        "192.88.99.0/24",  # relays of 6to4, given up by RFC 7526
        "168.63.129.16/32",  # the host of a virtual machine in Azure, which answers to the machine alone
    )
)
_UNICAST_V6 = IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2002::/16",  # 6to4, whose relays are given up by RFC 7526
        "3fff::/20",  # documentation (RFC 9637)
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")
_LOW_32_BITS = 0xFFFF_FFFF


def public_web(address: IpAddress, port: int) -> str | None:
    """Allow the servers of the public web: a public address, and port 80 or 443."""
    if not is_public(address):
        return "is not on the public Internet"
    return None if port in WEB_PORTS else f"is asked at port {port}, which is none of the web's"


def is_public(address: IpAddress) -> bool:
    """Say whether an address is global unicast, and every IPv4 address inside it too."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not _is_in(address, _REFUSED_V4)
    if not all(is_public(inner) for inner in _embedded(address)):
        return False
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    return address.is_global and address in _UNICAST_V6 and not _is_in(address, _REFUSED_V6)


def _embedded(address: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses that a packet to `address` may end at, by whatever translation or tunnel."""
    low = IPv4Address(int(address) & _LOW_32_BITS)
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address in _NAT64 or address.packed[8:12] in _ISATAP:
        yield low


def _is_in(address: IpAddress, networks: tuple[IPv4Network, ...] | tuple[IPv6Network, ...]) -> bool:
    return any(address in network for network in networks)
