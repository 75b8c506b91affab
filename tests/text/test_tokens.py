"""Tokens and folded names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.tokens import fold, tokens, words


@given(st.text(max_size=300))
def test_tokens_hold_every_character_but_white_space(text: str) -> None:
    """Each token quotes the text at its offsets, and together they leave out white space only."""
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. didn't pay $3.5 bn.", ["The", "U.S.", "didn't", "pay", "$3.5", "bn", "."]),
        ("Oct 22-24, 2024", ["Oct", "22", "-", "24", ",", "2024"]),
        ("“al-Noor’s” 12% 3rd", ["“", "al-Noor’s", "”", "12%", "3", "rd"]),
        ("Zürich–Łódź", ["Zürich", "–", "Łódź"]),
    ],
    ids=["acronym", "dates", "quotes", "dash"],
)
def test_words_numbers_and_marks_are_tokens(text: str, expected: list[str]) -> None:
    """Acronyms, contractions, hyphened names and amounts stay whole."""
    assert [token.text for token in tokens(text)] == expected


def test_words_are_tokens_with_letters() -> None:
    """Numbers and marks are no words."""
    assert list(words("He didn’t pay 3 bn, al-Noor said.")) == ["He", "didn’t", "pay", "bn", "al", "Noor", "said"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Recep Tayyip  Erdoğan", "recep tayyip erdogan"),
        ("O’Neill", "o'neill"),
        ("Al‑Noor", "al-noor"),
        ("“Łódź”\u00a0Café", '"lodz" cafe'),
        ("STRASSE Straße", "strasse strasse"),
        ("Søren Ærø", "soren aero"),
    ],
)
def test_names_that_differ_in_typography_fold_alike(name: str, expected: str) -> None:
    """Case, accents, quotes, dashes and spaces do not matter."""
    assert fold(name) == expected


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(name: str) -> None:
    """A folded name is its own folded form."""
    assert fold(fold(name)) == fold(name)
