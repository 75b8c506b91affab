"""Runs are stored, read again, and never scored against other texts."""

import json
from pathlib import Path

import pytest

from evals.errors import NotComparableError, RunError
from evals.gold import Gold
from evals.runs import Run, RunHeader, read_run, score_run, write_run
from tests.evals.sample import denial, meeting, prediction


def _run(gold: Gold) -> Run:
    predicted = prediction(gold, meeting(), denial(), links=(("denies", "p3", "p1"),))
    return Run(header=RunHeader(engine="rules", version="1"), predictions=(predicted,))


def test_a_run_is_read_as_it_was_written(gold: Gold, tmp_path: Path) -> None:
    """Nothing is lost on the way through JSON."""
    write_run(_run(gold), tmp_path / "run")
    assert read_run(tmp_path / "run") == _run(gold)


def test_other_scorers_can_read_the_files(gold: Gold, tmp_path: Path) -> None:
    """Every article has a file of plain JSON, named like it."""
    write_run(_run(gold), tmp_path)
    plain = json.loads((tmp_path / "tarn.json").read_text())
    assert plain["events"][0]["when"] == "2021-04-09"
    assert plain["relations"] == [{"kind": "denies", "from": "p3", "to": "p1"}]


def test_a_run_replaces_an_earlier_one(gold: Gold, tmp_path: Path) -> None:
    """No article of the earlier run stays behind."""
    write_run(_run(gold), tmp_path)
    (tmp_path / "old.json").write_text("{}")
    write_run(_run(gold), tmp_path)
    assert not (tmp_path / "old.json").exists()


def test_files_that_are_no_run_are_not_deleted(gold: Gold, tmp_path: Path) -> None:
    """A wrong folder costs nobody their files."""
    (tmp_path / "mine.json").write_text("{}")
    with pytest.raises(RunError, match=r"no run\.json"):
        write_run(_run(gold), tmp_path)
    assert (tmp_path / "mine.json").exists()


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    """The message says what is missing."""
    with pytest.raises(RunError, match="no run in this folder"):
        read_run(tmp_path)


def test_a_broken_file_is_told(gold: Gold, tmp_path: Path) -> None:
    """A file that is no prediction is not an empty one."""
    write_run(_run(gold), tmp_path)
    (tmp_path / "tarn.json").write_text('{"events": []}')
    with pytest.raises(RunError, match="broken"):
        read_run(tmp_path)


def test_a_run_of_another_text_is_not_scored(gold: Gold) -> None:
    """Spans of one text say nothing about another."""
    run = _run(gold)
    other = run.model_copy(update={"predictions": (run.predictions[0].model_copy(update={"text": "sha256:0"}),)})
    with pytest.raises(NotComparableError, match="another text of 'tarn'"):
        score_run(other, [gold])


@pytest.mark.parametrize("missing", [True, False], ids=["an article missing", "an article too many"])
def test_a_run_of_other_articles_is_not_scored(gold: Gold, *, missing: bool) -> None:
    """Every labelled article is scored, and no other."""
    run = _run(gold)
    corpus = [gold, gold.model_copy(update={"name": "kell"})] if missing else []
    with pytest.raises(NotComparableError, match="kell" if missing else "tarn"):
        score_run(run, corpus)
