"""An address as it was given, taken apart once: what is checked is what is asked."""

import re
from ipaddress import ip_address
from typing import NamedTuple

from httpx2 import URL, InvalidURL

from timeline.errors import FetchError
from timeline.fetching.public import IpAddress

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


class Target(NamedTuple):
    """Where a page is asked. `host` is a name in ASCII, or an address; `literal` is the address, where it is one."""

    url: URL
    host: str
    port: int
    literal: IpAddress | None

    @property
    def authority(self) -> str:
        """The host and the port as the `Host` header has them (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.url.scheme] else f"{host}:{self.port}"


def parse_target(address: str) -> Target:
    """Return what `address` points to.

    Raises:
        FetchError: It is no http or https address, or one written to mislead: with credentials, in odd figures.
    """
    if len(address) > _LONGEST or _UNSAFE.search(address):
        raise FetchError(f"{address[:80]!r} is no address: it holds white space or a backslash, or is too long")
    try:
        url = URL(address)
    except InvalidURL as error:
        raise FetchError(f"{address[:80]!r} is no address: {error}") from error
    if url.scheme not in _PORTS or not url.raw_host:
        raise FetchError(f"{address[:80]!r} is no web address; give one that begins with http:// or https://")
    if url.userinfo:
        raise FetchError(f"the address at {url.host!r} holds a user name; give it without one")
    host = url.raw_host.decode("ascii").lower().removesuffix(".")
    port = _PORTS[url.scheme] if url.port is None else url.port
    if not 0 < port < 65536:
        raise FetchError(f"{port} is no port, in the address at {url.host!r}")
    return Target(url, host, port, _literal(host))


def _literal(host: str) -> IpAddress | None:
    """Return the address that a host is, or None where it is a name.

    A host whose last label is a number is an address (WHATWG URL, "ends in a number"). Resolvers also take it in
    decimal, octal or hexadecimal figures or with parts left out, which no page of news needs.
    """
    try:
        return ip_address(host.replace("%", " "))  # an address with a zone is none of the Internet
    except ValueError:
        if not _NAME.fullmatch(host) or _NUMBER.fullmatch(host.rpartition(".")[2]):
            raise FetchError(f"{host!r} is neither a name nor a plain IP address") from None
    return None
