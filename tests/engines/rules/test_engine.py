"""The rules engine from article to draft."""

from collections.abc import Callable
from datetime import date

import pytest

from timeline.assembly.assemble import assemble
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.article import Article
from timeline.domain.draft import Draft, DraftEvent
from timeline.domain.vocabulary import EventStatus, EventType, RelationKind, Role
from timeline.engines.rules.engine import RulesEngine, draft
from timeline.reading.annotation import annotate

ARTICLE = """Norland and Kestria to reopen border

The leaders of Norland and Kestria met in Port Sela on Monday and agreed to reopen the border between the two countries.

President Mira Hald of Norland and Prime Minister Jonas Verk of Kestria talked for three hours.
The meeting was the first since 2019.

Hald accused Kestrian smugglers of bribing customs officers, which a Kestrian spokesman denied.

She invited Verk to a summit in Vik on 12 June.

Police arrested four protesters near the port, a police spokeswoman said.
"""


@pytest.fixture
def drafted(propose: Callable[[str], Draft]) -> Draft:
    """Draft the events of the article above."""
    return propose(ARTICLE)


def find(drafted: Draft, type_: EventType) -> DraftEvent:
    """Return the only event of a type."""
    (event,) = [event for event in drafted.events if event.type is type_]
    return event


async def test_engine_has_the_name_that_provenance_gives(read: Callable[[str], AnnotatedArticle]) -> None:
    """The engine says what it is, on the draft too."""
    drafted = await RulesEngine().draft(read("Nothing at all."))
    assert (RulesEngine().name, drafted.engine, drafted.events) == ("rules", "rules", ())


def test_mentions_of_a_meeting_are_one_record(drafted: Draft) -> None:
    """The lead and the later detail tell of one meeting, dated and placed by the lead."""
    meeting = find(drafted, EventType.MEETING)
    assert (meeting.status, meeting.place, meeting.trigger) == (EventStatus.OCCURRED, "Port Sela", "met")
    assert meeting.when is not None
    assert len(meeting.evidence) > 1


def test_arrest_names_who_arrests_whom_where_and_who_says_so(drafted: Draft) -> None:
    """Subject, object, place and attribution of a plain clause are read."""
    arrest = find(drafted, EventType.ARREST)
    assert [(one.name, one.role) for one in arrest.participants] == [
        ("Police", Role.ACTOR),
        ("four protesters", Role.TARGET),
    ]
    assert (arrest.place, arrest.sources) == ("port", ("police spokeswoman",))


def test_everything_proposed_is_proved(read: Callable[[str], AnnotatedArticle]) -> None:
    """Titles, triggers, names and dates of the rules stand up to assembly."""
    article = read(ARTICLE)
    timeline = assemble(article, draft(article))
    assert timeline.rejected == ()
    assert not any("title_replaced" in event.warnings for event in timeline.events)


def test_the_same_article_gives_the_same_draft(read: Callable[[str], AnnotatedArticle]) -> None:
    """Nothing depends on order of hashing or on an earlier article."""
    article = read(ARTICLE)
    first = draft(article)
    draft(read("Anna Lind met Karl Holm in Bergen on Tuesday."))
    assert draft(article) == first


def test_accusation_content_and_denial_are_three_linked_events(propose: Callable[[str], Draft]) -> None:
    """An accusation alleges what it says, and a denial points back at it."""
    drafted = propose("Norland has accused Sweden of jamming its radio signals, something Stockholm has denied.")
    accusation = find(drafted, EventType.ACCUSATION)
    denial = find(drafted, EventType.DENIAL)
    alleged = next(event for event in drafted.events if event.status is EventStatus.ALLEGED)
    assert accusation.title == "Norland accuses Sweden of jamming its radio signals"
    assert [(link.kind, drafted.events[link.to]) for link in accusation.relations] == [(RelationKind.ALLEGES, alleged)]
    assert [(link.kind, drafted.events[link.to]) for link in denial.relations] == [(RelationKind.DENIES, accusation)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The minister did not resign.", id="not"),
        pytest.param("Karl Holm declined to comment.", id="declined"),
        pytest.param("Norland faces a crisis.", id="state"),
        pytest.param("Only white cars may be driven in the capital.", id="rule"),
        pytest.param("No deal was signed.", id="no"),
        pytest.param("None of the ministers resigned.", id="none of"),
        pytest.param("Relations with Norland are a priority.", id="assessment"),
    ],
)
def test_non_acts_are_no_events(sentence: str, propose: Callable[[str], Draft]) -> None:
    """Negated acts, standing states and rules make no record."""
    assert propose(sentence).events == ()


@pytest.mark.parametrize(
    "text", ["", "...", "42", "“”", "a " * 3000], ids=["empty", "stops", "number", "quotes", "letters"]
)
def test_text_without_events_gives_none(text: str) -> None:
    """Odd text is read without complaint."""
    article = annotate(Article(text=text, published=date(2023, 5, 17)))
    assert draft(article).events == ()
