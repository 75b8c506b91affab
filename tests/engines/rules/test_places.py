"""Where events take place."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Police arrested Jonas Berg in Oslo.", "Oslo", id="in a town"),
        pytest.param(
            "Police arrested Jonas Berg in Ashgabat, Turkmenistan.", "Ashgabat, Turkmenistan", id="town and country"
        ),
        pytest.param("Police arrested Jonas Berg at the airport.", "airport", id="at a kind of place"),
        pytest.param("Police arrested Jonas Berg at the airport in Oslo.", "Oslo", id="a named place before a kind"),
        pytest.param("OSLO: Police arrested Jonas Berg.", None, id="a dateline is none"),
        pytest.param("Police in masks arrested Jonas Berg.", None, id="no place"),
        pytest.param(
            "Police arrested Jonas Berg in Oslo.\n\nThe town of Oslo, Norway, is cold.", "Oslo", id="as written"
        ),
    ],
)
def test_place_is_read_from_the_clause(text: str, place: str | None, propose: Callable[[str], Draft]) -> None:
    """A place is copied from a phrase with "in" or "at", in the fuller form where the article has one."""
    assert propose(text).events[0].place == place


def test_fuller_form_of_a_place_is_taken_from_another_sentence(propose: Callable[[str], Draft]) -> None:
    """The article gives the country once, and means the same town later."""
    drafted = propose("Mira Hald lives in Vik, Norway. Police arrested Mira Hald in Vik.")
    assert [event.place for event in drafted.events] == ["Vik, Norway"]
