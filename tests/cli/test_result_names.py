"""Names of results: readable, usable on any file system, and no two alike."""

import os
from pathlib import PurePath

import pytest

from timeline.cli.batch.names import result_name

_LONG = "x" * 241


def _of(name: bytes | str) -> str:
    return result_name(PurePath(os.fsdecode(name)))


@pytest.mark.parametrize("name", ["a.txt", "deep/a.html", "Zürich ~ 2024.txt", "x" * 240, "é" * 120])
def test_a_usable_name_stays(name: str) -> None:
    """Results are found by the names of their articles."""
    assert _of(name) == name


@pytest.mark.parametrize("name", [b"\xff.txt", _LONG, "é" * 121, b"deep\xe9/a.txt"])
def test_any_other_name_becomes_text_of_a_usual_length(name: bytes | str) -> None:
    """The same one each time."""
    made = _of(name)
    assert made == _of(name)
    assert max(len(part.encode()) for part in made.split("/")) <= 240


def test_no_two_names_become_one() -> None:
    """Not even that of a file which is called as another one's result is."""
    names: list[bytes | str] = [
        b"\xff",
        b"\xfe",
        "\ufffd",
        _LONG,
        f"{_LONG}y",
        _of(_LONG),
        _of(b"\xff"),
        _of(_of(_LONG)),
    ]
    assert len({_of(name) for name in names}) == len(names)
