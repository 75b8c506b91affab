"""A finished timeline is proved again, and what was tampered with is found."""

from collections.abc import Callable
from datetime import date

import pytest

from timeline.assembly import assemble, verify
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.article import Article
from timeline.domain.draft import Draft, DraftEvent
from timeline.domain.timeline import Timeline
from timeline.reading.annotation import annotate


@pytest.fixture
def timeline(article: AnnotatedArticle, meeting: DraftEvent, accusation: DraftEvent, denial: DraftEvent) -> Timeline:
    """A timeline of three records."""
    return assemble(article, Draft(engine="rules", events=(meeting, accusation, denial)))


def test_a_fresh_timeline_has_no_fault(timeline: Timeline, article: AnnotatedArticle) -> None:
    """What was proved once is proved again."""
    assert verify(timeline, article) == ()


def test_a_timeline_read_back_from_json_has_no_fault(timeline: Timeline, article: AnnotatedArticle) -> None:
    """The document holds all that the proof needs."""
    assert verify(Timeline.model_validate_json(timeline.model_dump_json()), article) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param('"edtf":"2025-03-13"', '"edtf":"2025-03-12"', "stands for 2025-03-13", id="date"),
        pytest.param('"title":"Poland accuses', '"title":"Poland forgives', "does not have the word", id="title"),
        pytest.param('"text":"accused"', '"text":"cleared"', "is not what stands at", id="trigger"),
        pytest.param('"name":"Tomasz Wrona"', '"name":"Tomasz Wronski"', "is not what stands at", id="name"),
        pytest.param('"exact":"Poland has', '"exact":"Norway has', "is not what stands at", id="quote"),
        pytest.param('"accepted":3,"merged":0', '"accepted":2,"merged":1', "the counts speak of", id="counts"),
        pytest.param('"kind":"denies","from":"evt_', '"kind":"denies","from":"evt_0', "not there", id="relation"),
        pytest.param('"id":"evt_', '"id":"evt_0', "the id does not belong", id="id"),
    ],
)
def test_tampering_is_found(timeline: Timeline, article: AnnotatedArticle, old: str, new: str, expected: str) -> None:
    """A changed character anywhere is a fault that says what is wrong."""
    genuine = timeline.model_dump_json(by_alias=True)
    assert old in genuine
    faults = verify(Timeline.model_validate_json(genuine.replace(old, new)), article)
    assert any(expected in fault.message for fault in faults)


def test_another_article_is_told(timeline: Timeline) -> None:
    """The timeline of one article is not proved by another."""
    other = annotate(Article(text="Something else happened on Monday.", published=date(2025, 3, 14)))
    assert "the timeline is of article" in verify(timeline, other)[0].message


def test_a_changed_article_fails_only_what_it_no_longer_bears_out(
    timeline: Timeline, article: AnnotatedArticle
) -> None:
    """After a change at the end of the text, the one fault is that it is another text."""
    longer = article.article.model_copy(update={"text": article.article.text + "\n\nIt rained."})
    assert [fault.event for fault in verify(timeline, annotate(longer))] == [None]


def test_a_record_without_evidence_is_a_fault(
    timeline: Timeline, article: AnnotatedArticle, tag_of: Callable[[str], str]
) -> None:
    """A record must cite a sentence."""
    bare = timeline.events[0].model_copy(update={"evidence": ()})
    faults = verify(timeline.model_copy(update={"events": (bare, *timeline.events[1:])}), article)
    assert "the record cites no sentence" in [fault.message for fault in faults]
    assert tag_of("Thursday")
