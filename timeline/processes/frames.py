"""What two processes of this package tell each other: pickles, each behind its length."""

import pickle
import struct
from typing import Any, BinaryIO, Final

LENGTH: Final = struct.Struct(">Q")


def framed(value: object) -> bytes:
    """Return `value` as it goes over a pipe."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def read_frame(pipe: BinaryIO) -> Any:  # noqa: ANN401 - whatever was sent
    """Return the next value.

    Raises:
        EOFError: There is none: the other process is gone.
    """
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    return pickle.loads(pipe.read(*LENGTH.unpack(head)))  # noqa: S301 - from our own process
