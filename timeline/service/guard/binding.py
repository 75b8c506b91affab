"""Where a server may listen: beyond this machine only when clients have to show an API key."""

import ipaddress

from timeline.errors import ConfigurationError


def check_binding(host: str, *, has_keys: bool) -> None:
    """Refuse to serve without keys on an address that other machines can reach.

    Args:
        host: The name or address to listen on.
        has_keys: The store holds an API key that is not revoked.

    Raises:
        ConfigurationError: The host is not this machine's loopback, and there is no key.
    """
    if not has_keys and not is_loopback(host):
        raise ConfigurationError(
            f"cannot serve on {host!r} without an API key in use: other machines are served by their keys alone; "
            "make one with 'timeline keys create NAME', or serve on 127.0.0.1"
        )


def is_loopback(host: str) -> bool:
    """Say whether `host` is reached from this machine alone; a name other than `localhost` is not trusted to be."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
