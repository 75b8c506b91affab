"""An invented article of 5 kB, and the reply of a model that finds twelve events in it."""

import re
from datetime import date
from pathlib import Path

from timeline.domain.article import Article

REPLY = Path(__file__).with_name("harbour.json")
EVENTS = 12

_TEXT = Path(__file__).with_name("harbour.txt").read_text(encoding="utf-8")
_PUBLISHED = date(2031, 8, 8)
_END = re.compile(r"(?<=[a-z])\.(?=\s)")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")


def edition(number: int) -> Article:
    """Return the article as one of many: each sentence names a village of its own, so that no cache knows it."""
    village = "".join(_SYLLABLES[int(digit)] for digit in str(number)).capitalize()
    text = _END.sub(f" near {village}.", _TEXT)
    return Article(text=text, published=_PUBLISHED, title="Strait to reopen", source="Halden Post")
