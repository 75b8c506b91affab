"""Bodies within their bound."""

import gzip
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.fetching.body import BrokenBodyError, TooLargeError, read_body


async def pieces(content: bytes, size: int = 7) -> AsyncIterator[bytes]:
    """Send `content` in pieces."""
    for start in range(0, len(content), size):
        yield content[start : start + size]


@given(content=st.binary(max_size=300), size=st.integers(1, 50), is_gzip=st.booleans())
async def test_what_is_packed_is_unpacked(content: bytes, size: int, *, is_gzip: bool) -> None:
    """However it is cut into pieces."""
    sent = gzip.compress(content) if is_gzip else content
    assert await read_body(pieces(sent, size), is_gzip=is_gzip, most=1000) == content


async def test_members_follow_each_other() -> None:
    """As RFC 1952 has it."""
    sent = gzip.compress(b"one ") + gzip.compress(b"two")
    assert await read_body(pieces(sent), is_gzip=True, most=1000) == b"one two"


@pytest.mark.parametrize("is_gzip", [True, False])
async def test_the_bound_is_kept_to_the_byte(*, is_gzip: bool) -> None:
    """What is as large as allowed is read, and a byte more is not."""
    content = b"a" * 100
    sent = gzip.compress(content) if is_gzip else content
    assert await read_body(pieces(sent), is_gzip=is_gzip, most=100) == content
    with pytest.raises(TooLargeError):
        await read_body(pieces(sent), is_gzip=is_gzip, most=99)


async def test_a_bomb_is_never_unpacked() -> None:
    """It is given up at the bound, within one piece too."""
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(TooLargeError):
        await read_body(pieces(bomb, len(bomb)), is_gzip=True, most=10_000)


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(gzip.compress(b"a" * 100)[:-9], id="cut off"),
        pytest.param(b"<html>", id="no gzip"),
        pytest.param(gzip.compress(b"a") + b"more", id="something behind"),
    ],
)
async def test_a_broken_body_is_told(sent: bytes) -> None:
    """Half a page is no page."""
    with pytest.raises(BrokenBodyError):
        await read_body(pieces(sent), is_gzip=True, most=1000)
