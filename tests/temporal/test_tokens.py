"""Cutting a text into tokens with classes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.english.rules import english_scanner
from timeline.temporal.english.words import CLASSES, TRIGGERS
from timeline.temporal.scan import Scanner, stretches
from timeline.temporal.tokens import Cutter, Lexicon, fold

LEXICON = Lexicon(CLASSES)
NAMES = {code: name for name, code in LEXICON.codes.items()}


def _classes(text: str) -> list[tuple[str, str]]:
    tokens = Cutter(text, LEXICON).cut(0, len(text))
    return [(word, NAMES[code]) for word, code in zip(tokens.words, tokens.classes, strict=True)]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Sept. 5", [("sept", "monabbr"), (".", "dot"), ("5", "day")]),
        ("9 a.m. EST", [("9", "day"), ("a.m.", "ampm"), ("est", "zone")]),
        ("7pm", [("7", "day"), ("pm", "ampm")]),
        ("the ’90s", [("the", "the"), ("'90s", "decade")]),
        ("1965's", [("1965", "year4"), ("'s", "poss")]),
        ("480 B.C.", [("480", "int"), ("b.c.", "era")]),
        ("10/17/89", [("10/17/89", "iso")]),
        ("1,990 of 2882015", [("1,990", "big"), ("of", "of"), ("2882015", "int")]),
        ("B52", [("b52", "word")]),
        ("end\n\nMay", [("end", "edge"), ("", "break"), ("may", "month")]),
    ],
)
def test_classes(text: str, classes: list[tuple[str, str]]) -> None:
    """Words are told by the lexicon, figures by their form."""
    assert _classes(text) == classes


def test_word_in_two_classes_is_refused() -> None:
    """A word has one class, so that a text has one reading as classes."""
    with pytest.raises(ValueError, match="'may' stands in two classes"):
        Lexicon({"month": {"may": 5}, "verb": {"may": None}})


@given(st.text(max_size=60))
def test_folding_keeps_offsets(text: str) -> None:
    """Folding changes no length, and tokens stand where they say."""
    assert len(fold(text)) == len(text)
    tokens = Cutter(text, LEXICON).cut(0, len(text))
    folded = fold(text)
    found = [folded[tokens.start(index) : end] for index, end in enumerate(tokens.ends)]
    assert found == tokens.words


def test_scan_finds_a_trigger_that_opens_the_text_once() -> None:
    """Also where it begins with an apostrophe."""
    assert english_scanner().triggers(fold("'90s music in May")) == [(0, "'90s"), (14, "may")]


def test_scan_cuts_out_the_stretches_around_triggers() -> None:
    """Two triggers far apart give two stretches, which begin and end between words."""
    text = "They met on Friday. " + "word " * 100 + "They left in May. " + "word " * 40
    triggers = Scanner(word for name in TRIGGERS for word in CLASSES[name]).triggers(fold(text))
    found = [text[start:stop] for start, stop in stretches(fold(text), triggers)]
    assert [word for _, word in triggers] == ["friday", "may"]
    assert len(found) == 2
    assert all(part.strip().split()[-1] in {"word", "May."} for part in found)


def test_scan_for_words_alone() -> None:
    """Figures are looked for whatever the words are, and a letter or figure on either side makes another word."""
    triggers = Scanner(["may"]).triggers(fold("In May 2021, maybe dismay; café_may, 12may"))
    assert triggers == [(3, "may"), (7, "2021"), (32, "may")]
