"""Tense of the clause around a phrase."""

import pytest

from timeline.text.tense import Aspect, Tense, clause_at

SENTENCES = [
    ("The ministers will meet on [Friday].", Tense.FUTURE),
    ("The ministers met on [Friday].", Tense.PAST),
    ("Talks scheduled for [Friday] were called off.", Tense.FUTURE),
    ("On [Friday], the court is expected to rule.", Tense.FUTURE),
    ("He said the meeting [Friday] would be short.", Tense.FUTURE),
    ("The minister said [Friday] that he will go.", Tense.PAST),
    ("She plans to travel on [Monday].", Tense.FUTURE),
    ("The bank agreed in [June] to buy its rival.", Tense.PAST),
    ("It is scheduled to formally admit Poland in [March].", Tense.FUTURE),
    ("They sued to stop the law, but in [March] a judge ruled against them.", Tense.PAST),
    ("He managed to escape on [Sunday].", Tense.PAST),
    ("He could have left on [Sunday].", Tense.PAST),
    ("The mayor could not be reached on [Sunday].", Tense.PAST),
    ("Neither of them could be found [Wednesday].", Tense.PAST),
    ("The minister would not say on [Friday] whether he will go.", Tense.PAST),
    ("The shop would remain shut and open again on [Tuesday].", Tense.FUTURE),
    ("The board of Orrin Corp. Ltd. will meet at 5 p.m. [Friday].", Tense.FUTURE),
    ("He will speak on Sept. 5 and again [Friday].", Tense.FUTURE),
    ("It is off its record high set on [Friday].", Tense.PAST),
    ("The vote is set for [Friday].", Tense.FUTURE),
    ("The two could be released on [Monday].", Tense.FUTURE),
    ("The summit would still be held in [May].", Tense.FUTURE),
    ("A vote on [Monday]", Tense.NONE),
    ("Mr. Smith will speak [Monday].", Tense.FUTURE),
    ("He left. The match [Monday] will be long.", Tense.FUTURE),
    ("THE MINISTERS WILL MEET ON [FRIDAY].", Tense.FUTURE),
]


def _clause(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(("marked", "tense"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_tense(marked: str, tense: Tense) -> None:
    """The verb group that governs the phrase tells the tense."""
    assert clause_at(*_clause(marked)).tense is tense


@pytest.mark.parametrize(
    ("marked", "aspect"),
    [
        ("He has lived there since [May].", Aspect.PERFECTIVE),
        ("We are meeting on [Monday].", Aspect.PROGRESSIVE),
        ("They met on [Monday].", Aspect.NONE),
    ],
)
def test_aspect(marked: str, aspect: Aspect) -> None:
    """Perfect and progressive forms are told apart."""
    assert clause_at(*_clause(marked)).aspect is aspect


def test_verb_and_offset_of_its_group() -> None:
    """The clause names its verb and where its group starts in the text."""
    text, start, end = _clause("So the ministers will meet on [Friday].")
    clause = clause_at(text, start, end)
    assert (clause.verb, text[clause.start :].split()[0]) == ("meet", "will")


def test_modality() -> None:
    """A modal is kept, as is that something is planned."""
    assert clause_at(*_clause("Talks could resume on [Friday].")).modality == "could"
    assert clause_at(*_clause("Talks are due [Friday].")).modality == "planned"


def test_empty_text_has_no_clause() -> None:
    """Nothing gives nothing."""
    assert clause_at("", 0, 0).tense is Tense.NONE
