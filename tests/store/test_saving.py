"""What is saved can be read as it was, once, and in every version."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.store.samples import NOON, article, event, on, timeline
from timeline.domain.timeline import Failure, Relation
from timeline.domain.vocabulary import FailureKind, RelationKind
from timeline.store import EventQuery, Store
from timeline.store.tables import articles, listed, versions

CUT = [Failure(kind=FailureKind.TRUNCATED, message="cut", sentences=(3,))]


def found(store: Store, query: EventQuery | None = None) -> list[str]:
    """Return the ids of the events that a query finds."""
    return [one.id for one in store.search(query or EventQuery()).events]


def test_a_timeline_comes_back_byte_for_byte(store: Store) -> None:
    """With everything in it, a NUL and letters beyond the first plane too."""
    of = article("Maren met 𝔇ovrek\x00 on Friday.", title="Talks\x00 “now”", is_extracted=True)
    made = timeline(
        of,
        event("evt_1", when=on(date(2025, 5, 16)), names=("Ma\x00ren", "𝔇ovrek")),
        event("evt_2"),
        relations=[Relation(kind=RelationKind.ABOUT, source="evt_1", target="evt_2")],
        failures=[Failure(kind=FailureKind.TRUNCATED, message="cut", sentences=(3,))],
    )
    store.save(of, made, at=NOON)
    kept = store.timeline(of.id)
    assert kept is not None
    assert made.model_dump_json(indent=2) == kept.model_dump_json(indent=2)


def test_the_same_extraction_twice_is_one(store: Store) -> None:
    """Neither article nor version nor event is stored again; only the time of storing moves on."""
    of = article()
    made = timeline(of, event("evt_1"))
    first = store.save(of, made, at=NOON)
    assert first == store.save(of, made, at=NOON + timedelta(hours=1))
    kept = store.article(of.id)
    assert kept is not None
    assert (NOON, NOON + timedelta(hours=1), 1) == (kept.first_stored, kept.last_stored, len(kept.versions))
    assert found(store) == ["evt_1"]


@pytest.mark.parametrize(
    ("title", "engine", "model", "prompts"),
    [
        ("Talks", "llm", None, {}),
        ("Talks", "rules", "press-small-2", {}),
        ("Talks", "rules", None, {"extract": "sha256:4f"}),
        ("Other", "rules", None, {}),
    ],
    ids=["engine", "model", "prompt", "title"],
)
def test_another_extraction_is_a_new_version(
    store: Store, title: str, engine: str, model: str | None, prompts: dict[str, str]
) -> None:
    """It becomes the current one, and the old one can be read."""
    of = article()
    old = timeline(of, event("evt_old"))
    store.save(of, old, at=NOON)
    again = article(title=title)
    new = timeline(again, event("evt_new"), engine=engine, model=model, prompts=prompts)
    saved = store.save(again, new, at=NOON)
    assert (saved.number, saved.is_current) == (2, True)
    assert (new, old, new) == tuple(store.timeline(of.id, version=version) for version in (None, 1, 2))
    assert found(store) == ["evt_new"]


def test_a_known_version_that_is_found_again_is_current_again(store: Store) -> None:
    """Whoever sends a text with one date, then another, then the first again, finds the events of the first."""
    first, second = article(), article(published=date(2024, 3, 2))
    of_first = timeline(first, event("evt_1", names=("Maren",), sources=("Ilya Maren",), when=on(date(2025, 5, 16))))
    of_second = timeline(second, event("evt_2", when=on(date(2024, 3, 1))))
    for of, made, number in (
        (first, of_first, 1),
        (second, of_second, 2),
        (first, of_first, 1),
        (second, of_second, 2),
    ):
        saved = store.save(of, made, at=NOON)
        assert (saved.number, saved.is_current) == (number, True)
        assert store.timeline(of.id) == made
        assert found(store) == [f"evt_{number}"]
        assert found(store, EventQuery(about="ilya maren")) == [f"evt_{number}"]
    kept = store.article(first.id)
    assert kept is not None
    assert len(kept.versions) == 2


def test_a_known_version_comes_back_as_it_was_saved(store: Store) -> None:
    """A model that answers otherwise the second time changes nothing that is kept."""
    of, other = article(), article(title="Other")
    made = timeline(of, event("evt_1"))
    store.save(of, made, at=NOON)
    store.save(other, timeline(other, event("evt_2")), at=NOON)
    store.save(of, timeline(of, event("evt_3")), at=NOON)
    assert store.timeline(of.id) == made
    assert found(store) == ["evt_1"]


def test_a_part_of_an_extraction_brings_the_whole_one_back(store: Store) -> None:
    """Of the same text with the same date, the whole one is known and better; it is that which was asked for last."""
    of, other = article(), article(title="Other")
    store.save(of, timeline(of, event("evt_whole")), at=NOON)
    store.save(other, timeline(other, event("evt_other")), at=NOON)
    saved = store.save(of, timeline(of, event("evt_part"), failures=CUT), at=NOON)
    assert (saved.number, saved.is_whole, saved.is_current) == (1, True, True)
    assert found(store) == ["evt_whole"]


def test_those_who_save_at_once_leave_one_version_current(store: Store) -> None:
    """Whoever comes last: its events alone are listed, and nothing is stored twice."""
    made = []
    for title in ("One", "Two"):
        of = article(title=title)
        made.append((of, timeline(of, event(f"evt_{title}"))))
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(lambda number: store.save(*made[number % 2], at=NOON), range(24)))
    assert {one.number for one in saved} == {1, 2}
    with store.database.reading() as connection:
        current = select(versions.c.key).join(articles).where(versions.c.number == articles.c.current)
        assert list(connection.scalars(select(listed.c.version))) == list(connection.scalars(current))
    kept = store.timeline(made[0][0].id)
    assert kept is not None
    assert found(store) == found(store, EventQuery(text="leaders")) == [one.id for one in kept.events]
