"""Names of papers."""

import pytest

from timeline.text.mastheads import is_masthead


@pytest.mark.parametrize(
    "line", ["THE PORT ANA COURIER", "The Northern Ledger", "Harbour News", "The Ana Chronicle LIVE"]
)
def test_names_of_papers_could_be_mastheads(line: str) -> None:
    """They end in a word that papers are called by."""
    assert is_masthead(line)


@pytest.mark.parametrize(
    "line", ["Talks end in Port Ana", "the morning news", "News of the fire spreads", "Courier dies"]
)
def test_other_lines_could_not(line: str) -> None:
    """Such a word inside a line makes no name."""
    assert not is_masthead(line)
