"""Durable jobs: many articles, extracted whatever dies on the way."""

from timeline.jobs.jobs import JobPlan, Jobs
from timeline.jobs.opening import Tools, open_jobs
from timeline.jobs.reading import Address, Fetch
from timeline.jobs.shelf import Kept, Shelf
from timeline.jobs.worker import WorkerOptions

__all__ = ["Address", "Fetch", "JobPlan", "Jobs", "Kept", "Shelf", "Tools", "WorkerOptions", "open_jobs"]
