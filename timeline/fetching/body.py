"""The body of a response, read within a bound that holds for what is sent and for what it unpacks to."""

import zlib
from collections.abc import AsyncIterable

_GZIP_ONLY = 31
"""zlib's number for: a gzip member (RFC 1952), the largest window."""


class TooLargeError(Exception):
    """The body is larger than allowed."""


class BrokenBodyError(Exception):
    """The body cannot be unpacked, or ends too early."""


async def read_body(pieces: AsyncIterable[bytes], *, is_gzip: bool, most: int) -> bytes:
    """Return the body, unpacked where it is gzip.

    Raises:
        TooLargeError: More than `most` bytes were sent, or they unpack to more. No more than that was ever held.
        BrokenBodyError: It is no gzip, or ends too early.
    """
    sent = 0
    content = bytearray()
    unpack = _Gzip() if is_gzip else None
    async for piece in pieces:
        sent += len(piece)
        content += unpack.feed(piece, most - len(content) + 1) if unpack else piece
        if max(sent, len(content)) > most:
            raise TooLargeError
    if unpack and not unpack.is_complete:
        raise BrokenBodyError
    return bytes(content)


class _Gzip:
    """Unpacks members that follow each other, never more bytes than there is room for."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP_ONLY)
        self._is_begun = False

    @property
    def is_complete(self) -> bool:
        """Say whether the last member has ended; nothing at all is complete too."""
        return self._member.eof or not self._is_begun

    def feed(self, piece: bytes, room: int) -> bytes:
        """Return what `piece` unpacks to, but at most `room` bytes."""
        unpacked = bytearray()
        while piece and len(unpacked) < room:
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP_ONLY)
            self._is_begun = True
            try:
                unpacked += self._member.decompress(piece, room - len(unpacked))
            except zlib.error as error:
                raise BrokenBodyError from error
            piece = self._member.unused_data
        return bytes(unpacked)
