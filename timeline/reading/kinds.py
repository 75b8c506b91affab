"""What kind of document a text is."""

import json
import re
from enum import StrEnum

_SUFFIXES = {".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_HTML_START = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}-->)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|a|br|span|article|section|meta|title|ul|li|table|img)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_BEGINNING = 4096
_FEWEST_TAGS = 4


class DocumentKind(StrEnum):
    """What a document is written in."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


def detect_kind(text: str, name: str | None = None) -> DocumentKind:
    """Return the kind that the name's ending says, else the one that the beginning of the text shows."""
    suffix = "." + name.lower().rpartition(".")[2] if name and "." in name else ""
    if suffix in _SUFFIXES:
        return DocumentKind(_SUFFIXES[suffix])
    beginning = text[:_BEGINNING]
    if _HTML_START.match(beginning) or len(_TAG.findall(beginning)) >= _FEWEST_TAGS:
        return DocumentKind.HTML
    return DocumentKind.JSONL if _opens_with_object(text) else DocumentKind.TEXT


def _opens_with_object(text: str) -> bool:
    first = next((line for line in text.split("\n", 100)[:100] if line.strip()), "")
    if not first.lstrip().startswith("{"):
        return False
    try:
        record = json.loads(first)
    except ValueError:
        return False
    return isinstance(record, dict) and not record.keys().isdisjoint({"text", "html"})
