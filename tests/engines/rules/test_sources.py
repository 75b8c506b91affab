"""Who the article says reports an event."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft
from timeline.domain.vocabulary import EventType


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        pytest.param("Police arrested Jonas Berg.", (), id="nobody"),
        pytest.param("Mayor Ida Falk said that police arrested Jonas Berg.", ("Ida Falk",), id="said that"),
        pytest.param("Police arrested Jonas Berg, Mayor Ida Falk said.", ("Ida Falk",), id="closing said"),
        pytest.param("Police arrested Jonas Berg, according to Reuters.", ("Reuters",), id="according to"),
        pytest.param("According to Reuters, police arrested Jonas Berg.", ("Reuters",), id="opening according to"),
        pytest.param("Police arrested Jonas Berg, the Reuters news agency reported.", ("Reuters",), id="agency"),
    ],
)
def test_sources_are_read_from_attribution(
    sentence: str, sources: tuple[str, ...], propose: Callable[[str], Draft]
) -> None:
    """Reporting verbs and "according to" give the source of what they report."""
    (arrest,) = [event for event in propose(sentence).events if event.type is EventType.ARREST]
    assert arrest.sources == sources


def test_accuser_answers_for_what_is_alleged(propose: Callable[[str], Draft]) -> None:
    """The content of an accusation has the accuser for its source, the accusation itself has none."""
    drafted = propose("Norland accused Kestria of shelling Vik.")
    assert {event.type: event.sources for event in drafted.events} == {
        EventType.ACCUSATION: (),
        EventType.ATTACK: ("Norland",),
    }


def test_speaker_is_no_source_of_the_own_words_but_the_medium_is(propose: Callable[[str], Draft]) -> None:
    """A statement carried by an agency has the agency for its source."""
    (statement,) = propose("Mira Hald was cited by TASS as telling Jonas Verk that trade was growing.").events
    assert (statement.type, statement.sources) == (EventType.STATEMENT, ("TASS",))
