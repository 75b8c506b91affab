"""What docs/operation.md says of the service is so."""

import re
from pathlib import Path

from timeline.service.metrics import Metrics

TEXT = (Path(__file__).parents[2] / "docs" / "operation.md").read_text()


def test_every_metric_is_told() -> None:
    """And none that does not exist."""
    told = set(re.findall(r"^\| `(timeline_\w+)` \|", TEXT, re.MULTILINE))
    metrics = Metrics()
    metrics.watch_queue(lambda: {"queued": 1})
    described = set(re.findall(r"^# TYPE (timeline_\w+)", metrics.exposition().decode(), re.MULTILINE))
    assert described == told
