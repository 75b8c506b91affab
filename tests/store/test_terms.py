"""Which words names and texts have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import event
from timeline.store.terms import event_words, name_words, text_words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vladimir Putin", "vladimir putin"),
        ("PUTIN’S", "putin"),
        ("Al-Quds", "al quds"),
        ("O'Brien", "obrien"),
        ("U.S.", "us"),
        ("the U.S. Navy", "the us navy"),
        ("José Ørsted", "jose orsted"),
        ("7-Eleven", "7 eleven"),
        ("AT&T", "at t"),
        ("((\x00", ""),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_a_name_has_words(name: str, expected: str) -> None:
    """Neither case nor accents nor punctuation count."""
    assert expected.split() == list(name_words(name))


@given(st.text())
def test_words_are_letters_and_digits(text: str) -> None:
    """So they can stand in a query as they are."""
    assert all(word.isalnum() and len(word) <= 64 for word in (*name_words(text), *text_words(text)))


def test_inflections_are_one_word() -> None:
    """Who looks for "treaties" finds "treaty"."""
    assert text_words("treaty signed") == text_words("signing TREATIES")


def test_everything_of_an_event_can_be_searched() -> None:
    """Title, trigger, participants, place, sources and evidence."""
    one = event("evt_1", title="Alpha", names=("Bravo",), place="Charlie", sources=("Delta",), evidence="Echo.")
    assert set(text_words("Alpha Bravo Charlie Delta Echo met")) == set(event_words(one))
