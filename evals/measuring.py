"""Running and scoring systems, and which of them can be replayed from recordings."""

import asyncio
from collections.abc import Container, Sequence
from pathlib import Path
from typing import NamedTuple

from evals.assessment import Assessment, assess
from evals.engines import SystemName, make_system
from evals.errors import StaleError
from evals.gold import Gold
from evals.progress import progress_bar
from evals.replies import has_recordings
from evals.running import run_system
from timeline.llm.recordings import RecordingMode


class Measuring(NamedTuple):
    """How a system is run. `model` is the model to ask, None for the one that is configured."""

    recordings: Path
    mode: RecordingMode = RecordingMode.REPLAY
    model: str | None = None
    at_once: int = 8


class Measured(NamedTuple):
    """Scored systems, and what to say about those that were left out."""

    assessments: list[Assessment]
    notes: list[str]


def measure(name: SystemName, corpus: Sequence[Gold], how: Measuring) -> Assessment:
    """Run a system over the articles and score it.

    Raises:
        StaleError: Recordings are missing or stale.
    """
    system = make_system(name, mode=how.mode, model=how.model, recordings=how.recordings)
    with progress_bar(name, len(corpus)) as tick:
        run = asyncio.run(run_system(system, corpus, at_once=how.at_once, tick=tick))
    return assess(run, corpus)


def measure_what_is_recorded(
    names: Sequence[SystemName], corpus: Sequence[Gold], recordings: Path, *, needed: Container[str] = ()
) -> Measured:
    """Replay systems; one that was never recorded is left out with a note, unless it is needed.

    Raises:
        StaleError: Recordings are stale, or a needed system was never recorded.
    """
    assessments, notes = [], []
    for name in names:
        if name is SystemName.RULES or has_recordings(recordings / name):
            assessments.append(measure(name, corpus, Measuring(recordings)))
        elif name in needed:
            raise StaleError(f"{name}: has floors and no recordings; make them with `run --engine {name} --record`")
        else:
            notes.append(f"{name}: left out, there are no recordings of it")
    return Measured(assessments, notes)
