"""Which words of a sentence are negated, by a small window grammar.

A negation reaches the next content word, across auxiliaries, adverbs, determiners and light verbs: "has not
yet been signed" negates "signed", "did not reach a deal" negates "reach" and "deal", "did not attend the meeting"
negates "attend" alone. "no deal was reached" negates "deal" and "reached". "not only" negates nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.text.lexicon import MODALS, NEGATIONS, NEGATIVE_VERB_FORMS
from timeline.text.stems import stem
from timeline.text.word_set import word_set
from timeline.text.words import words

REVERSING = frozenset(
    stem(word)
    for word in NEGATIVE_VERB_FORMS
    | word_set(
        """halt stop block unable false untrue rule free acquit lift end drop oppose against only until unless failure
        lack nor neither"""
    )
)
"""Stems that say the opposite without a negation word: a title with "not" may render one of these."""

_AUXILIARIES = MODALS | word_set("is are was were be been being am has have had having do does did to")
_LIGHT_VERBS = frozenset(
    stem(word) for word in word_set("reach make take hold give sign come agree find have get secure achieve announce")
)
_DETERMINERS = word_set("a an the any its his her their such further new final formal")
_NO_NEGATION = word_set("only just merely least")
_SKIPPED = _AUXILIARIES | _DETERMINERS | word_set("yet ever even also still immediately publicly formally officially")
_WINDOW = 8
_NO = re.compile(rf"(?:{'|'.join(sorted(word for word in NEGATIONS if word.startswith('no')))})(?![^\W_])")
_OTHER_MARKS = ("n't", "n’t", *sorted(word for word in NEGATIONS if "n't" not in word and not _NO.search(word)))
"""A text that negates something ends a word as `_NO` says ("not", "cannot"), or has one of these in it."""

_REMEMBERED = 1024
"""Sentences whose polarity is remembered: each is asked about for every record that cites it."""


@lru_cache(maxsize=16_384)
def is_negation(word: str) -> bool:
    """Say whether `word` is a negation word."""
    lowered = word.lower().replace("’", "'")
    return lowered in NEGATIONS or lowered.endswith("n't")


def has_negation(text: str) -> bool:
    """Say whether `text` holds a negation word."""
    return _may_negate(text) and any(is_negation(word) for word in words(text))


@lru_cache(maxsize=_REMEMBERED)
def has_reversal(text: str) -> bool:
    """Say whether `text` holds a negation or a word that says the opposite of another ("refused", "failed")."""
    return any(is_negation(word) or stem(word) in REVERSING for word in words(text))


@lru_cache(maxsize=_REMEMBERED)
def negated_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that a negation in `text` reaches."""
    if not _may_negate(text):
        return frozenset()
    sequence = words(text)
    return frozenset(stem(sequence[at]) for at in _reached(sequence))


@lru_cache(maxsize=_REMEMBERED)
def affirmed_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that stand in `text` out of every negation's reach."""
    sequence = words(text)
    reached = set(_reached(sequence))
    return frozenset(stem(word) for at, word in enumerate(sequence) if at not in reached)


def _may_negate(text: str) -> bool:
    """Say whether some letters of the text could be a negation: far quicker than looking at its words."""
    lowered = text.lower()
    return _NO.search(lowered) is not None or any(map(lowered.__contains__, _OTHER_MARKS))


def _reached(sequence: list[str]) -> Iterator[int]:
    for at, word in enumerate(sequence):
        if is_negation(word):
            yield from _reach(sequence, at + 1, is_determiner=word.lower() == "no")


def _reach(sequence: list[str], start: int, *, is_determiner: bool) -> Iterator[int]:
    """Yield the places that a negation before `start` reaches."""
    if sequence[start : start + 1] and sequence[start].lower() in _NO_NEGATION:
        return
    count = 0
    for at in range(start, min(start + _WINDOW, len(sequence))):
        if sequence[at].lower() in _SKIPPED:
            continue
        yield at
        count += 1
        if stem(sequence[at]) not in _LIGHT_VERBS and not (is_determiner and count < 2):
            return
