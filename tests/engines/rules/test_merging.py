"""Mentions of one event become one record; different events stay apart."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft
from timeline.domain.vocabulary import EventType as T


@pytest.mark.parametrize(
    ("text", "type_", "count"),
    [
        pytest.param(
            "Police arrest Jonas Berg in Oslo\n\nPolice arrested Jonas Berg in Oslo on Monday, a court heard.\n",
            T.ARREST,
            1,
            id="headline and lead",
        ),
        pytest.param(
            "Anna Lind met Karl Holm in Bergen on Monday. The meeting lasted three hours.",
            T.MEETING,
            1,
            id="definite noun",
        ),
        pytest.param(
            "Police arrested Jonas Berg on Monday. Police arrested Karl Holm on Tuesday.", T.ARREST, 2, id="two days"
        ),
        pytest.param(
            "Anna Lind met Karl Holm on Monday. Anna Lind will meet Karl Holm on Friday.",
            T.MEETING,
            2,
            id="past and plan",
        ),
        pytest.param(
            "Anna Lind said trade was growing. Prices were rising, Anna Lind said.", T.STATEMENT, 1, id="one speaker"
        ),
        pytest.param("Anna Lind praised the plan. Karl Holm praised it too.", T.STATEMENT, 2, id="two speakers"),
        pytest.param(
            "An earthquake struck Java on Monday. The quake killed four people.",
            T.DISASTER,
            1,
            id="a disaster and its toll",
        ),
    ],
)
def test_records_are_counted(text: str, type_: T, count: int, propose: Callable[[str], Draft]) -> None:
    """One event is one record, whatever words tell of it."""
    assert sum(event.type is type_ for event in propose(text).events) == count


def test_work_grows_with_the_length_of_the_text(propose: Callable[[str], Draft]) -> None:
    """A mention is compared with a bounded number of records, so repeated people do not join distant events."""
    text = " ".join(f"On {day} March police arrested a man in Oslo." for day in range(1, 29))
    assert len(propose(text).events) == 28
