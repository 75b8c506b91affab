"""A worker in a process of its own: `python -m tests.jobs.worker_process DATABASE_URL`."""

import sys
import threading
from datetime import UTC, datetime

from timeline.jobs import Pace, Tools, WorkerOptions, open_jobs
from timeline.settings import read_settings
from timeline.store import open_store
from timeline.wiring import choose_engine

PATIENCE = 2.0


def main(url: str) -> None:
    """Work until the process is killed."""
    settings = read_settings()
    tools = Tools(
        open_engine=lambda name, model: choose_engine(name, settings.with_model(model)),
        now=lambda: datetime.now(UTC),  # noqa: TID251 - a shell of the tests
    )
    store = open_store(url)
    jobs = open_jobs(store, tools, WorkerOptions(Pace(settings.concurrency), patience=PATIENCE))
    jobs.start()
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1])
