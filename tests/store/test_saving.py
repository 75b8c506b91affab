"""What is saved can be read as it was, once, and in every version."""

from datetime import date, timedelta

import pytest

from tests.store.samples import NOON, article, event, on, timeline
from timeline.domain.timeline import Failure, Relation
from timeline.domain.vocabulary import FailureKind, RelationKind
from timeline.store import EventQuery, Store


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
