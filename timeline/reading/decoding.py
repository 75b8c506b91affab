"""Bytes to text, in whatever encoding they are."""

import codecs
import re
from typing import TypeGuard

from charset_normalizer import from_bytes

from timeline.errors import UnreadableInputError
from timeline.reading.binary import refuse_binary, refuse_control_characters, refuse_nuls

SAMPLE = 65_536
"""The encoding is guessed from so many bytes."""

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", re.IGNORECASE
)
_NOT_OF_PAGES = (
    "base64",
    "bz2",
    "hex",
    "idna",
    "punycode",
    "quopri",
    "raw-unicode-escape",
    "rot-13",
    "undefined",
    "unicode-escape",
    "utf-16",
    "utf-32",
    "uu",
    "zlib",
)
_TYPOGRAPHY = frozenset(range(0x80, 0xA0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def decode(data: bytes, *, charset: str | None = None) -> str:
    """Decode bytes and change nothing else; a byte-order mark is not text.

    A mark decides, then UTF-8, if need be with a few damaged characters, then `charset`, which is what the server of
    a page declares, then what an HTML page declares, then a guess.

    Raises:
        UnreadableInputError: The bytes are no text.
    """
    refuse_binary(data)
    text = _decode(data, charset)
    refuse_control_characters(text)
    return text


def _decode(data: bytes, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    wide = _wide_encoding(data)
    if wide:
        return _decode_as(data, wide)
    refuse_nuls(data)
    text = _utf_8(data)
    if text is not None:
        return text
    for encoding in filter(_is_of_pages, (charset, _declared_encoding(data), _western_encoding(data))):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _decode_by_guess(data)


def _is_of_pages(encoding: str | None) -> TypeGuard[str]:
    """Say whether it is an encoding of documents; UTF-16 is a mistake where it was neither marked nor recognised."""
    try:
        name = codecs.lookup(encoding or "").name
    except (LookupError, ValueError):
        return False
    return not name.startswith(_NOT_OF_PAGES)


def _utf_8(data: bytes) -> str | None:
    """Return UTF-8, with U+FFFD for a few bytes that do not fit; None where too many do not."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad if bad else 0
    return text if 10 * bad <= good else None


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInputError(
            f"begins as {encoding} but is not: {error.reason} at byte {error.start}; save it as UTF-8"
        ) from error


def _wide_encoding(data: bytes) -> str | None:
    """Return UTF-16 without a mark: every other byte of Latin text is NUL."""
    sample = data[:SAMPLE]
    low, high = sample[0::2], sample[1::2]
    if len(sample) < 4 or len(data) % 2:
        return None
    if 2 * high.count(0) > len(high) and not low.count(0):
        return "utf-16-le"
    if 2 * low.count(0) > len(low) and not high.count(0):
        return "utf-16-be"
    return None


def _declared_encoding(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else None


def _western_encoding(data: bytes) -> str | None:
    """Return Windows-1252 where next to all bytes are ASCII, as in English: the rest are quotes and a few accents."""
    sample = data[:SAMPLE]
    high = [byte for byte in sample if byte >= 0x80]
    typographic = sum(byte in _TYPOGRAPHY for byte in high)
    few = len(high) <= 0.01 * len(sample)
    some = len(high) <= 0.05 * len(sample) and 2 * typographic >= len(high)
    return "cp1252" if few or some else None


def _decode_by_guess(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise UnreadableInputError(f"no known encoding fits; it begins with {data[:16]!r}; save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInputError(
            f"looks like {best.encoding}, but byte {error.start} does not fit; save it as UTF-8"
        ) from error
