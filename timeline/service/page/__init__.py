"""The web page: paste or drop articles, watch their events arrive, look at timelines, and search what is stored."""

from timeline.service.page.routes import router

__all__ = ["router"]
