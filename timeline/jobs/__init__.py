"""Durable jobs: many articles, extracted whatever dies on the way."""

from timeline.jobs.extraction import Watch
from timeline.jobs.jobs import JobPlan, Jobs
from timeline.jobs.opening import Tools, open_jobs
from timeline.jobs.pace import Pace
from timeline.jobs.reading import Address, PageFetcher
from timeline.jobs.shelf import Kept, Shelf
from timeline.jobs.worker import WorkerOptions

__all__ = [
    "Address",
    "JobPlan",
    "Jobs",
    "Kept",
    "Pace",
    "PageFetcher",
    "Shelf",
    "Tools",
    "Watch",
    "WorkerOptions",
    "open_jobs",
]
