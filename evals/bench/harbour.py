"""An invented article of 4.8 kB, and the reply of a model that finds twelve events in it."""

from datetime import date
from pathlib import Path

from timeline.domain.article import Article

REPLY = Path(__file__).with_name("harbour.json")
EVENTS = 12

_TEXT = Path(__file__).with_name("harbour.txt").read_text(encoding="utf-8")
_PUBLISHED = date(2031, 8, 8)


def edition(number: int) -> Article:
    """Return the article as one of many: no two editions have the same text, so that none is found in a cache."""
    text = f"{_TEXT}\nThis is edition {number} of the paper, printed in Halden.\n"
    return Article(text=text, published=_PUBLISHED, title="Strait to reopen", source="Halden Post")
