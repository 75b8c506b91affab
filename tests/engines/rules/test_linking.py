"""How events bear on one another."""

from collections.abc import Callable

import pytest

from timeline.domain.draft import Draft
from timeline.domain.vocabulary import EventType as T
from timeline.domain.vocabulary import RelationKind as R

Links = list[tuple[R, T, T]]


def links(drafted: Draft) -> Links:
    """Return the relations of a draft by the types at their ends."""
    return [
        (link.kind, event.type, drafted.events[link.to].type) for event in drafted.events for link in event.relations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norland accused Kestria of shelling Vik. Kestria denied it.",
            [(R.ALLEGES, T.ACCUSATION, T.ATTACK), (R.DENIES, T.DENIAL, T.ACCUSATION)],
            id="denial in the next sentence",
        ),
        pytest.param("Anna Lind promised to visit Bergen.", [(R.ABOUT, T.PLEDGE, T.VISIT)], id="pledge"),
        pytest.param("Karl Holm urged Anna Lind to resign.", [(R.ABOUT, T.DEMAND, T.DEPARTURE)], id="demand"),
        pytest.param(
            "Anna Lind met Karl Holm at a summit in Vik on Monday.", [(R.PART_OF, T.MEETING, T.SUMMIT)], id="occasion"
        ),
        pytest.param(
            "Norland says that Kestria shelled Vik, which Kestria has denied.",
            [(R.ALLEGES, T.ACCUSATION, T.ATTACK), (R.DENIES, T.DENIAL, T.ACCUSATION)],
            id="a claim that is denied is an accusation",
        ),
    ],
)
def test_relations_are_read_from_dependence_and_answer(
    text: str, expected: Links, propose: Callable[[str], Draft]
) -> None:
    """Content, denial and occasion are linked."""
    assert links(propose(text)) == expected
