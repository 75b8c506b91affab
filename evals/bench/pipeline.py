"""Articles a second through the rules engine on one core, and where the time goes.

Run by `make bench` as `python -m evals.bench.pipeline [FILE]`. The bound beside it is the same article read and
split into words, which any extraction has to do at least.
"""

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from timeline.assembly import assemble
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft
from timeline.engines.rules.engine import RulesEngine
from timeline.reading.annotation import annotate
from timeline.reading.documents import read_document
from timeline.text.words import words

EXAMPLE = Path(__file__).parents[2] / "examples" / "meeting.txt"
SECONDS = 3.0


class Speed(NamedTuple):
    """How often something ran in a second, at the median of its runs."""

    name: str
    per_second: float


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    data = path.read_bytes()
    article = read_document(data)
    annotated = annotate(article)
    engine = RulesEngine()
    loop = asyncio.new_event_loop()  # one for all runs: `asyncio.run` puts what each returns into words as it ends

    def drafted(text: AnnotatedArticle) -> Draft:
        return loop.run_until_complete(engine.draft(text))

    def whole() -> None:
        text = annotate(read_document(data))
        assemble(text, drafted(text))

    draft = drafted(annotated)

    print(f"{path.name}: {len(data)} bytes, {len(draft.events)} drafts, one core, median of {SECONDS:.0f} s each")
    for speed in (
        measure("read, tag, draft, prove", whole),
        measure("  read", lambda: read_document(data)),
        measure("  number and tag", lambda: annotate(article)),
        measure("  draft", lambda: drafted(annotated)),
        measure("  prove and assemble", lambda: assemble(annotated, draft)),
        measure("bound: split into words", lambda: words(article.text)),
    ):
        print(f"{speed.name:28} {speed.per_second:10.1f} articles/s {1000 / speed.per_second:10.2f} ms")
    loop.close()


def measure(name: str, work: Callable[[], object]) -> Speed:
    """Run `work` again and again for some seconds, after a first run that warms caches."""
    work()
    taken = []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return Speed(name, 1 / sorted(taken)[len(taken) // 2])


if __name__ == "__main__":
    main()
