"""Phrases are found as a reader finds them, at offsets of the text as given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.domain.span import Offsets
from timeline.text.search import SearchableText, fold_in_place

TEXT = "Putin met Iran’s\nPresident — “U.S.” met. something"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("iran's president", (10, 26), id="case, quotes and line breaks"),
        pytest.param("met", (6, 9), id="first of two"),
        pytest.param("U.S.", (30, 34), id="dots are dots"),
        pytest.param("thing", None, id="half a word"),
        pytest.param("—", None, id="punctuation"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_phrase_is_found(phrase: str, expected: tuple[int, int] | None) -> None:
    """Whole words, wherever they stand."""
    assert SearchableText(TEXT).find(phrase) == expected


def test_a_search_stays_inside_its_bounds() -> None:
    """Only what lies within counts."""
    assert SearchableText(TEXT).find("met", Offsets(10, len(TEXT))) == (36, 39)


@given(st.text())
def test_folding_keeps_every_character_at_its_offset(text: str) -> None:
    """Also where the lower case of a letter is longer."""
    assert len(fold_in_place(text)) == len(text)


@given(st.text(" \n_aB.-é", max_size=40), st.text(" aB.-é", max_size=6), st.integers(0, 40), st.integers(0, 40))
def test_a_search_is_that_of_a_pattern(text: str, phrase: str, start: int, end: int) -> None:
    """Whatever stands around the phrase: letters, runs of white space, the bounds of the search."""
    inner = r"\s+".join(map(re.escape, fold_in_place(phrase).split()))
    pattern = re.compile(rf"(?<!\w){inner}(?!\w)")
    expected = [match.span() for match in pattern.finditer(fold_in_place(text), start, min(end, len(text)))]
    is_searched = any(character.isalnum() for character in phrase)
    found = list(SearchableText(text).find_all(phrase, Offsets(start, min(end, len(text)))))
    assert found == (expected if is_searched else [])
