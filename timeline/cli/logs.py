"""What the log looks like: lines of text, or of JSON for a collector."""

import json
import logging
import sys
from typing import Literal


def configure_log(form: Literal["text", "json"]) -> None:
    """Send warnings and worse to standard error, in the form that was set."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLine() if form == "json" else logging.Formatter("timeline: %(levelname)s: %(message)s"))
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds odd is told by our own errors
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


class _JsonLine(logging.Formatter):
    """One record, one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON, without anything that an article said."""
        line = {"level": record.levelname.lower(), "logger": record.name, "event": record.getMessage()}
        return json.dumps({"time": self.formatTime(record), **line}, ensure_ascii=False)
