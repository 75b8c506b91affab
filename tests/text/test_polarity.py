"""What a negation reaches."""

import pytest

from timeline.text.polarity import affirmed_stems, has_negation, has_reversal, negated_stems


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("has not yet been signed", {"sign"}, id="across auxiliaries"),
        pytest.param("did not reach a deal", {"reach", "deal"}, id="through a light verb"),
        pytest.param("did not attend the meeting", {"attend"}, id="stops at a full verb"),
        pytest.param("no deal was reached", {"deal", "reach"}, id="determiner"),
        pytest.param("not only met but signed", set(), id="not only"),
        pytest.param("Iran didn’t sign", {"sign"}, id="contraction"),
        pytest.param("they met", set(), id="no negation"),
        pytest.param("not", set(), id="a negation at the end"),
        pytest.param("it _cannot_ sign", {"sign"}, id="between underscores"),
        pytest.param("Nobody met: NEVER!", {"meet"}, id="in capitals and before points"),
        pytest.param("Norvale now knows of a piano", set(), id="words that begin or end alike"),
    ],
)
def test_a_negation_reaches_the_next_content_word(text: str, negated: set[str]) -> None:
    """Auxiliaries, determiners and light verbs are passed through."""
    assert negated_stems(text) == negated


def test_a_word_may_be_negated_here_and_affirmed_there() -> None:
    """Each occurrence counts for itself."""
    text = "They did not sign in May and signed in June"
    assert "sign" in negated_stems(text)
    assert "sign" in affirmed_stems(text)


def test_a_reversing_verb_is_no_negation_but_reverses() -> None:
    """A title may say "does not sign" where the text says "refused to sign"."""
    assert not has_negation("refused to sign")
    assert has_reversal("refused to sign")
