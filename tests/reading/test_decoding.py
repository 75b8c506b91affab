"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import UnreadableInputError
from timeline.reading.decoding import decode

_ENGLISH = "The “talks” – held in Zürich – ended, the minister’s aide said.\r\nA café owner saw him.\r" * 20
_RUSSIAN = "Министры шести стран встретились во вторник в столице. " * 10
_GERMAN = "Die Minister trafen sich am Dienstag in München. Später gab es Ärger über die Züge. " * 10


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=str
)
def test_english_is_decoded_in_every_usual_encoding(encoding: str) -> None:
    """The text comes back to the last line break, and a mark is no part of it."""
    assert decode(_ENGLISH.encode(encoding)) == _ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"), [(_GERMAN, "latin-1"), (_RUSSIAN, "cp1251"), (_RUSSIAN, "koi8-r")], ids=["latin", "cp", "koi"]
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    """What is neither UTF-8 nor English is guessed from the bytes."""
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_believed() -> None:
    """An HTML page that is not UTF-8 says what it is."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź'
    assert decode(page.encode("iso-8859-2")) == page


@pytest.mark.parametrize("declared", ["utf-16", "rot13", "no-such-encoding"])
def test_a_declaration_that_cannot_be_is_passed_over(declared: str) -> None:
    """A wrong declaration does not make a page unreadable."""
    page = f'<meta charset="{declared}"><p>The café in Port Ana was closed on Tuesday, the owner said.' + " More." * 40
    assert decode(page.encode("cp1252")) == page


def test_a_few_damaged_bytes_do_not_change_the_rest() -> None:
    """UTF-8 with a broken character stays UTF-8."""
    damaged = _ENGLISH.encode()[:-200] + b"\xe2\x80"
    assert decode(damaged) == _ENGLISH.encode()[:-200].decode() + "\ufffd"


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200).filter(lambda text: "\0" not in text)
)
def test_utf_8_comes_back_unchanged(text: str) -> None:
    """Whatever is valid UTF-8 is read as such; only a mark at the start is dropped."""
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (b"%PDF-1.7 ...", "a PDF", "pdftotext"),
        (b"PK\x03\x04....", "zip archive", "unpack"),
        (b"\x1f\x8b....", "gzip", "unpack"),
        (b"\x89PNG\r\n\x1a\n", "PNG image", "text of an article"),
        (b"\xff\xd8\xff\xe0", "JPEG", "text of an article"),
        (b"{\\rtf1 Hello}", "RTF", "plain text"),
        (b"news\0paper", "NUL", "plain text"),
        (b"\x01\x02\x03news", "control characters", "plain text"),
        (codecs.BOM_UTF16_LE + b"a", "utf-16-le", "UTF-8"),
    ],
    ids=["pdf", "zip", "gzip", "png", "jpeg", "rtf", "nul", "controls", "half a character"],
)
def test_files_that_are_no_text_are_refused(data: bytes, what: str, remedy: str) -> None:
    """The message says what the file looks like and what to do."""
    with pytest.raises(UnreadableInputError, match=what) as caught:
        decode(data)
    assert remedy in str(caught.value)


def test_nothing_decodes_to_nothing() -> None:
    """No bytes are no text; that this is no article is found by the reader."""
    assert decode(b"") == ""
