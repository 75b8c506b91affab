"""Requests to a model's endpoint, noted in the store so that all its processes keep to one set of limits.

A request asks for its place and its moment in one short transaction. Where the minute is full it is noted for the
moment at which it may go, behind all others, and waits for that without asking again. Where too many are under way it
stands in line and looks again from time to time, since nobody knows when one of them ends.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    null,
    or_,
    select,
    update,
)

from timeline.llm.ledger import WINDOW, Noted, Rates, Reservation, room_at
from timeline.store.database import Database
from timeline.store.request_table import model_requests as requests

LEASE = 15.0
"""Seconds for which a request counts as under way: whoever works on it renews that before, unless it died."""
_LOOK_AGAIN = 0.2
_STANDS_FOR = 2.0
"""Seconds for which one in line keeps its turn without a look: it may have died."""
_FARTHEST = 600.0
"""Seconds. No request is noted for later; what seems to be was noted before the clock was set back."""
_FORGET_EVERY = 5.0
_LOCK = 7_461_302_520
"""Any number that is ours: on PostgreSQL, whoever reserves holds the advisory lock of this number."""

Clock = Callable[[Connection], float]
"""Gives POSIX seconds within a transaction."""


class _Seen(NamedTuple):
    """What a request sees of the others."""

    asked: float | None
    ahead: int
    last: float | None
    nth: float | None
    tokens: int | None


def database_clock(connection: Connection) -> float:
    """Return the time of the database: the clocks of several machines differ, and this is one."""
    is_sqlite = connection.dialect.name == "sqlite"
    now = "(julianday('now') - 2440587.5) * 86400.0" if is_sqlite else "extract(epoch FROM clock_timestamp())"
    return float(connection.exec_driver_sql(f"SELECT {now}").scalar_one())


class RequestRecords:
    """The requests that all processes of a store send to one endpoint, at most `width` at once.

    Every method is one transaction, and raises StoreError where the database cannot be had.
    """

    def __init__(
        self,
        database: Database,
        *,
        endpoint: str,
        width: int,
        window: float = WINDOW,
        clock: Clock = database_clock,
    ) -> None:
        self._database = database
        self._forgot = 0.0
        self._endpoint = endpoint
        self._width = width
        self._window = window
        self._clock = clock

    def reserve(self, ticket: str, tokens: int, rates: Rates) -> Reservation:
        """Find the earliest moment for a request, and note it for then; or let it stand in line for a place."""
        with self._database.writing(lock=_LOCK) as connection:
            now = self._clock(connection)
            self._forget(connection, now)
            seen = self._look(connection, ticket, rates, now)
            time = max(now, self._earliest(connection, seen, tokens, rates, now))
            must_stand = seen.ahead >= self._width or time > now + _FARTHEST
            if seen.asked is not None:
                connection.execute(_STRIKE, {"of": ticket})
            note = {
                "ticket": ticket,
                "endpoint": self._endpoint,
                "asked": now if seen.asked is None else seen.asked,
                "time": None if must_stand else time,
                "expires": now + _STANDS_FOR if must_stand else time + LEASE,
                "tokens": tokens,
            }
            connection.execute(_NOTE, note)
        return Reservation(_LOOK_AGAIN, is_granted=False) if must_stand else Reservation(time - now)

    def renew(self, ticket: str) -> None:
        """Note that a request is still under way."""
        with self._database.writing(lock=_LOCK) as connection:
            expires = self._clock(connection) + LEASE
            connection.execute(_RENEW, {"of": ticket, "until": expires})

    def end(self, ticket: str, tokens: int) -> None:
        """Note that a request is not under way any more, and what it took."""
        with self._database.writing(lock=_LOCK) as connection:
            connection.execute(_END, {"of": ticket, "took": tokens})

    def give_back(self, ticket: str) -> None:
        """Strike a request that will not go."""
        with self._database.writing(lock=_LOCK) as connection:
            connection.execute(_STRIKE, {"of": ticket})

    def _forget(self, connection: Connection, now: float) -> None:
        """Strike from time to time what neither is under way nor lies in the window, of whichever endpoint."""
        if self._forgot <= now < self._forgot + _FORGET_EVERY:
            return
        self._forgot = now
        farthest = now + _FARTHEST
        times = {"now": now, "since": now - self._window, "farthest": farthest, "expired": farthest + LEASE}
        connection.execute(_FORGET, times)

    def _look(self, connection: Connection, ticket: str, rates: Rates, now: float) -> _Seen:
        looking = _LOOK_AT_RATES if rates != Rates() else _LOOK
        known = {"endpoint": self._endpoint, "ticket": ticket, "now": now, "since": now - self._window}
        return _Seen(*connection.execute(looking, {**known, "before": (rates.requests or 1) - 1}).one())

    def _earliest(self, connection: Connection, seen: _Seen, tokens: int, rates: Rates, now: float) -> float:
        times = [seen.last or 0.0]
        if rates.requests is not None and seen.nth is not None:
            times.append(seen.nth + self._window)
        if rates.tokens is not None and (seen.tokens or 0) > (room := max(rates.tokens - tokens, 0)):
            rows = connection.execute(_WINDOW, {"endpoint": self._endpoint, "since": now - self._window})
            times.append(room_at([Noted(*row) for row in rows], room, window=self._window))
        return max(times)


def _looking(*, at_rates: bool) -> Select[Any]:
    """Return the query for what a request sees of the others; where no rate is set, of those under way alone."""
    mine = select(requests.c.asked).where(requests.c.ticket == bindparam("ticket")).scalar_subquery()
    is_ahead = or_(requests.c.time.is_not(None), mine.is_(None), requests.c.asked < mine)
    is_other = requests.c.ticket != bindparam("ticket")
    ahead = select(func.count()).where(_OF_ENDPOINT, requests.c.expires > bindparam("now"), is_other, is_ahead)
    if not at_rates:
        return select(mine, ahead.scalar_subquery(), null(), null(), null())
    last = select(func.max(requests.c.time)).where(*_IN_WINDOW)
    newest_first = select(requests.c.time).where(*_IN_WINDOW).order_by(requests.c.time.desc())
    nth = newest_first.limit(1).offset(bindparam("before", type_=Integer))
    tokens = select(func.sum(requests.c.tokens)).where(*_IN_WINDOW)
    return select(mine, *(one.scalar_subquery() for one in (ahead, last, nth, tokens)))


# Made once: to put a statement together takes several times as long as the database needs for it.
_OF_ENDPOINT = requests.c.endpoint == bindparam("endpoint")
_IN_WINDOW = _OF_ENDPOINT, requests.c.time > bindparam("since")
_LOOK, _LOOK_AT_RATES = _looking(at_rates=False), _looking(at_rates=True)
_WINDOW = select(requests.c.time, requests.c.tokens).where(*_IN_WINDOW).order_by(requests.c.time)
_OF_TICKET = requests.c.ticket == bindparam("of")
_NOTE = insert(requests)
_STRIKE = delete(requests).where(_OF_TICKET)
_RENEW = update(requests).where(_OF_TICKET).values(expires=bindparam("until"))
_END = update(requests).where(_OF_TICKET).values(expires=None, tokens=bindparam("took"))
_FORGET = delete(requests).where(
    or_(
        and_(
            or_(requests.c.expires.is_(None), requests.c.expires <= bindparam("now")),
            or_(requests.c.time.is_(None), requests.c.time <= bindparam("since")),
        ),
        requests.c.time > bindparam("farthest"),
        requests.c.expires > bindparam("expired"),
    )
)
