"""Items and replies as a model writes them."""

import json
from collections.abc import Mapping

from pydantic import JsonValue

MET: Mapping[str, JsonValue] = {
    "id": 1,
    "ev": [2, 1],
    "trig": "met",
    "type": "meeting",
    "st": "occurred",
    "when": "t1",
    "who": [{"n": "Ada Brandt", "r": "participant"}, {"n": "Ivo Castell", "r": "participant"}],
    "at": "Port Amsel",
    "src": [],
    "rel": [],
    "title": "Brandt meets Castell in Port Amsel",
}


def item(**changes: JsonValue) -> dict[str, JsonValue]:
    """Return the item of the meeting, changed."""
    return {**MET, **changes}


def reply(*items: JsonValue) -> str:
    """Return the text of a reply with these items."""
    return json.dumps({"events": list(items)})
