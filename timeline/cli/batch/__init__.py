"""`timeline batch`: an archive to timelines, whatever dies on the way."""

from timeline.cli.batch.command import batch

__all__ = ["batch"]
