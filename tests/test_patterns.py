"""Regular expressions that every supported Python reads alike."""

import re
from pathlib import Path

import timeline

POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11.2 keeps half a repetition ("24," of "24, 2024"); `(?>(?:...)*)` means the same and does not."""
    sources = Path(timeline.__file__).parent.rglob("*.py")
    found = [
        f"{path.name}: {line.strip()}"
        for path in sources
        for line in path.read_text().splitlines()
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
