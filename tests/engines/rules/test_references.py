"""Whom pronouns and definite descriptions mean."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft
from timeline.domain.vocabulary import EventType as T


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        pytest.param("Mira Hald met Jonas Verk. She resigned.", T.DEPARTURE, ["Mira Hald"], id="she"),
        pytest.param(
            "Norland signed the treaty. It accused Kestria of delay.", T.ACCUSATION, ["Norland", "Kestria"], id="it"
        ),
        pytest.param(
            "Mira Hald left. Hald accused Kestria of delay.", T.ACCUSATION, ["Mira Hald", "Kestria"], id="last name"
        ),
        pytest.param(
            "Norwegian President Mira Hald wept. The Norwegian leader resigned.",
            T.DEPARTURE,
            ["Mira Hald"],
            id="leader",
        ),
        pytest.param("The envoy, Mira Hald, resigned.", T.DEPARTURE, ["Mira Hald"], id="apposition"),
        pytest.param(
            "The governor of the prison, Mira Hald, resigned.", T.DEPARTURE, ["Mira Hald"], id="far apposition"
        ),
        pytest.param(
            "Jonas Verk met Mira Hald. The two leaders signed a treaty.",
            T.AGREEMENT,
            ["Jonas Verk", "Mira Hald"],
            id="two",
        ),
        pytest.param("Police arrested Norway's President Mira Hald.", T.ARREST, ["Police", "Mira Hald"], id="titles"),
    ],
)
def test_participants_are_named_in_full(text: str, type_: T, names: list[str], propose: Callable[[str], Draft]) -> None:
    """The longest form of a name without titles stands for the pronoun, the short form and the description."""
    (event,) = [event for event in propose(text).events if event.type is type_]
    assert [one.name for one in event.participants] == names


def test_he_is_not_the_lawyer_who_speaks_for_him(propose: Callable[[str], Draft]) -> None:
    """In "his lawyer said he", the pronoun means the client."""
    drafted = propose("Jonas Berg was arrested. His lawyer, Carl Moen, said he denied the charge.")
    (denial,) = [event for event in drafted.events if event.type is T.DENIAL]
    assert [one.name for one in denial.participants] == ["Jonas Berg"]
