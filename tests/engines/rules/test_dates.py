"""Which time expression dates which event."""

from collections.abc import Callable

import pytest

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.engine import draft

Read = Callable[[str], AnnotatedArticle]


def dates(article: AnnotatedArticle) -> dict[T, str | None]:
    """Return the date that each type of event of an article has."""
    found = {event.type: event.when for event in draft(article).events}
    return {type_: article.time_by_id[when].expression.edtf if when else None for type_, when in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Police arrested Jonas Berg on Monday.", {T.ARREST: "2023-05-15"}, id="behind the verb"),
        pytest.param("On Monday police arrested Jonas Berg.", {T.ARREST: "2023-05-15"}, id="in front"),
        pytest.param(
            "Police arrested Jonas Berg on Monday and will search his house on Friday.",
            {T.ARREST: "2023-05-15", T.INVESTIGATION: "2023-05-19"},
            id="one each",
        ),
        pytest.param(
            "A shell hit the market on Monday, killing four people.", {T.ATTACK: "2023-05-15"}, id="with its toll"
        ),
        pytest.param("Jonas Berg was arrested in Vik.", {T.ARREST: None}, id="none"),
        pytest.param("Mira Hald will attend a summit in Vik on 12 June.", {T.SUMMIT: "2023-06-12"}, id="of the noun"),
        pytest.param(
            "VIK, May 17, 2023 - Police arrested Jonas Berg.", {T.ARREST: None}, id="a dateline dates nothing"
        ),
    ],
)
def test_tag_dates_what_stands_next_to_it(text: str, expected: dict[T, str | None], read: Read) -> None:
    """A tag belongs to the verb or noun beside it and to no other."""
    assert dates(read(text)) == expected


def test_meeting_on_the_sidelines_has_the_date_of_the_gathering(read: Read) -> None:
    """A dated speech to a conference dates the conference, and what took place at it."""
    article = read(
        "Mira Hald met Jonas Verk on the sidelines of a conference in Vik.\n\n"
        "On Monday Mira Hald told the conference that trade was growing.\n"
    )
    assert dates(article)[T.MEETING] == "2023-05-15"


def test_past_event_is_not_given_a_date_ahead(read: Read) -> None:
    """A date that does not fit the status of an event is another's."""
    article = read("Police arrested Jonas Berg, whose trial will open on 12 June.")
    assert dates(article)[T.ARREST] is None
