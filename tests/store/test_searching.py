"""Which events a query finds, and in which order."""

from datetime import date

import pytest

from tests.store.samples import NOON, article, dated, event, on, timeline
from timeline.domain.vocabulary import EventStatus, EventType
from timeline.store import EventQuery, Store

MAY_16 = date(2025, 5, 16)


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with one article."""
    of = article()
    store.save(
        of,
        timeline(
            of,
            event("evt_since", when=dated(date(2022, 1, 1), None), names=("Varenia",), type_=EventType.SANCTION),
            event("evt_month", when=dated(date(2025, 5, 1), date(2025, 5, 31)), names=("Tomás Dovrek",)),
            event("evt_day", when=on(MAY_16), names=("Ilya Maren", "U.S."), evidence="They were signing a treaty."),
            event("evt_until", when=dated(None, date(2025, 5, 20)), names=("Al-Quds Bank",)),
            event("evt_later", when=on(date(2025, 6, 3)), names=("Maren",), status=EventStatus.PLANNED),
            event("evt_none", names=("Anna Belsky",)),
        ),
        at=NOON,
    )
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EventQuery(), "since month day until later none"),
        (EventQuery(start=MAY_16, end=MAY_16), "since month day until"),
        (EventQuery(start=MAY_16, end=MAY_16, undated=True), "since month day until none"),
        (EventQuery(start=date(2025, 6, 1)), "since later"),
        (EventQuery(end=date(2020, 1, 1)), "until"),
        (EventQuery(type=EventType.SANCTION), "since"),
        (EventQuery(status=EventStatus.PLANNED), "later"),
        (EventQuery(type=EventType.MEETING, status=EventStatus.PLANNED, start=MAY_16), "later"),
        (EventQuery(about="MAREN"), "day later"),
        (EventQuery(about="ilya"), "day later"),
        (EventQuery(about="tomas"), "month"),
        (EventQuery(about="us"), "day"),
        (EventQuery(about="quds bank"), "until"),
        (EventQuery(about="maren u.s."), ""),
        (EventQuery(about="mar"), ""),
        (EventQuery(text="treaties sign"), "day"),
        (EventQuery(text="treaty", about="Belsky"), ""),
        (EventQuery(text="met", type=EventType.MEETING, start=date(2025, 6, 1)), "later"),
        (EventQuery(text="AND ("), ""),
        (EventQuery(text='"'), ""),
        (EventQuery(text="a\x00b"), ""),
        (EventQuery(about="NEAR(' OR 1"), ""),
        (EventQuery(about=" ", text=""), "since month day until later none"),
    ],
)
def test_a_query_finds(filled: Store, query: EventQuery, expected: str) -> None:
    """What fits, in order of time."""
    assert [f"evt_{name}" for name in expected.split()] == [one.id for one in filled.search(query).events]
