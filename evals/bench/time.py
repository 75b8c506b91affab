"""Kilobytes of news a second through the temporal tagger on one core, with dateparser beside it in the same run.

Run by `make bench` as `python -m evals.bench.time [DIR]`. DIR holds articles as `.txt`, each beside a `.json` that
names its publication date; without it, the labelled articles are read. The time counted is that of the processor,
so that a busy machine does not change it much.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from dateparser.search import search_dates

from timeline.temporal import tag

ARTICLES = Path(__file__).parents[1] / "articles"
ROUNDS = 5


class Document(NamedTuple):
    """A text and the day it was published."""

    text: str
    published: date


class Speed(NamedTuple):
    """What a tool did in the best of its rounds."""

    name: str
    found: int
    seconds: float


def main() -> None:
    """Measure and print."""
    documents = read(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
    size = sum(len(document.text.encode()) for document in documents)
    print(f"{len(documents)} articles, {size / 1000:.0f} kB, one core, best of the rounds, each article by itself")
    for speed in (
        measure("timeline.temporal", documents, lambda one: len(tag(one.text, one.published)), ROUNDS),
        measure("dateparser", documents, with_dateparser, 1),
    ):
        rate = size / 1000 / speed.seconds
        print(f"{speed.name:20} {rate:10.0f} kB/s {speed.seconds:10.3f} s {speed.found:6} expressions")


def read(folder: Path) -> list[Document]:
    """Read the articles of a folder."""
    documents = [
        Document(path.read_text(encoding="utf-8"), date.fromisoformat(json.loads(labels.read_text())["published"]))
        for path in sorted(folder.glob("*.txt"))
        if (labels := path.with_suffix(".json")).exists()
    ]
    if not documents:
        raise SystemExit(f"no .txt with a .json beside it in {folder}")
    return documents


def measure(name: str, documents: list[Document], work: Callable[[Document], int], rounds: int) -> Speed:
    """Run `work` over all documents, after a first one that warms caches, and keep the best round."""
    work(documents[0])
    found, best = 0, float("inf")
    for _ in range(rounds):
        started = time.process_time()
        found = sum(work(document) for document in documents)
        best = min(best, time.process_time() - started)
    return Speed(name, found, best)


def with_dateparser(document: Document) -> int:
    """Count what dateparser finds in the text, with its language and reference date given."""
    base = datetime.combine(document.published, datetime.min.time())
    return len(search_dates(document.text, languages=["en"], settings={"RELATIVE_BASE": base}) or [])


if __name__ == "__main__":
    main()
