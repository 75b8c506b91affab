"""The words of a sentence: what each is, and the closed classes that need no neighbours to be told."""

from functools import partial
from typing import NamedTuple

from timeline.domain.annotated import TimeTag
from timeline.engines.rules.data import grammar
from timeline.engines.rules.syntax.inflection import VerbForm
from timeline.text.lexicon import MODALS


class Tag:
    """The part of speech of a word, or what a mark does."""

    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    THAT = "that"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    TO = "to"
    NOT = "not"
    VERB = "verb"
    NOUN = "noun"
    NAME = "name"
    NUMBER = "number"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    TIME = "time"
    POSSESSIVE = "possessive"
    COMMA = "comma"
    QUOTE = "quote"
    STOP = "stop"


class Word(NamedTuple):
    """A word or mark at `[start, end)` of the article. `time` is the id of the time tag that it stands for."""

    text: str
    lower: str
    start: int
    end: int
    tag: str
    verb: VerbForm | None = None
    time: TimeTag | None = None
    quoted: bool = False


make_word = partial(tuple.__new__, Word)
"""Make a word of its fields in one tuple: half the time of a call with arguments, nine hundred times an article."""


MODAL_WORDS = MODALS | frozenset(grammar.NEGATED_MODALS.split())


def _closed_classes() -> dict[str, str]:
    tables = (
        (Tag.ADVERB, grammar.ADVERBS),
        (Tag.PREPOSITION, grammar.PREPOSITIONS),
        (Tag.DETERMINER, grammar.DETERMINERS),
        (Tag.PRONOUN, grammar.PRONOUNS),
        (Tag.COORDINATOR, grammar.COORDINATORS),
        (Tag.SUBORDINATOR, grammar.SUBORDINATORS),
        (Tag.RELATIVE, grammar.RELATIVES),
        (Tag.AUXILIARY, grammar.AUXILIARIES),
        (Tag.MODAL, " ".join(sorted(MODAL_WORDS))),
    )
    found = {word: tag for tag, words in tables for word in words.split()}
    found.update({"that": Tag.THAT, "not": Tag.NOT, "to": Tag.TO, "'s": Tag.POSSESSIVE, "'": Tag.POSSESSIVE})
    return found


CLOSED = _closed_classes()
