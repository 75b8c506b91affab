"""Who asks: by the API key it shows, else by its address."""

import ipaddress

from starlette.datastructures import Headers
from starlette.types import Scope

_BEARER = "bearer"
_HOME_NETWORK = 64
"""Bits of an IPv6 address that one customer is given: the rest is theirs to change at will."""


def shown_key(scope: Scope) -> str | None:
    """Return the secret that a request shows, or None."""
    headers = Headers(scope=scope)
    scheme, _, secret = headers.get("Authorization", "").partition(" ")
    if scheme.lower() == _BEARER and secret.strip():
        return secret.strip()
    return headers.get("X-API-Key") or None


def network_of(scope: Scope) -> str:
    """Return the address that a request comes from; of IPv6 the network, of anything else its name."""
    host = scope["client"][0] if scope.get("client") else "unknown"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    if address.version == 4:
        return str(address)
    mapped = address.ipv4_mapped
    return str(mapped or ipaddress.ip_network((address, _HOME_NETWORK), strict=False))
