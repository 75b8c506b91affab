"""The command line: results on standard output, everything else on standard error."""

from timeline.cli.app import main

__all__ = ["main"]
