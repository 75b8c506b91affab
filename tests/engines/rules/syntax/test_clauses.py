"""Subjects, objects, obliques and governors."""

from collections.abc import Callable

import pytest

from timeline.engines.rules.syntax.clauses import Clause, Parse
from timeline.engines.rules.syntax.phrases import Phrase

ParseSentence = Callable[[str], Parse]


def clause_of(parsed: Parse, lemma: str) -> Clause:
    """Return the only clause with a verb."""
    (clause,) = [clause for clause in parsed.clauses if clause.verb.lemma == lemma]
    return clause


def texts(parsed: Parse, phrases: tuple[Phrase, ...]) -> list[str]:
    """Return the words of phrases."""
    return [" ".join(word.text for word in parsed.words_of(phrase)) for phrase in phrases]


@pytest.mark.parametrize(
    ("sentence", "lemma", "subjects"),
    [
        pytest.param("The head of the bank resigned.", "resign", ["The head"], id="behind an attribute"),
        pytest.param("Hald and Verk met.", "meet", ["Hald", "Verk"], id="joined"),
        pytest.param(
            "Hald, whose country is hosting a summit, invited Verk.", "invite", ["Hald"], id="across an insertion"
        ),
        pytest.param("Hald, a lawyer, invited Verk.", "invite", ["Hald"], id="across an apposition"),
        pytest.param("Hald arrived and met Verk.", "meet", ["Hald"], id="shared"),
        pytest.param("The man who shot Verk fled.", "shoot", ["The man"], id="relative"),
        pytest.param("The man who shot Verk fled.", "flee", ["The man"], id="behind a relative clause"),
        pytest.param("Hald urged Verk to resign.", "resign", ["Verk"], id="object of urge"),
        pytest.param("Hald promised Verk to resign.", "resign", ["Hald"], id="subject of promise"),
        pytest.param("Hald accused Verk of hiding money.", "hide", ["Verk"], id="accused of"),
        pytest.param("Speaking in Vik, Hald praised Verk.", "praise", ["Hald"], id="behind an opening participle"),
        pytest.param("A man arrested in May was charged.", "charge", ["A man"], id="across a participle"),
        pytest.param("“It is over,” said Hald.", "say", ["Hald"], id="inverted"),
    ],
)
def test_subject_is_found(sentence: str, lemma: str, subjects: list[str], parse: ParseSentence) -> None:
    """The verb is said of the right noun phrases."""
    parsed = parse(sentence)
    assert texts(parsed, clause_of(parsed, lemma).subjects) == subjects


@pytest.mark.parametrize(
    ("sentence", "lemma", "objects"),
    [
        pytest.param("Hald met Verk and Lund.", "meet", ["Verk", "Lund"], id="joined"),
        pytest.param("Hald sent Norland the drones.", "send", ["Norland", "the drones"], id="two objects"),
        pytest.param("Hald met Verk and Lund left.", "meet", ["Verk"], id="not the next subject"),
        pytest.param("Hald resigned.", "resign", [], id="none"),
    ],
)
def test_objects_are_found(sentence: str, lemma: str, objects: list[str], parse: ParseSentence) -> None:
    """What stands right behind the verb is its object, unless another verb claims it."""
    parsed = parse(sentence)
    assert texts(parsed, clause_of(parsed, lemma).objects) == objects


@pytest.mark.parametrize(
    ("sentence", "lemma", "governor", "link"),
    [
        pytest.param("Hald said that Verk resigned.", "resign", "say", "that", id="that"),
        pytest.param("Hald said Verk resigned.", "resign", "say", "that", id="without that"),
        pytest.param("Hald said on Monday Verk resigned.", "resign", "say", "that", id="across a time"),
        pytest.param("Hald hopes to meet Verk.", "meet", "hope", "to", id="infinitive"),
        pytest.param("Hald accused Verk of hiding money.", "hide", "accuse", "of", id="accused of"),
        pytest.param("Shells hit Vik, killing Verk.", "kill", "hit", ",", id="result"),
    ],
)
def test_governor_is_found(sentence: str, lemma: str, governor: str, link: str, parse: ParseSentence) -> None:
    """What depends on a verb knows it and the word between."""
    parsed = parse(sentence)
    found = clause_of(parsed, lemma).governor
    assert found is not None
    assert (parsed.verb_at(found.at).lemma, found.link) == (governor, link)


@pytest.mark.parametrize(
    ("sentence", "lemma", "passive"),
    [
        pytest.param("Verk was arrested.", "arrest", True, id="be"),
        pytest.param("A man arrested in May was charged.", "arrest", True, id="reduced relative"),
        pytest.param("Coins were stolen and never found.", "find", True, id="shared be"),
        pytest.param("Police arrested Verk.", "arrest", False, id="active"),
    ],
)
def test_voice_is_told(sentence: str, lemma: str, passive: bool, parse: ParseSentence) -> None:
    """Passives are known, bare ones too."""
    assert clause_of(parse(sentence), lemma).verb.passive is passive
