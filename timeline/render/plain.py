"""Words of an article made safe to stand within one line of something else."""

import re

_CONTROLS = (*range(0x9), *range(0xE, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}"),
    **dict.fromkeys(_DIRECTIONS),
}
_STEERING = re.compile(f"[{re.escape(''.join(map(chr, (*range(0x7F, 0xA0), *_DIRECTIONS))))}]")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


def one_line(words: str) -> str:
    """Put words on one line in which nothing can steer a terminal or reorder what is read.

    Control characters are shown as missing, marks of direction are dropped, and every run of blanks is one space.
    """
    return " ".join(words.translate(_UNSEEN).split())


def safe_json(document: str) -> str:
    """Return the same JSON with escapes for the characters that can steer a terminal or reorder what is read.

    JSON itself has escapes for those below a space alone (RFC 8259, section 7).
    """
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def web_address(address: str | None) -> str | None:
    """Return an address that is safe to link to; None for any other, such as `javascript:`."""
    return address if address and _WEB_ADDRESS.fullmatch(address) else None
