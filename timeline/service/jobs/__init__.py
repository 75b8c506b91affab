"""`/v1/jobs`: many articles at once, extracted when there is time for them."""

from timeline.service.jobs.routes import router

__all__ = ["router"]
