"""Whether an event has happened, is planned, wished for, moved, claimed or merely possible."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft
from timeline.domain.vocabulary import EventStatus as S
from timeline.domain.vocabulary import EventType as T


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        pytest.param("Police arrested Jonas Berg in Oslo.", T.ARREST, S.OCCURRED, id="past"),
        pytest.param("Police have arrested Jonas Berg.", T.ARREST, S.OCCURRED, id="perfect"),
        pytest.param("Jonas Berg was arrested in Oslo.", T.ARREST, S.OCCURRED, id="passive"),
        pytest.param("Police are searching the house of Jonas Berg.", T.INVESTIGATION, S.ONGOING, id="progressive"),
        pytest.param("The two firms will sign a merger agreement.", T.AGREEMENT, S.PLANNED, id="will"),
        pytest.param("Anna Lind is due to meet Karl Holm in Bergen.", T.MEETING, S.PLANNED, id="due to"),
        pytest.param("Anna Lind plans to visit Bergen.", T.VISIT, S.PLANNED, id="plans to"),
        pytest.param("Anna Lind said she would visit Bergen.", T.VISIT, S.PLANNED, id="would"),
        pytest.param("Anna Lind visits Bergen on 2 June.", T.VISIT, S.PLANNED, id="present with a date ahead"),
        pytest.param("Anna Lind hopes to meet Karl Holm in Bergen.", T.MEETING, S.PROPOSED, id="hopes to"),
        pytest.param("Anna Lind is expected to resign.", T.DEPARTURE, S.PROPOSED, id="expected to"),
        pytest.param("Karl Holm urged Anna Lind to resign.", T.DEPARTURE, S.PROPOSED, id="urged to"),
        pytest.param("Anna Lind postponed a visit to Bergen.", T.VISIT, S.POSTPONED, id="postponed"),
        pytest.param("The visit to Bergen was cancelled.", T.VISIT, S.CANCELLED, id="cancelled"),
        pytest.param("Anna Lind could resign.", T.DEPARTURE, S.HYPOTHETICAL, id="could"),
        pytest.param("Anna Lind will resign if the vote fails.", T.DEPARTURE, S.HYPOTHETICAL, id="if"),
        pytest.param("Norland accused Kestria of shelling Vik.", T.ATTACK, S.ALLEGED, id="accused of"),
        pytest.param("Norland claimed that Kestria shelled Vik.", T.ATTACK, S.ALLEGED, id="claimed"),
        pytest.param("Kestria denied that it shelled Vik.", T.ATTACK, S.DENIED, id="denied"),
    ],
)
def test_status_follows_the_words(sentence: str, type_: T, status: S, propose: Callable[[str], Draft]) -> None:
    """Tense, modality and the verb above settle the status."""
    assert [event.status for event in propose(sentence).events if event.type is type_] == [status]


def test_speech_act_has_taken_place_whatever_it_speaks_of(propose: Callable[[str], Draft]) -> None:
    """A demand is made though what it asks for is only wished."""
    drafted = propose("Karl Holm urged Anna Lind to resign.")
    assert [event.status for event in drafted.events if event.type is T.DEMAND] == [S.OCCURRED]
