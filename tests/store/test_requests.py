"""Requests to a model, noted in the store for all its processes, on time that the test moves."""

from dataclasses import dataclass

import pytest
from sqlalchemy import Connection, func, select

from timeline.llm.ledger import Rates, Reservation
from timeline.store import RequestRecords, Store
from timeline.store.request_table import model_requests
from timeline.store.requests import LEASE

_WINDOW = 60.0
_FREE = Rates()
_STANDING = Reservation(0.2, is_granted=False)


@dataclass
class _Time:
    """The database's clock."""

    now: float = 1_700_000_000.0

    def __call__(self, _: Connection) -> float:
        return self.now


@pytest.fixture
def time() -> _Time:
    """Return the time."""
    return _Time()


@pytest.fixture
def records(store: Store, time: _Time) -> RequestRecords:
    """Return the requests to an endpoint that takes two at once."""
    return _of(store, time)


def _of(store: Store, time: _Time, *, endpoint: str = "models.example", width: int = 2) -> RequestRecords:
    return RequestRecords(store.database, endpoint=endpoint, width=width, window=_WINDOW, clock=time)


def _count(store: Store) -> int:
    with store.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(model_requests)).scalar_one()


def _gone(records: RequestRecords, ticket: str, tokens: int, rates: Rates) -> float:
    """Note a request that goes and ends; return how long it waits."""
    told = records.reserve(ticket, tokens, rates)
    assert told.is_granted
    records.end(ticket, tokens)
    return told.wait


def test_no_more_requests_a_minute_than_set(records: RequestRecords, time: _Time) -> None:
    """Each is given its moment at once, behind all others."""
    rates = Rates(requests=2)
    assert [_gone(records, f"{number}", 1, rates) for number in range(5)] == [0, 0, 60, 60, 120]
    time.now += 61
    assert _gone(records, "later", 1, rates) == pytest.approx(59)


def test_no_more_tokens_a_minute_than_set(records: RequestRecords) -> None:
    """A request larger than the limit goes alone."""
    rates = Rates(tokens=100)
    waits = [_gone(records, f"{number}", tokens, rates) for number, tokens in enumerate((60, 40, 1, 500, 1))]
    assert waits == [0, 0, 60, 120, 180]


def test_tokens_are_corrected_by_what_the_reply_took(records: RequestRecords) -> None:
    """An estimate that was too high does not hold the next back."""
    records.reserve("first", 90, Rates(tokens=100))
    records.end("first", 10)
    assert records.reserve("second", 90, Rates(tokens=100)).wait == 0


def test_no_more_are_under_way_at_once_than_set(records: RequestRecords, time: _Time) -> None:
    """Others stand in line, and go in the order in which they came."""
    for ticket in ("first", "second"):
        assert records.reserve(ticket, 1, _FREE) == Reservation(0.0)
    assert records.reserve("third", 1, _FREE) == _STANDING
    time.now += 0.1
    assert records.reserve("fourth", 1, _FREE) == _STANDING
    records.end("first", 1)
    assert records.reserve("fourth", 1, _FREE) == _STANDING
    assert records.reserve("third", 1, _FREE) == Reservation(0.0)
    records.end("second", 1)
    assert records.reserve("fourth", 1, _FREE) == Reservation(0.0)


def test_who_came_first_goes_first_though_another_is_quicker(records: RequestRecords, time: _Time) -> None:
    """A process whose own request has just ended does not take the place from one in line."""
    for ticket in ("first", "second"):
        records.reserve(ticket, 1, _FREE)
    assert records.reserve("in line", 1, _FREE) == _STANDING
    time.now += 0.1
    records.end("first", 1)
    assert records.reserve("quick", 1, _FREE) == _STANDING
    time.now += 0.1
    assert records.reserve("in line", 1, _FREE) == Reservation(0.0)


def test_what_a_dead_process_holds_is_free_after_its_lease(records: RequestRecords, time: _Time) -> None:
    """One that lives renews it; its requests count in the minute all the same."""
    records.reserve("dead", 1, Rates(requests=3))
    records.reserve("alive", 1, Rates(requests=3))
    time.now += LEASE - 1
    records.renew("alive")
    time.now += 2
    assert records.reserve("third", 1, Rates(requests=3)) == Reservation(0.0)
    assert records.reserve("fourth", 1, Rates(requests=3)) == _STANDING
    records.end("third", 1)
    assert records.reserve("fourth", 1, Rates(requests=3)).wait == pytest.approx(_WINDOW - LEASE - 1)


def test_who_died_in_line_holds_up_nobody_for_long(records: RequestRecords, time: _Time) -> None:
    """Whoever does not look again loses the turn."""
    for ticket in ("first", "second"):
        records.reserve(ticket, 1, _FREE)
    records.reserve("dead", 1, _FREE)
    records.end("first", 1)
    assert records.reserve("third", 1, _FREE) == _STANDING
    time.now += 2.5
    assert records.reserve("third", 1, _FREE) == Reservation(0.0)


def test_a_moment_that_is_given_back_is_free(records: RequestRecords) -> None:
    """It counts neither in the minute nor as under way."""
    rates = Rates(requests=1)
    _gone(records, "first", 1, rates)
    assert records.reserve("second", 1, rates) == Reservation(60.0)
    records.give_back("second")
    assert records.reserve("third", 1, rates) == Reservation(60.0)


def test_each_endpoint_has_limits_of_its_own(store: Store, time: _Time) -> None:
    """What goes to one is not there for the other."""
    one, other = (_of(store, time, endpoint=name, width=1) for name in ("one.example", "other.example"))
    assert one.reserve("first", 1, Rates(requests=1)) == Reservation(0.0)
    assert other.reserve("second", 1, Rates(requests=1)) == Reservation(0.0)


def test_what_is_over_is_struck(records: RequestRecords, store: Store, time: _Time) -> None:
    """The table holds a minute and what is under way."""
    for number in range(10):
        _gone(records, f"{number}", 1, _FREE)
    records.reserve("under way", 1, _FREE)
    for _ in range(8):
        time.now += LEASE - 1
        records.renew("under way")
    _gone(records, "last", 1, _FREE)
    assert _count(store) == 2


def test_a_clock_that_was_set_back_stops_nobody(records: RequestRecords, time: _Time) -> None:
    """What was noted for a far future was noted before."""
    for ticket in ("first", "second"):
        records.reserve(ticket, 1, Rates(requests=2))
    time.now -= 7 * 86_400
    assert records.reserve("third", 1, Rates(requests=2)) == Reservation(0.0)


def test_the_databases_own_clock_counts(store: Store) -> None:
    """The wait for the next minute is nearly all of it, whatever the machine's clock says."""
    records = RequestRecords(store.database, endpoint="models.example", width=2)
    assert records.reserve("first", 1, Rates(requests=1)) == Reservation(0.0)
    assert 55 < records.reserve("second", 1, Rates(requests=1)).wait <= 60.5
