"""What is read together goes together."""

from tests.store.samples import NOON, article, event, timeline
from timeline.store import EventQuery, Store


def test_a_snapshot_sees_one_state(store: Store) -> None:
    """A version that is saved meanwhile is seen by the next one."""
    of, again = article(), article(title="Other")
    old, new = timeline(of, event("evt_old")), timeline(again, event("evt_new"))
    store.save(of, old, at=NOON)
    with store.snapshot() as seen:
        before = seen.article(of.id)
        store.save(again, new, at=NOON)
        assert before == seen.article(of.id)
        assert seen.timeline(of.id) == old
        assert [one.id for one in seen.search(EventQuery()).events] == ["evt_old"]
        assert seen.event("evt_new") is None
        assert [one.versions for one in seen.articles().articles] == [1]
    with store.snapshot() as seen:
        assert seen.timeline(of.id) == new
