"""A model that has read the three example articles, and can be held back between its replies."""

import json
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from tests.llm.provider import Behaviour, says

EXAMPLES = {
    name: (Path(__file__).parents[2] / "examples" / f"{name}.txt").read_text(encoding="utf-8")
    for name in ("meeting", "court", "flood")
}

_COVERAGE = "The article was read before."
_PATIENCE = 20.0


def _item(number: int, evidence: list[JsonValue], trigger: str, kind: str, **more: JsonValue) -> dict[str, JsonValue]:
    plain: dict[str, JsonValue] = {"st": "occurred", "when": None, "who": [], "at": None, "src": [], "rel": []}
    return {**plain, "id": number, "ev": evidence, "trig": trigger, "type": kind, **more}


def _does(name: str, role: str = "actor") -> JsonValue:
    return {"n": name, "r": role}


SOLBERG, WRONA, LINES = "Ingrid Solberg", "Tomasz Wrona", "Halvard Lines"
TO_ALLEGED: JsonValue = [{"k": "alleges", "to": 4}]
TO_ACCUSATION: JsonValue = [{"k": "denies", "to": 3}]
BOTH: JsonValue = [_does(SOLBERG, "participant"), _does(WRONA, "participant")]
BLAME: JsonValue = [_does("Poland"), _does(LINES, "target")]
HOST: JsonValue = [_does(WRONA), _does(SOLBERG, "target")]
DENIAL = "Halvard Lines denies the allegation"
DRAG = "Halvard Lines drags an anchor across the pipeline"

MEETING = (
    _item(1, [4, 1], "met", "meeting", when="t1", who=BOTH, at="Gdansk", title="Solberg meets Wrona"),
    _item(2, [5], "damaged", "accident", when="t2", title="Gas pipeline is damaged"),
    _item(3, [12], "accused", "accusation", who=BLAME, rel=TO_ALLEGED, title="Poland accuses Halvard Lines"),
    _item(4, [12], "dragging", "accident", st="alleged", when="t5", who=[_does(LINES)], src=["Poland"], title=DRAG),
    _item(5, [13, 14], "denied", "denial", who=[_does(LINES)], src=["Erik Moe"], rel=TO_ACCUSATION, title=DENIAL),
    _item(6, [15], "investigation", "investigation", when="t7", title="Prosecutors open an investigation"),
    _item(7, [7], "summit", "summit", st="planned", when="t4", who=[_does("Poland")], title="Poland hosts a summit"),
    _item(8, [16], "repairs", "launch", st="planned", when="t8", who=[_does("Divers")], title="Divers begin repairs"),
    _item(9, [8], "invited", "invitation", who=HOST, title="Wrona invites Solberg"),
    _item(10, [18], "vanished", "policy", title="Oslo votes"),
)
"""The last one points at a word that is not there, and will be rejected."""

COURT = (
    _item(1, [12], "arrested", "arrest", when="t6", who=[_does("Claire Fontaine", "target")], title="Police arrest"),
    _item(2, [14], "opened", "trial", when="t8", title="The trial opens"),
    _item(3, [16], "publish", "publication", st="planned", when="t10", title="Bank publishes its results"),
)
FLOOD = (
    _item(1, [4], "flood", "disaster", when="t1", title="Flood hits the Alder valley"),
    _item(2, [9], "visited", "visit", when="t7", who=[_does("Anna Leitner")], title="Leitner visits Sankt Veit"),
)
_READ = {"Gdansk": MEETING, "Banque du Rhône": COURT, "Alder": FLOOD}


class Reader:
    """Answers what it is asked about the examples. While it is held, it does not answer a second question."""

    def __init__(self) -> None:
        self._may_go_on = threading.Event()
        self._may_go_on.set()

    def hold(self) -> None:
        """Answer the first question about an article, and keep the next one waiting."""
        self._may_go_on.clear()

    def go_on(self) -> None:
        """Answer what was kept waiting."""
        self._may_go_on.set()

    def __call__(self, body: dict[str, Any]) -> Behaviour:
        """Answer one request."""
        asked = "\n".join(message["content"] for message in body["messages"])
        if _COVERAGE in asked:
            return self._answer_later
        about = asked.rpartition("Published ")[2]
        items = next((items for word, items in _READ.items() if word in about), ())
        return says(json.dumps({"events": items}))

    def _answer_later(self, handler: BaseHTTPRequestHandler) -> None:
        self._may_go_on.wait(_PATIENCE)
        says(json.dumps({"events": []}))(handler)
