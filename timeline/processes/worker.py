"""The process that extracts by the rules: `python -m timeline.processes.worker`, begun by the pool.

It reads articles from its standard input, and writes timelines, or the errors they end in, to its standard output. It
ends with the process that began it, which closes the input, or when it was asked for nothing in five minutes.
"""

import asyncio
import os
import select
import sys
from typing import BinaryIO, Final

from timeline.collector import look_less_often
from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.engines.rules.engine import RulesEngine
from timeline.pipeline import extract_timeline
from timeline.processes.frames import framed, read_frame

_IDLE_SECONDS: Final = 300
_READY: Final = "ready"


def main() -> None:
    """Work until nobody asks any more."""
    look_less_often()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library may print is no answer
    try:
        _serve(sys.stdin.buffer, answers)
    except (EOFError, BrokenPipeError):
        return


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    engine = RulesEngine()
    _tell(answers, _READY)
    while select.select([requests], [], [], _IDLE_SECONDS)[0]:
        _tell(answers, _outcome(read_frame(requests), engine))


def _outcome(article: Article, engine: RulesEngine) -> Timeline | Exception:
    try:
        return asyncio.run(extract_timeline(article, engine))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is for whoever asked
        return error


def _tell(answers: BinaryIO, answer: object) -> None:
    answers.write(framed(answer))
    answers.flush()


if __name__ == "__main__":
    main()
