"""Parts of speech where forms are ambiguous."""

from collections.abc import Callable

import pytest

from timeline.engines.rules.syntax.clauses import Parse
from timeline.engines.rules.syntax.words import Tag


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        pytest.param("The attack on Vik failed.", "attack", Tag.NOUN, id="noun behind an article"),
        pytest.param("They will attack Vik.", "attack", Tag.VERB, id="verb behind a modal"),
        pytest.param("Norland agreed to talks.", "talks", Tag.NOUN, id="noun behind to"),
        pytest.param("Norland wants to visit Vik.", "visit", Tag.VERB, id="verb behind to"),
        pytest.param("Police ended the planned march.", "planned", Tag.ADJECTIVE, id="participle before a noun"),
        pytest.param("The march was planned.", "planned", Tag.VERB, id="participle behind be"),
        pytest.param("It fired on Vik after meeting Hald.", "meeting", Tag.VERB, id="gerund with an object"),
        pytest.param("The meeting in Vik failed.", "meeting", Tag.NOUN, id="gerund as noun"),
        pytest.param("Hospital officials met.", "Hospital", Tag.NOUN, id="capital at the start before a noun"),
        pytest.param("Verk said nothing.", "Verk", Tag.NAME, id="capital at the start before a verb"),
        pytest.param("The spokesman for Will Hald left.", "Will", Tag.MODAL, id="a closed word stays one"),
    ],
)
def test_tag_follows_form_and_neighbours(sentence: str, word: str, tag: str, parse: Callable[[str], Parse]) -> None:
    """A word is what its place makes it."""
    assert next(one.tag for one in parse(sentence).words if one.text == word) == tag


def test_quoted_words_are_marked(parse: Callable[[str], Parse]) -> None:
    """Words between quotation marks are known as quoted, those around them are not."""
    words = {word.text: word.quoted for word in parse("Hald said “we will leave” and left.").words}
    assert (words["said"], words["leave"], words["left"]) == (False, True, False)
