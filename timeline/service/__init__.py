"""The HTTP service: the pipeline behind an API."""

from timeline.service.app import application, create_app

__all__ = ["application", "create_app"]
