"""Articles, their versions and single events."""

from datetime import date, timedelta

import pytest

from tests.store.samples import NOON, article, event, on, timeline
from timeline.domain.timeline import Failure, Relation
from timeline.domain.vocabulary import FailureKind, RelationKind
from timeline.store import EventQuery, Store

CUT = [Failure(kind=FailureKind.TRUNCATED, message="cut", sentences=(3,))]


def test_an_article_tells_of_its_versions(store: Store) -> None:
    """Each with who made it, when, and what it found."""
    of = article("Text of the page.", is_extracted=True, url="https://news.example/1", language="en-GB")
    prompts = {"extract": "sha256:4f"}
    store.save(of, timeline(of, event("evt_1")), at=NOON)
    later = NOON + timedelta(hours=1)
    store.save(of, timeline(of, engine="llm", model="press-small-2", prompts=prompts), at=later)
    kept = store.article(of.id)
    assert kept is not None
    assert (of.text, "en-GB", NOON, later, 2) == (
        kept.text,
        kept.language,
        kept.first_stored,
        kept.last_stored,
        kept.current,
    )
    assert (None, of.url) == (kept.reference.text, kept.reference.url)
    first, second = kept.versions
    assert (first.number, first.at, first.is_current, first.engine) == (1, NOON, False, "rules")
    assert first.counts.accepted == 1
    assert (2, later, True, "press-small-2", prompts) == (
        second.number,
        second.at,
        second.is_current,
        second.model,
        second.prompts,
    )
    summary = store.articles().articles[0]
    assert (2, second, kept.reference) == (summary.versions, summary.current, summary.reference)


def test_an_event_comes_with_what_touches_it(store: Store) -> None:
    """Relations to and from it, not those between others."""
    of = article()
    kind = RelationKind.ABOUT
    relations = [Relation(kind=kind, source=f"evt_{a}", target=f"evt_{b}") for a, b in ((1, 2), (2, 3), (3, 1))]
    events = [event(f"evt_{number}") for number in (1, 2, 3)]
    store.save(of, timeline(of, *events, relations=relations), at=NOON)
    found = store.event("evt_1")
    assert found is not None
    assert (events[0], of.id, 1, True) == (found.event, found.article.id, found.version, found.is_current)
    assert (relations[0], relations[2]) == found.relations


def test_an_event_of_an_old_version_can_still_be_read(store: Store) -> None:
    """A link to it goes on working; one of the current version comes first."""
    of = article()
    store.save(of, timeline(of, event("evt_gone"), event("evt_both", title="Old title")), at=NOON)
    store.save(of, timeline(of, event("evt_both", title="New title"), engine="llm"), at=NOON)
    gone, both = store.event("evt_gone"), store.event("evt_both")
    assert gone is not None
    assert both is not None
    assert (gone.version, gone.is_current) == (1, False)
    assert (both.version, both.is_current, both.event.title) == (2, True, "New title")


def test_a_page_of_events_has_their_articles_and_relations(store: Store) -> None:
    """Each article once and without its text; relations whose other end is on another page too."""
    day = date(2025, 5, 1)
    for number in (1, 2):
        of = article(f"Text {number}.", is_extracted=True)
        ids = [f"evt_{number}_{at}" for at in range(3)]
        events = [event(id_, when=on(day + timedelta(days=at * 10 + number))) for at, id_ in enumerate(ids)]
        relations = [Relation(kind=RelationKind.UPDATES, source=ids[2], target=ids[0])]
        store.save(of, timeline(of, *events, relations=relations), at=NOON)
    page = store.search(EventQuery(), limit=3)
    assert [one.id for one in page.events] == ["evt_1_0", "evt_2_0", "evt_1_1"]
    one, other = article("Text 1."), article("Text 2.")
    assert [one.id, other.id, one.id] == [event.article for event in page.events]
    assert [(one.id, None), (other.id, None)] == [(seen.id, seen.text) for seen in page.articles]
    assert [(link.source, link.target) for link in page.relations] == [("evt_1_2", "evt_1_0"), ("evt_2_2", "evt_2_0")]


@pytest.mark.parametrize(
    ("failed", "expected"),
    [((True, False), (1, 2)), ((False, True), (1, 1)), ((True, True), (1, 1)), ((True, False, True), (1, 2, 2))],
    ids=["made whole", "failed later", "failed twice", "failed again"],
)
def test_a_whole_extraction_replaces_one_that_failed_in_part(
    store: Store, failed: tuple[bool, ...], expected: tuple[int, ...]
) -> None:
    """Trying again is worth it, and never makes things worse."""
    of = article()
    saved = [store.save(of, timeline(of, failures=CUT if is_cut else []), at=NOON) for is_cut in failed]
    assert expected == tuple(version.number for version in saved)
    assert saved[-1].is_current
    assert saved[-1].is_whole == (False in failed)


def test_a_timeline_of_another_article_is_refused(store: Store) -> None:
    """It would be lost under the wrong id."""
    with pytest.raises(ValueError, match="not of"):
        store.save(article("One."), timeline(article("Two.")), at=NOON)


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    """Nobody would know when it was."""
    of = article()
    with pytest.raises(ValueError, match="time zone"):
        store.save(of, timeline(of), at=NOON.replace(tzinfo=None))


def test_an_article_without_an_event_is_kept(store: Store) -> None:
    """It was read, and it says nothing that can be dated or told."""
    of = article()
    store.save(of, timeline(of), at=NOON)
    assert store.timeline(of.id) == timeline(of)
    assert store.holdings().articles == 1
