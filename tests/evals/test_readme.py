"""The evals' README names everything that can be run and everything that is scored."""

from pathlib import Path

import pytest

from evals.__main__ import app
from evals.scores.metrics import METRICS

README = (Path(__file__).resolve().parents[2] / "evals" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("label", [metric.label for metric in METRICS.values()])
def test_every_score_is_explained(label: str) -> None:
    """The table of scores names it, in full or by its first word."""
    table = README.partition("| score | what it is |")[2].partition("\n\n")[0]
    named = {name.strip() for line in table.splitlines() if "|" in line for name in line.split("|")[1].split(",")}
    assert label in named


@pytest.mark.parametrize("command", [command.callback for command in app.registered_commands])
def test_every_command_is_shown(command: object) -> None:
    """There is an example of each."""
    assert f"python -m evals {getattr(command, '__name__', '?')}" in README
