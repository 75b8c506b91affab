"""Where a list goes on: a number that the client hands back as it came."""

import base64
import binascii

from timeline.errors import InputError

_BYTES = 8


def write_cursor(position: int) -> str:
    """Return `position` as an opaque string."""
    return base64.urlsafe_b64encode(position.to_bytes(_BYTES, signed=True)).decode().rstrip("=")


def read_cursor(cursor: str) -> int:
    """Return the position that a cursor stands for.

    Raises:
        InputError: It is none of ours.
    """
    try:
        raw = base64.b64decode(cursor.encode("ascii") + b"=", altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raw = b""
    position = int.from_bytes(raw, signed=True) if len(raw) == _BYTES else -1
    if position < 0 or write_cursor(position) != cursor:
        raise InputError(f"no cursor of this list: {cursor!r}; pass on `next` of the page before, or leave it out")
    return position
