"""The rules engine from article to draft."""

from datetime import date

import pytest

from timeline.domain.article import Article
from timeline.domain.draft import Draft, DraftEvent
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind
from timeline.engines.rules.engine import RulesEngine, draft
from timeline.reading.annotation import annotate

PUBLISHED = date(2023, 5, 17)


def propose(text: str) -> Draft:
    """Return the draft of a short article published on Wednesday, 17 May 2023."""
    return draft(annotate(Article(text=text, published=PUBLISHED)))


def find(drafted: Draft, type_: EventType) -> DraftEvent:
    """Return the only event of a type."""
    (event,) = [event for event in drafted.events if event.type is type_]
    return event


async def test_engine_has_the_name_that_provenance_gives() -> None:
    """The engine says what it is, on the draft too."""
    drafted = await RulesEngine().draft(annotate(Article(text="Nothing at all.", published=PUBLISHED)))
    assert (RulesEngine().name, drafted.engine, drafted.events) == ("rules", "rules", ())


def test_accusation_content_and_denial_are_three_linked_events() -> None:
    """An accusation alleges what it says, and a denial points back at it."""
    drafted = propose("Norland has accused Sweden of jamming its radio signals, something Stockholm has denied.")
    accusation = find(drafted, EventType.ACCUSATION)
    denial = find(drafted, EventType.DENIAL)
    alleged = next(event for event in drafted.events if event.status is EventStatus.ALLEGED)
    assert accusation.title == "Norland accuses Sweden of jamming its radio signals"
    assert [(link.kind, drafted.events[link.to]) for link in accusation.relations] == [(RelationKind.ALLEGES, alleged)]
    assert [(link.kind, drafted.events[link.to]) for link in denial.relations] == [(RelationKind.DENIES, accusation)]


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        pytest.param(
            "Police arrested Jonas Berg in Oslo on Monday.", EventType.ARREST, EventStatus.OCCURRED, id="past"
        ),
        pytest.param(
            "The two firms will sign a merger agreement on Friday.", EventType.AGREEMENT, EventStatus.PLANNED, id="will"
        ),
        pytest.param(
            "Anna Lind is due to meet Karl Holm in Bergen on Friday.", EventType.MEETING, EventStatus.PLANNED, id="due"
        ),
        pytest.param(
            "Anna Lind hopes to meet Karl Holm in Bergen.", EventType.MEETING, EventStatus.PROPOSED, id="hopes"
        ),
        pytest.param("Anna Lind postponed a visit to Bergen.", EventType.VISIT, EventStatus.POSTPONED, id="postponed"),
        pytest.param(
            "Anna Lind could resign if the vote fails.", EventType.DEPARTURE, EventStatus.HYPOTHETICAL, id="could"
        ),
    ],
)
def test_status_follows_tense_and_modality(sentence: str, type_: EventType, status: EventStatus) -> None:
    """What happened, is planned, wished, moved or merely possible is told apart."""
    assert find(propose(sentence), type_).status is status


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The minister did not resign.", id="not"),
        pytest.param("Karl Holm declined to comment.", id="declined"),
        pytest.param("Norland faces a crisis.", id="state"),
        pytest.param("Only white cars may be driven in the capital.", id="rule"),
    ],
)
def test_non_acts_are_no_events(sentence: str) -> None:
    """Negated acts, standing states and rules make no record."""
    assert propose(sentence).events == ()
