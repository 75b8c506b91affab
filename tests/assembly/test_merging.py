"""Which record another one is merged with."""

from datetime import date
from itertools import permutations

import pytest

from timeline.assembly.grounds import Grounds
from timeline.assembly.merging import merge
from timeline.assembly.proof import prove
from timeline.domain.article import Article
from timeline.domain.draft import DraftEvent, DraftParticipant
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.reading.annotation import annotate

NAMES = ("Adams", "Brown", "Clark", "Davis")


def _meeting(evidence: int, *names: str) -> DraftEvent:
    return DraftEvent(
        title="Officials meet",
        type=EventType.MEETING,
        status=EventStatus.OCCURRED,
        evidence=(evidence,),
        trigger="met",
        when="on Thursday",
        participants=tuple(DraftParticipant(name=name, role=Role.PARTICIPANT) for name in names),
    )


@pytest.mark.parametrize(("first", "second"), list(permutations(NAMES, 2)))
def test_of_two_records_alike_that_of_the_person_named_first_is_taken(first: str, second: str) -> None:
    """In every run, whatever order the words of names have in a set."""
    text = "Adams met officials on Thursday. Brown met officials on Thursday. Clark met officials on Thursday. "
    text += f"Davis met officials on Thursday. {first} and {second} met officials on Thursday."
    grounds = Grounds(annotate(Article(text=text, published=date(2025, 3, 14))))
    alone = [_meeting(number, name) for number, name in enumerate(NAMES, 1)]
    proved = [prove(draft, grounds) for draft in (*alone, _meeting(5, first, second))]
    assert merge(proved).became == (0, 1, 2, 3, NAMES.index(first))
