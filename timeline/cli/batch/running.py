"""A batch from its articles to its summary."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import JsonValue

from timeline.cli.batch.folder import OutputFolder
from timeline.cli.batch.intake import Archive
from timeline.cli.batch.progress import BatchProgress, cost_in_words
from timeline.cli.batch.stopping import Stop
from timeline.cli.clock import now
from timeline.cli.console import escaped, say
from timeline.errors import InputError, StoreError
from timeline.jobs import JobPlan, Jobs
from timeline.jobs.extraction import INPUT, MODEL
from timeline.render import Format
from timeline.settings import Settings
from timeline.store import open_store
from timeline.store.job_values import ItemState, StoredItem, StoredJob
from timeline.wiring import EngineName, open_jobs, prompt_identities, resolve_engine_name

_DONE, _DONE_IN_PART, _NOTHING_READ, _NO_MODEL_OR_STORE = 0, 1, 2, 3
_LOOK_EVERY = 0.25
_LONGEST_TROUBLE = 20.0
_GRACE = 24 * 3600.0
"""Seconds for the articles under way, once an end was asked for: whoever has no time for them asks again."""
_SHOWN_FAILURES = 10
_PAGE = 1000


class Request(NamedTuple):
    """What the command was asked for."""

    source: Path
    out: Path
    published: date | None
    engine: EngineName
    format: Format
    is_retrying: bool


def run_batch(request: Request, settings: Settings) -> int:
    """Begin a batch or go on with it, until it is done or stopped; return the exit code.

    Raises:
        InputError: The input cannot be read, or is not that with which the batch began.
        StoreError: The output folder cannot be written.
    """
    folder = OutputFolder(request.out, request.format)
    archive = Archive(request.source, request.out, ending=folder.ending)
    with ExitStack() as stack:
        stack.enter_context(folder.held())
        store = open_store(folder.database_url)
        stack.callback(store.close)
        store.migrate()
        jobs = open_jobs(settings, store, now=now, shelf=folder)
        job = _begun(jobs, archive, folder, request, settings)
        stop = stack.enter_context(Stop(_DONE_IN_PART).listening())
        trouble = _work(jobs, job, stop)
        return _summary(jobs, job.id, folder, trouble)


def _begun(jobs: Jobs, archive: Archive, folder: OutputFolder, request: Request, settings: Settings) -> StoredJob:
    engine = resolve_engine_name(request.engine, settings)
    model = settings.model if engine is EngineName.LLM else None
    note = _note(archive, request, model=model, prompts=prompt_identities(settings) if model else {})
    known = jobs.latest()
    if not known:
        plan = JobPlan(engine, model, request.published, json.dumps(note))
        return jobs.submit(archive.articles(), plan)
    _check_same(json.loads(known[0].note), note, request.out)
    return _resumed(jobs, known[0], folder, is_retrying=request.is_retrying)


def _note(archive: Archive, request: Request, *, model: str | None, prompts: dict[str, str]) -> dict[str, JsonValue]:
    """Return what must not change between the runs of a batch."""
    return {
        "articles": archive.fingerprint(),
        "--engine": "llm" if model else "rules",
        "--model": model,
        "--published": request.published.isoformat() if request.published else None,
        "--format": str(request.format),
        "prompts": {**prompts},
    }


def _check_same(before: dict[str, JsonValue], asked: dict[str, JsonValue], out: Path) -> None:
    changed = [
        f"{name} changed" if name in ("articles", "prompts") else f"{name} was {before.get(name)!r} and is {value!r}"
        for name, value in asked.items()
        if before.get(name) != value
    ]
    if changed:
        raise InputError(
            f"{str(out)!r} holds a batch that began otherwise: {'; '.join(changed)}. Name another --out, "
            f"or remove {str(out / '.batch')!r} to begin anew"
        )


def _resumed(jobs: Jobs, job: StoredJob, folder: OutputFolder, *, is_retrying: bool) -> StoredJob:
    done = _all(jobs, job.id, ItemState.DONE)
    missing = jobs.redo(job.id, [one.number for one in done if not folder.has(one.name or str(one.number))])
    retried = jobs.retry(job.id) if is_retrying else jobs.retry(job.id, error_kinds=(MODEL,))
    parts = [f"{job.counts.done - missing} of {job.counts.total} are done"]
    parts += [f"{missing} results are missing and made again"] if missing else []
    parts += [f"{retried} that failed are tried again"] if retried else []
    say("going on: " + ", ".join(parts))
    return jobs.find(job.id) or job


def _work(jobs: Jobs, job: StoredJob, stop: Stop) -> str | None:
    """Work until everything has ended, an end is asked for, or it makes no sense to go on; return why not."""
    jobs.start()
    try:
        with BatchProgress(job.counts.total) as progress:
            return _watch(jobs, job, stop, progress)
    finally:
        jobs.stop(grace=_GRACE if stop.is_asked_for else 1.0)


def _watch(jobs: Jobs, job: StoredJob, stop: Stop, progress: BatchProgress) -> str | None:
    worked = time.monotonic()
    while not stop.is_asked_for:
        if jobs.trouble is None:
            worked = time.monotonic()
        elif time.monotonic() - worked > _LONGEST_TROUBLE:
            return jobs.trouble
        if jobs.outage.is_total:
            return jobs.outage.reason
        job = jobs.find(job.id) or job
        progress.show(job)
        if not job.counts.open:
            return None
        time.sleep(_LOOK_EVERY)
    return None


def _summary(jobs: Jobs, job_id: str, folder: OutputFolder, trouble: str | None) -> int:
    job = jobs.find(job_id)
    if job is None:
        raise StoreError(f"the batch is gone from {str(folder.path)!r}; run the command again")
    failed = list(_all(jobs, job.id, ItemState.FAILED))
    folder.list_failures(failed)
    for one in failed[:_SHOWN_FAILURES]:
        say(f"timeline: {escaped(one.name or str(one.number))}: {one.error}")
    if len(failed) > _SHOWN_FAILURES:
        say(f"timeline: and {len(failed) - _SHOWN_FAILURES} more")
    say(_in_words(job, folder))
    if trouble:
        say(f"timeline: stopped: {trouble}; the same command goes on")
        return _NO_MODEL_OR_STORE
    return _code_of(job, failed)


def _in_words(job: StoredJob, folder: OutputFolder) -> str:
    counts, totals = job.counts, job.totals
    parts = [f"{counts.done} of {counts.total} articles done, {totals.events} events"]
    parts += [f"{totals.in_part} done in part"] if totals.in_part else []
    parts += [f"{counts.failed} failed, listed in {folder.failures}"] if counts.failed else []
    parts += [f"{totals.requests} requests, {cost_in_words(job)}"] if totals.requests else []
    parts += [f"{counts.open} to do: the same command goes on"] if counts.open else []
    return "; ".join(parts)


def _code_of(job: StoredJob, failed: list[StoredItem]) -> int:
    if not job.counts.open and not job.counts.done:
        return _NOTHING_READ if all(one.error_kind == INPUT for one in failed) else _NO_MODEL_OR_STORE
    return _DONE_IN_PART if job.counts.open or failed or job.totals.in_part else _DONE


def _all(jobs: Jobs, job: str, state: ItemState) -> Iterator[StoredItem]:
    """Yield the articles in a state, page by page."""
    last = 0
    while page := jobs.articles(job, after=last, limit=_PAGE, states=(state,)):
        yield from page
        last = page[-1].number
