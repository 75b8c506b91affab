"""What files that hold no text look like, and what to do about each."""

from typing import NamedTuple

from timeline.errors import UnreadableInputError

MOST_CONTROLS = 0.005
"""Text has next to no control characters besides white space."""

LOOKED_AT = 65_536
"""So many characters from the start are searched for control characters."""

_WHITE_SPACE = frozenset("\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f\x85")


class Signature(NamedTuple):
    """The bytes that a kind of file has at an offset."""

    offset: int
    magic: bytes
    what: str
    remedy: str


_TO_TEXT = "save it as plain text or HTML first"
_EXTRACT_PDF = "extract its text first, for instance with pdftotext"
_UNPACK = "unpack it first"
_NO_ARTICLE = "give the text of an article"

SIGNATURES = (
    Signature(0, b"%PDF", "a PDF", _EXTRACT_PDF),
    Signature(0, b"%!PS", "PostScript", _EXTRACT_PDF),
    Signature(0, b"{\\rtf", "an RTF document", _TO_TEXT),
    Signature(0, b"\xd0\xcf\x11\xe0", "an old Office document", _TO_TEXT),
    Signature(0, b"PK\x03\x04", "a zip archive or an Office document", "unpack it, or save the document as plain text"),
    Signature(0, b"PK\x05\x06", "an empty zip archive", _NO_ARTICLE),
    Signature(0, b"\x1f\x8b", "a gzip archive", _UNPACK),
    Signature(0, b"BZh", "a bzip2 archive", _UNPACK),
    Signature(0, b"\xfd7zXZ", "an xz archive", _UNPACK),
    Signature(0, b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    Signature(0, b"7z\xbc\xaf", "a 7z archive", _UNPACK),
    Signature(0, b"Rar!", "a rar archive", _UNPACK),
    Signature(257, b"ustar", "a tar archive", _UNPACK),
    Signature(0, b"\x89PNG", "a PNG image", _NO_ARTICLE),
    Signature(0, b"\xff\xd8\xff", "a JPEG image", _NO_ARTICLE),
    Signature(0, b"GIF8", "a GIF image", _NO_ARTICLE),
    Signature(0, b"RIFF", "an image, a sound or a video", _NO_ARTICLE),
    Signature(0, b"II*\x00", "a TIFF image", _NO_ARTICLE),
    Signature(0, b"MM\x00*", "a TIFF image", _NO_ARTICLE),
    Signature(4, b"ftyp", "a video or an image", _NO_ARTICLE),
    Signature(0, b"ID3", "a sound", _NO_ARTICLE),
    Signature(0, b"OggS", "a sound or a video", _NO_ARTICLE),
    Signature(0, b"\x7fELF", "a program", _NO_ARTICLE),
    Signature(0, b"SQLite format 3\x00", "an SQLite database", _NO_ARTICLE),
)


def refuse_binary(data: bytes) -> None:
    """Do nothing if the bytes may be text in some encoding.

    Raises:
        UnreadableInputError: They begin like a kind of file that is no text.
    """
    for offset, magic, what, remedy in SIGNATURES:
        if data.startswith(magic, offset):
            raise UnreadableInputError(f"looks like {what} ({data[offset : offset + len(magic)]!r}); {remedy}")


def refuse_nuls(data: bytes) -> None:
    """Do nothing if there is no NUL.

    Raises:
        UnreadableInputError: There is one.
    """
    where = data.find(b"\0")
    if where >= 0:
        raise UnreadableInputError(f"looks like binary data: byte {where} is NUL; give plain text, HTML or JSONL")


def refuse_control_characters(text: str) -> None:
    """Do nothing if the characters are those of a text.

    Raises:
        UnreadableInputError: There are more control characters than a text has.
    """
    sample = text[:LOOKED_AT]
    odd = [one for one in sample if (one < " " or "\x7f" <= one < "\xa0") and one not in _WHITE_SPACE]
    if len(odd) > MOST_CONTROLS * len(sample):
        raise UnreadableInputError(
            f"looks like binary data: control characters such as {odd[0]!r}; give plain text, HTML or JSONL"
        )
