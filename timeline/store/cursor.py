"""Where a list goes on: one or more numbers that the client hands back as they came."""

import base64
import binascii

from timeline.errors import InputError

_BYTES = 8


def write_cursor(*position: int) -> str:
    """Return `position` as an opaque string."""
    return (
        base64.urlsafe_b64encode(b"".join(one.to_bytes(_BYTES, signed=True) for one in position)).decode().rstrip("=")
    )


def read_cursor(cursor: str) -> int:
    """Return the position that a cursor of one number stands for.

    Raises:
        InputError: It is none of ours.
    """
    (position,) = read_numbers(cursor, 1)
    return position


def read_numbers(cursor: str, count: int) -> tuple[int, ...]:
    """Return the position that a cursor of `count` numbers stands for.

    Raises:
        InputError: It is none of ours.
    """
    try:
        raw = base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raw = b""
    position = tuple(int.from_bytes(raw[at : at + _BYTES], signed=True) for at in range(0, len(raw), _BYTES))
    if len(raw) != count * _BYTES or min(position) < 0 or write_cursor(*position) != cursor:
        raise not_ours(cursor)
    return position


def not_ours(cursor: str) -> InputError:
    """Return the error of a cursor that belongs to no page of a list."""
    return InputError(f"no cursor of this list: {cursor!r:.100}; pass on `next` of the page before, or leave it out")
