"""What kind of document a text is."""

import pytest

from timeline.reading.kinds import DocumentKind, detect_kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The talks ended.", None, DocumentKind.TEXT),
        ("The talks ended.", "a.txt", DocumentKind.TEXT),
        ("<!DOCTYPE html><p>x", None, DocumentKind.HTML),
        ("\n<?xml version='1.0'?><!-- saved --><html>", "a.txt", DocumentKind.HTML),
        ("<div><p>a</p><p>b</p></div>", None, DocumentKind.HTML),
        ("The talks ended.", "page.HTM", DocumentKind.HTML),
        ("He wrote <p> once.", None, DocumentKind.TEXT),
        ('{"text": "x"}\n{"text": "y"}', None, DocumentKind.JSONL),
        ('\n{"html": "<p>x"}', "a.txt", DocumentKind.JSONL),
        ("not json", "a.jsonl", DocumentKind.JSONL),
        ('{"schema": "timeline/1"}', None, DocumentKind.TEXT),
        ("{broken", None, DocumentKind.TEXT),
        ("", None, DocumentKind.TEXT),
    ],
)
def test_the_kind_is_told_by_name_and_content(text: str, name: str | None, kind: DocumentKind) -> None:
    """An ending that says it decides; else tags or JSON at the beginning do."""
    assert detect_kind(text, name) is kind
