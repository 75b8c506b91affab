"""Pages put together are what a plain look at all events gives, whatever is asked and however long a page is."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import NOON, PUBLISHED, article, dated, event, timeline
from timeline.domain.timeline import Event, When
from timeline.domain.vocabulary import EventStatus, EventType
from timeline.errors import InputError
from timeline.store import EventQuery, Store
from timeline.store.cursor import write_cursor

NAMES = ("Ilya Maren", "Maren", "Tomas Dovrek", "Port Selka Bank")
TYPES = (EventType.MEETING, EventType.ATTACK)
STATUSES = (EventStatus.OCCURRED, EventStatus.PLANNED)
FIRST = date(2024, 1, 1)
LENGTHS = (0, 0, 0, 1, 6, 30, 31, 89, 365, 366, 3_000)

days = st.integers(-400, 800).map(lambda count: FIRST + timedelta(days=count))


def random_when(chance: random.Random) -> When | None:
    """Return a date of any reach, or none."""
    first = FIRST + timedelta(days=chance.randrange(40))
    last = first + timedelta(days=chance.choice(LENGTHS))
    return chance.choice([None, dated(None, last), dated(first, None), *[dated(first, last)] * 6])


def made(chance: random.Random, id_: str) -> Event:
    """Return an event of any kind."""
    names = chance.sample(NAMES, chance.randint(1, 2))
    return event(id_, when=random_when(chance), names=names, type_=chance.choice(TYPES), status=chance.choice(STATUSES))


@pytest.fixture
def filled(store: Store) -> tuple[Store, list[Event]]:
    """Return a store of 20 articles, some in two versions, and the listed events in the order of their saving."""
    chance = random.Random(11)  # noqa: S311 - a test, no secret
    current: dict[str, tuple[Event, ...]] = {}
    for number in [*range(20), 3, 7]:
        of = article(f"Edition {number}.")
        events = tuple(made(chance, f"evt_{number}_{at}_{len(current)}") for at in range(chance.randrange(14)))
        engine = "llm" if of.id in current else "rules"
        current.pop(of.id, None)
        current[of.id] = events
        store.save(of, timeline(of, *events, engine=engine), at=NOON)
    return store, [one for events in current.values() for one in events]


def fits(one: Event, query: EventQuery) -> bool:
    """Say what the query means, without an index."""
    names = " / ".join(participant.name.lower() for participant in one.participants)
    return (
        _overlaps(one.when, query)
        and query.type in {None, one.type}
        and query.status in {None, one.status}
        and (query.about is None or f" {query.about} " in f" {names} ".replace("maren", "ilya maren"))
    )


def _overlaps(when: When | None, query: EventQuery) -> bool:
    if when is None:
        return query.undated or not query.has_period
    starts_in_time = query.end is None or when.earliest is None or when.earliest <= query.end
    return starts_in_time and (query.start is None or when.latest is None or when.latest >= query.start)


def order(one: Event) -> tuple[bool, date, date]:
    """Return what events are ordered by; sorting keeps the order of saving."""
    if one.when is None:
        return True, PUBLISHED, PUBLISHED
    first = one.when.earliest or one.when.latest
    assert first is not None
    return False, first, one.when.latest or date.max


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    period=st.tuples(st.none() | days, st.none() | days),
    kind=st.tuples(st.sampled_from([None, *TYPES]), st.sampled_from([None, *STATUSES])),
    about=st.sampled_from([None, "maren", "selka bank", "dovrek", "nobody"]),
    undated=st.booleans(),
    limit=st.integers(1, 60),
)
def test_pages_hold_every_event_once_in_order(
    filled: tuple[Store, list[Event]],
    period: tuple[date | None, date | None],
    kind: tuple[EventType | None, EventStatus | None],
    about: str | None,
    undated: bool,
    limit: int,
) -> None:
    """Under every query and any length of a page; only the last one is short."""
    store, events = filled
    start, end = period
    if start and end:
        start, end = min(start, end), max(start, end)
    query = EventQuery(start=start, end=end, type=kind[0], status=kind[1], about=about, undated=undated)
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = store.search(query, limit=limit, cursor=cursor)
        found += [one.id for one in page.events]
        cursor = page.next
        if cursor is None:
            break
        assert len(page.events) == limit
    assert [one.id for one in sorted((one for one in events if fits(one, query)), key=order)] == found


@pytest.mark.parametrize("limit", [1, 3, 20, 50])
def test_pages_of_articles_hold_each_once(filled: tuple[Store, list[Event]], limit: int) -> None:
    """Of those that were stored at the same moment, the newest first."""
    store, _ = filled
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = store.articles(limit=limit, cursor=cursor)
        found += [one.reference.id for one in page.articles]
        cursor = page.next
        if cursor is None:
            break
    assert [article(f"Edition {number}.").id for number in reversed(range(20))] == found


def test_an_article_that_is_stored_again_comes_first(store: Store) -> None:
    """By the time of the last storing, not of the first; pages go on behind where they ended."""
    for hour, number in enumerate((1, 2, 3, 1)):
        of = article(f"Edition {number}.")
        store.save(of, timeline(of), at=NOON + timedelta(hours=hour, microseconds=number))
    page = store.articles(limit=1)
    cursors = [page.next]
    listed = [page.articles[0]]
    while page.next is not None:
        page = store.articles(limit=1, cursor=page.next)
        listed.append(page.articles[0])
        cursors.append(page.next)
    assert [article(f"Edition {number}.").id for number in (1, 3, 2)] == [one.reference.id for one in listed]
    assert [one.last_stored for one in listed] == sorted((one.last_stored for one in listed), reverse=True)
    assert len(set(cursors)) == 3


@pytest.mark.parametrize("cursor", ["", "x", write_cursor(1), write_cursor(2**63 - 1, 1), write_cursor(1, 2, 3)])
def test_a_cursor_of_another_list_is_refused(store: Store, cursor: str) -> None:
    """One of events has one number, one of articles has two, the first of which is a moment."""
    with pytest.raises(InputError, match="no cursor"):
        store.articles(cursor=cursor)


@pytest.mark.parametrize("cursor", ["", "x", "AAAA", "é", "////////////", "_________8=", "-" * 11, "A" * 10_000])
def test_a_cursor_of_another_make_is_refused(store: Store, cursor: str) -> None:
    """The message names it."""
    with pytest.raises(InputError, match="no cursor"):
        store.search(EventQuery(), cursor=cursor)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_sensible_length(store: Store, limit: int) -> None:
    """Anything else is the caller's mistake."""
    with pytest.raises(ValueError, match="page of"):
        store.search(EventQuery(), limit=limit)
