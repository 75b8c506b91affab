"""Who published an article."""

import pytest

from timeline.reading.source import find_source
from timeline.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Talks end\n\nBy Reuters\n\nThe talks ended.", "Reuters"),
        ("Talks end\n\nBy Jane Doe, Associated Press\n\nThe talks ended.", "Associated Press"),
        ("Talks end\n\nPORT ANA, March 3 (Reuters) - The talks ended.", "Reuters"),
        ("PORT ANA (AP) — The talks ended.", "AP"),
        ("Talks end\n\nBy Jane Doe\n\nThe talks ended, Reuters reported.", None),
        ("The talks ended (Reuters reported).", None),
        ("", None),
    ],
    ids=["byline", "byline of a person", "dateline", "dateline alone", "quoted in the text", "in brackets", "empty"],
)
def test_the_agency_of_byline_or_dateline_is_the_source(text: str, source: str | None) -> None:
    """An agency that the text quotes did not publish it."""
    assert find_source(text, split_sentences(text)) == source
