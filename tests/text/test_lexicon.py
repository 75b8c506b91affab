"""The shared word data."""

from collections.abc import Collection

import pytest

from timeline.text import lexicon
from timeline.text.tokens import fold

_LISTS = {name: getattr(lexicon, name) for name in lexicon.__all__}


@pytest.mark.parametrize("words", _LISTS.values(), ids=_LISTS.keys())
def test_words_are_written_folded(words: Collection[str]) -> None:
    """A folded word of a text can be looked up as it is."""
    assert words
    assert {word for word in words if fold(word) != word} == set()


def test_a_reporting_verb_has_all_its_forms() -> None:
    """Regular and irregular verbs are listed in every form."""
    assert lexicon.REPORTING_VERBS["deny"] == {"deny", "denies", "denied", "denying"}
    assert lexicon.REPORTING_VERBS["say"] == {"say", "says", "said", "saying"}
    assert lexicon.REPORTING_VERBS["admit"] == {"admit", "admits", "admitted", "admitting"}


def test_every_form_belongs_to_a_verb() -> None:
    """The set of forms is that of the verbs, and no more."""
    assert set().union(*lexicon.REPORTING_VERBS.values()) == lexicon.REPORTING_FORMS


@pytest.mark.parametrize(
    ("word", "value"), [("zero", 0), ("nineteen", 19), ("forty", 40), ("twenty-one", 21), ("ninety nine", 99)]
)
def test_number_words_have_their_values(word: str, value: int) -> None:
    """Numbers to ninety-nine are written with a hyphen or a space."""
    assert lexicon.CARDINALS[word] == value


@pytest.mark.parametrize(("word", "value"), [("first", 1), ("twelfth", 12), ("thirtieth", 30), ("twenty-second", 22)])
def test_ordinal_words_have_their_values(word: str, value: int) -> None:
    """Ordinals to the ninety-ninth are known."""
    assert lexicon.ORDINALS[word] == value


def test_no_foreign_function_word_is_an_english_one() -> None:
    """The two lists have no word in common, or neither would tell anything."""
    assert lexicon.FOREIGN_FUNCTION_WORDS.isdisjoint(lexicon.FUNCTION_WORDS)
