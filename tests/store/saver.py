"""Save one article after the other and say so each time: `python -m tests.store.saver URL FIRST END`."""

import sys
from datetime import date, timedelta

from tests.store.samples import NOON, article, event, on, timeline
from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.store import open_store

EVENTS = 12


def numbered(number: int) -> tuple[Article, Timeline]:
    """Return an article that no other number has, with some events."""
    of = article(f"Edition {number}.")
    day = date(2025, 5, 1) + timedelta(days=number % 20)
    return of, timeline(of, *(event(f"evt_{number}_{at}", when=on(day) if at % 3 else None) for at in range(EVENTS)))


def main() -> None:
    """Save the articles asked for."""
    url, first, end = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    store = open_store(url)
    store.migrate()
    for number in range(first, end):
        store.save(*numbered(number), at=NOON)
        print(number, flush=True)  # noqa: T201 - who started it waits for this


if __name__ == "__main__":
    main()
