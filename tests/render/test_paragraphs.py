"""The paragraphs of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.domain.span import Offsets
from timeline.render.paragraphs import paragraphs, trimmed

LONG = "word " * 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\n", [], id="blank"),
        pytest.param("One line.", ["One line."], id="one-line"),
        pytest.param("Wrapped\nby hand.\n\nNext.", ["Wrapped\nby hand.", "Next."], id="wrapped"),
        pytest.param("Wrapped\r\nby hand.\r\n\r\nNext.", ["Wrapped\r\nby hand.", "Next."], id="wrapped-dos"),
        pytest.param("One.\n  \t\n Two. ", ["One.", "Two."], id="a-line-of-blanks"),
        pytest.param(f"Short.\n{LONG}\nShort.", ["Short.", LONG.strip(), "Short."], id="a-line-is-a-paragraph"),
    ],
)
def test_where_a_paragraph_ends(text: str, expected: list[str]) -> None:
    """A blank line ends one; a line break does where lines are long."""
    assert [span.of(text) for span in paragraphs(text)] == expected


@given(st.text(alphabet="a \n\r\t.", max_size=200))
def test_every_word_is_in_one_paragraph(text: str) -> None:
    """Only blanks are left out, and paragraphs do not overlap."""
    spans = list(paragraphs(text))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_a_span_is_trimmed_to_its_words() -> None:
    """Blanks at the ends and what lies beyond the text are left out."""
    assert trimmed(Offsets(1, 99), "a  b c  ") == Offsets(3, 6)
    assert trimmed(Offsets(50, 60), "short") == Offsets(50, 50)
