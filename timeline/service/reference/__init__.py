"""The service's documentation as pages: `/docs`, drawn from the OpenAPI document, and a page for each problem."""

from timeline.service.reference.routes import router

__all__ = ["router"]
