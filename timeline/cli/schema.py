"""`timeline schema`: the JSON Schema of what `extract` writes."""

import json

from timeline.cli.console import put
from timeline.render.schema import json_schema


def schema() -> None:
    """Print the JSON Schema (2020-12) of the Timeline JSON."""
    put(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", None)
