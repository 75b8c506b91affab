"""`POST /v1/extract`: an article to its timeline, at once or as a stream, away from the loop that serves HTTP."""

from timeline.service.extraction.routes import router

__all__ = ["router"]
