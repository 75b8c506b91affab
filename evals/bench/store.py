"""How long each kind of query takes on a store of a million events, and which indexes it goes through.

Run by `make bench` as `python -m evals.bench.store [EVENTS] [FOLDER]`. The events are invented (`store_rows`), written
to an SQLite file in a temporary folder (2.7 GB for a million), or in FOLDER, where a file of an earlier run is used
again. Every query is a page of 50 events as the service reads it: places, events, articles and relations, in one
transaction. What is saved in between is deleted at the end.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import sqlite_version
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sqlalchemy import delete, select, text

from evals.bench.store_rows import DAYS, EVENTS_OF_AN_ARTICLE, FIRST_DAY, Ranked, World, fill, make_world
from timeline.domain.article import Article
from timeline.domain.vocabulary import EventStatus, EventType
from timeline.store import EventQuery, Store, open_store
from timeline.store.plans import plan
from timeline.store.saving import unlist
from timeline.store.tables import articles

EVENTS = 1_000_000
SEED = 7
RUNS = 60
PAGE = 50
DEEP = 40
"""Pages into a list at which "deep" queries start; a cursor at any depth costs the same."""


class Kind(NamedTuple):
    """A kind of query, and how to make one of it."""

    name: str
    make: Callable[[random.Random], EventQuery]


def main() -> None:
    """Fill a store, and time every kind of query on it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    world = make_world(SEED)
    with _filled(world, count) as store:
        print(f"{count:,} events, pages of {PAGE}, {RUNS} queries of each kind; milliseconds, SQLite {sqlite_version}")
        print(f"{'query':44} {'median':>8} {'p99':>8} {'found':>6}")
        for kind in kinds(world):
            _report(store, kind)
        for kind in kinds(world)[1:9:2]:
            _report_deep(store, kind)
        _report_reads(store)
        _report_writes(store)
        print("\nindexes, by EXPLAIN QUERY PLAN")
        for kind in kinds(world):
            steps = plan(store, kind.make(random.Random(SEED)), limit=PAGE)  # noqa: S311 - a benchmark, no secret
            print(f"{kind.name:44} {'; '.join(sorted({step for step in steps if ' listed' in step}))}")


def kinds(world: World) -> list[Kind]:
    """Return every kind of query; terms are drawn by how often they stand in the events."""
    common, rare = _among(world.words, 0, 20), _among(world.words, 2_000, 20_000)
    known, unknown = _among(world.names, 0, 20), _among(world.names, 2_000, 20_000)
    day, month, decade = _period(0), _period(30), _period(3_650)
    return [
        Kind("everything", lambda _: EventQuery()),
        Kind("a day", lambda chance: EventQuery(**day(chance))),
        Kind("a month", lambda chance: EventQuery(**month(chance))),
        Kind("ten years", lambda chance: EventQuery(**decade(chance))),
        Kind("from a day on", lambda chance: EventQuery(start=_day(chance))),
        Kind("until a day", lambda chance: EventQuery(end=_day(chance))),
        Kind("a common type", lambda _: EventQuery(type=EventType.MEETING)),
        Kind("a rare type", lambda _: EventQuery(type=EventType.CONTEST)),
        Kind("a status", lambda chance: EventQuery(status=chance.choice(list(EventStatus)))),
        Kind(
            "type and status in a month",
            lambda chance: EventQuery(
                type=chance.choice(list(EventType)), status=chance.choice(list(EventStatus)), **month(chance)
            ),
        ),
        Kind("a common name", lambda chance: EventQuery(about=known(chance))),
        Kind("a rare name", lambda chance: EventQuery(about=unknown(chance))),
        Kind("a surname", lambda chance: EventQuery(about=known(chance).split()[-1])),
        Kind("a name nobody has", lambda _: EventQuery(about="Ozymandias Quux")),
        Kind("a common name in a month", lambda chance: EventQuery(about=known(chance), **month(chance))),
        Kind("a common name, rare type", lambda chance: EventQuery(about=known(chance), type=EventType.CONTEST)),
        Kind("a common word", lambda chance: EventQuery(text=common(chance))),
        Kind("a rare word", lambda chance: EventQuery(text=rare(chance))),
        Kind("two common words", lambda chance: EventQuery(text=f"{common(chance)} {common(chance)}")),
        Kind("a common and a rare word", lambda chance: EventQuery(text=f"{common(chance)} {rare(chance)}")),
        Kind("two rare words", lambda chance: EventQuery(text=f"{rare(chance)} {rare(chance)}")),
        Kind("a common word in a month", lambda chance: EventQuery(text=common(chance), **month(chance))),
        Kind("a common word in ten years", lambda chance: EventQuery(text=common(chance), **decade(chance))),
        Kind(
            "a common word and name from a day on",
            lambda chance: EventQuery(text=common(chance), about=known(chance), start=_day(chance)),
        ),
        Kind(
            "name, word, type and status in ten years",
            lambda chance: EventQuery(
                text=common(chance),
                about=known(chance),
                type=EventType.MEETING,
                status=EventStatus.OCCURRED,
                **decade(chance),
            ),
        ),
    ]


@contextmanager
def _filled(world: World, count: int) -> Iterator[Store]:
    with TemporaryDirectory() as temporary:
        file = Path(sys.argv[2] if len(sys.argv) > 2 else temporary) / f"events-{count}.db"
        is_new = not file.exists()
        with closing(open_store(f"sqlite:///{file}")) as store:
            store.migrate()
            if is_new:
                started = time.perf_counter()
                fill(store, world, count=count, seed=SEED)
                store.database.forget()
                taken = time.perf_counter() - started
                print(f"written in {taken:.0f} s, {file.stat().st_size / 1e6:,.0f} MB")
            yield store


def _report(store: Store, kind: Kind) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, no secret
    found = 0
    taken = []
    for _ in range(RUNS):
        query = kind.make(chance)
        started = time.perf_counter()
        page = store.search(query, limit=PAGE)
        taken.append(time.perf_counter() - started)
        found += len(page.events)
    _print(kind.name, taken, found / RUNS)


def _report_deep(store: Store, kind: Kind) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, no secret
    taken = []
    found = 0
    for _ in range(RUNS // 10):
        query, cursor = kind.make(chance), None
        for _ in range(DEEP):
            started = time.perf_counter()
            page = store.search(query, limit=PAGE, cursor=cursor)
            taken.append(time.perf_counter() - started)
            found += len(page.events)
            cursor = page.next
            if cursor is None:
                break
    _print(f"{kind.name}, page after page", taken, found / len(taken))


def _report_reads(store: Store) -> None:
    with store.database.reading() as connection:
        ids = list(connection.scalars(text("SELECT id FROM articles ORDER BY random() LIMIT 60")))
        events = list(
            connection.scalars(text("SELECT id FROM events WHERE version IN (SELECT key FROM versions LIMIT 20)"))
        )
    for name, reads in (
        ("the timeline of an article", [lambda one=one: store.timeline(one) for one in ids]),
        ("an article", [lambda one=one: store.article(one) for one in ids]),
        ("an event", [lambda one=one: store.event(one) for one in events[:60]]),
        ("a page of articles", [store.articles] * RUNS),
    ):
        taken = []
        for read in reads:
            started = time.perf_counter()
            read()
            taken.append(time.perf_counter() - started)
        _print(name, taken, 1)


def _report_writes(store: Store) -> None:
    """Save the events of stored articles as those of new ones, and delete these."""
    found = store.articles(limit=RUNS // 2).articles
    kept = [store.timeline(one.reference.id) for one in found]
    saved, taken = [], []
    for number, timeline in enumerate(one for one in kept if one):
        article = Article(text=f"Edition {number}", published=timeline.article.published)
        again = timeline.model_copy(update={"article": timeline.article.model_copy(update={"id": article.id})})
        started = time.perf_counter()
        store.save(article, again, at=found[0].first_stored)
        taken.append(time.perf_counter() - started)
        saved.append(article.id)
    _print(f"saving an article of {EVENTS_OF_AN_ARTICLE} events", taken, len(saved))
    last = saved.pop()
    with store.database.writing() as connection:
        for key in list(connection.scalars(select(articles.c.key).where(articles.c.id.in_(saved)))):
            unlist(connection, store.full_text, key)
            connection.execute(delete(articles).where(articles.c.key == key))
    started = time.perf_counter()
    store.delete_article(last)
    print(f"{'deleting an article for good':44} {(time.perf_counter() - started) * 1000:8.0f}")


def _print(name: str, taken: list[float], found: float) -> None:
    print(f"{name:44} {median(taken) * 1000:8.1f} {quantiles(taken, n=100)[-1] * 1000:8.1f} {found:6.1f}", flush=True)


def _among(ranked: Ranked[str], first: int, last: int) -> Callable[[random.Random], str]:
    return lambda chance: ranked.items[chance.randrange(first, last)]


def _day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(DAYS))


def _period(days: int) -> Callable[[random.Random], dict[str, date]]:
    def make(chance: random.Random) -> dict[str, date]:
        start = _day(chance)
        return {"start": start, "end": start + timedelta(days=days)}

    return make


if __name__ == "__main__":
    main()
