"""When names are the same and phrases stand in a text."""

import pytest

from evals.scores.words import names_f1, same_name, stands_in, tokens


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("Iran", "iran ", True, id="case and space"),
        pytest.param("Pezeshkian", "Masoud Pezeshkian", True, id="a part of the name"),
        pytest.param("the United States of America", "United States America", True, id="stop words do not count"),
        pytest.param("Iran", "Iranian", False, id="another word"),
        pytest.param("Masoud Pezeshkian", "Masoud Barzani", False, id="only one word shared"),
        pytest.param("the", "The Hague", False, id="nothing but stop words"),
        pytest.param("the", "The", True, id="equal stop words"),
    ],
)
def test_names(first: str, second: str, *, expected: bool) -> None:
    """Names are the same when one holds all words of the other."""
    assert same_name(first, second) is expected
    assert same_name(second, first) is expected


@pytest.mark.parametrize(
    ("predicted", "gold", "expected"),
    [
        pytest.param([], [], 1.0, id="nothing to find, nothing found"),
        pytest.param(["Iran"], [], 0.0, id="found without need"),
        pytest.param([], [["Iran"]], 0.0, id="not found"),
        pytest.param(["Putin"], [["Vladimir Putin"], ["Pezeshkian"]], 2 / 3, id="one of two"),
        pytest.param(["Putin", "Vladimir Putin"], [["Vladimir Putin"]], 2 / 3, id="one name twice"),
        pytest.param(["Tehran"], [["Iran", "Tehran"]], 1.0, id="an alias"),
    ],
)
def test_f1_of_names(predicted: list[str], gold: list[list[str]], expected: float) -> None:
    """Every gold name is taken once."""
    assert names_f1(predicted, gold) == pytest.approx(expected)


def test_stop_words_are_no_tokens() -> None:
    """Words that any title holds say nothing."""
    assert tokens("The vote on the budget is over") == {"vote", "budget"}
    assert tokens(None) == frozenset()


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        pytest.param("prime\nminister", "the Prime  Minister said", True, id="white space and case"),
        pytest.param("Iran's", "Iran’s army", True, id="typographic apostrophe"),
        pytest.param("Iran", "the Iranian army", False, id="part of a word"),
        pytest.param("", "anything", False, id="nothing"),
    ],
)
def test_phrases_in_a_text(phrase: str, text: str, *, expected: bool) -> None:
    """A phrase stands in a text as whole words."""
    assert stands_in(phrase, text) is expected
