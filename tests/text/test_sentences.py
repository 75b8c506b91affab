"""Sentences: where they stand, how they are numbered, and what holds of any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.domain.annotated import Layout
from timeline.text.sentences import split_sentences

_PIECES = st.sampled_from(
    [
        "The minister left.",
        "He said “no.”",
        "U.S. troops",
        "Lt. Gen. Noor",
        "at 5 p.m. Friday",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\u00a0",
        "…",
        "?!",
        ").",
        "• item",
        "By Jane Doe",
        "March 3, 2024",
        "Read more:",
        "– AFP",
        "\u2028",
        "\x85",
        "Ärger.[3]",
        "会谈结束。",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=200)


def quoted(text: str) -> list[str]:
    """Return what the sentences of a text quote."""
    return [sentence.span.of(text) for sentence in split_sentences(text)]


@given(_TEXTS)
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    """Sentences hold all characters but white space, each once, in order."""
    covered = [where for sentence in split_sentences(text) for where in range(*sentence.span)]
    assert covered == sorted(set(covered))
    assert {where for where, character in enumerate(text) if not character.isspace()} <= set(covered)


@given(_TEXTS)
def test_sentences_are_trimmed_and_numbered_from_one(text: str) -> None:
    """No sentence is empty or begins or ends with white space, and numbers and paragraphs go up."""
    sentences = split_sentences(text)
    assert all(quote and quote == quote.strip() for quote in quoted(text))
    assert [sentence.number for sentence in sentences] == list(range(1, len(sentences) + 1))
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert paragraphs == sorted(paragraphs)


@given(_TEXTS, _TEXTS)
def test_text_in_front_of_a_blank_line_does_not_change_what_is_after_it(first: str, second: str) -> None:
    """Two texts with a blank line between them never share a sentence."""
    border = len(first) + 2
    spans = [sentence.span for sentence in split_sentences(first + "\n\n" + second)]
    assert all(span.end <= len(first) or span.start >= border for span in spans)


@given(st.integers(min_value=1, max_value=20))
def test_a_repeated_paragraph_has_the_same_sentences_each_time(times: int) -> None:
    """A paragraph is split alike wherever it stands."""
    paragraph = "MOSCOW: He left the U.S. on Friday. “Why?” Noor asked. They will meet in D.C. Then he flies home.\n\n"
    assert quoted(paragraph * times) == quoted(paragraph) * times


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\u00a0\u2003"], ids=["empty", "space", "newlines", "no-break"])
def test_white_space_has_no_sentences(text: str) -> None:
    """A text without characters has no sentences."""
    assert split_sentences(text) == ()


def test_a_long_stretch_without_a_stop_is_cut_between_words() -> None:
    """A text without punctuation becomes pieces that a model can be given, and no word is cut."""
    pieces = quoted("word " * 2000)
    assert len(pieces) > 1
    assert all(set(piece.split()) == {"word"} for piece in pieces)


def test_sentences_of_one_paragraph_share_its_number_and_layout() -> None:
    """The sentences of a caption are all caption."""
    text = "FILE - A bridge in Port Ana. It fell in May. (AP Photo/Jane Doe)\n\nThe bridge fell on Tuesday."
    found = [(sentence.paragraph, sentence.layout) for sentence in split_sentences(text)]
    assert found == [(1, Layout.CAPTION)] * 3 + [(2, Layout.BODY)]
