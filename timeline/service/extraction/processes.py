"""Processes that extract by the rules, beside the one that serves.

An extraction by the rules is work for the processor alone. In a thread of the server it would share a core with all
else that the server does, and nothing could end it; in a process it has a core of its own, and ends when its request
does.
"""

from functools import cache
from signal import SIG_IGN, SIGINT, signal

from anyio import CapacityLimiter, to_process

from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.engines.engine import Engine
from timeline.pipeline import extract_timeline
from timeline.settings import read_settings
from timeline.wiring import EngineName, choose_engine, run


class Processes:
    """At most `count` processes at a time. Each begins when it is first needed, and ends after minutes without work.

    They end with the event loop that asked, also where that dies.
    """

    def __init__(self, count: int) -> None:
        self._limiter = CapacityLimiter(count)

    async def extract(self, article: Article) -> Timeline:
        """Return the timeline of an article by the rules. To cancel this ends the process.

        Raises:
            UnreadableInputError: The article has no text.
            anyio.BrokenWorkerProcess: The process died.
        """
        return await to_process.run_sync(extract_by_rules, article, cancellable=True, limiter=self._limiter)


def extract_by_rules(article: Article) -> Timeline:
    """Return the timeline of an article by the rules: what such a process does."""
    return run(extract_timeline(article, _rules()))


@cache
def _rules() -> Engine:
    signal(SIGINT, SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the server ends these when it is done
    return choose_engine(EngineName.RULES, read_settings())
