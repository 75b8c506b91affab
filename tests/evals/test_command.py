"""The command from the outside: what it prints, and with which code it ends."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from evals.__main__ import main
from evals.engines import llm_system
from evals.gold import load_corpus
from evals.replies import Replies
from evals.running import run_system
from evals.scores.metrics import METRICS
from tests.evals.conftest import FolderWith
from tests.evals.sample import labels
from timeline.llm.recordings import RecordingMode
from timeline.llm.scripted import ScriptedModel

ROOT = Path(__file__).resolve().parents[2]


class Ended(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Evals = Callable[..., Ended]


@pytest.fixture
def evals(capsys: pytest.CaptureFixture[str]) -> Evals:
    """Run the command in this process."""

    def run(*arguments: object) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, *capsys.readouterr())

    return run


def test_the_module_is_a_command() -> None:
    """`python -m evals` lists what can be done."""
    command = [sys.executable, "-m", "evals", "--help"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    assert all(name in found.stdout for name in ("run", "compare", "report", "gate", "agree", "timex", "timelines"))


def test_run_stores_and_scores(evals: Evals, folder_with: FolderWith, tmp_path: Path) -> None:
    """A stored run can be scored again, and compared with itself."""
    articles = folder_with()
    ran = evals("run", "--engine", "rules", "--articles", articles, "--out", tmp_path / "run")
    assert ran.returncode == 0, ran.stderr
    assert "event F1" in ran.stdout
    scored = evals("score", tmp_path / "run", "--articles", articles)
    assert scored.stdout == ran.stdout
    compared = evals("compare", tmp_path / "run", tmp_path / "run", "--articles", articles)
    assert compared.returncode == 0, compared.stderr
    assert "same" in compared.stdout


def test_scores_for_other_programs(evals: Evals, folder_with: FolderWith) -> None:
    """Every score stands in the JSON with its interval."""
    found = json.loads(evals("run", "--json", "--articles", folder_with()).stdout)
    assert found["engine"] == "rules"
    assert set(found["scores"]) == set(METRICS)
    low, high = found["scores"]["event_f1"]["interval"]
    assert low <= found["scores"]["event_f1"]["value"] <= high
    assert found["counts"]["true_positives"] + found["counts"]["misses"] == 4


def test_report_writes_both_forms(evals: Evals, folder_with: FolderWith, tmp_path: Path) -> None:
    """Markdown on stdout and in a file, the page beside it; what was left out is told on stderr."""
    found = evals("report", "--articles", folder_with(), "--recordings", tmp_path / "none", "--out", tmp_path / "out")
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "out" / "report.md").read_text() == found.stdout.removesuffix("\n")
    assert (tmp_path / "out" / "report.html").read_text().startswith("<!doctype html>")
    assert "llm: left out, there are no recordings of it" in found.stderr


def test_gate_passes_regresses_and_cannot_compare(evals: Evals, folder_with: FolderWith, tmp_path: Path) -> None:
    """0 with its own floors, 1 below a raised one, 3 when the labels changed or there are no floors."""
    articles, floors = folder_with(), tmp_path / "baseline.json"
    common = ("--articles", articles, "--recordings", tmp_path / "none", "--baseline", floors)
    assert evals("gate", *common).returncode == 3
    assert evals("gate", "--update", *common).returncode == 0
    passed = evals("gate", *common)
    assert passed.returncode == 0, passed.stderr
    assert "scores of rules hold" in passed.stdout
    raised = json.loads(floors.read_text())
    raised["floors"]["rules"]["event_f1"] = 1.5
    floors.write_text(json.dumps(raised))
    regressed = evals("gate", *common)
    assert regressed.returncode == 1
    assert "event_f1" in regressed.stdout
    assert evals("gate", "--update", *common).returncode == 1
    assert evals("gate", "--update", "--allow-regression", "a try", *common).returncode == 0
    changed = labels()
    changed["events"][0]["status"] = ["planned"]
    folder_with(changed)
    assert evals("gate", *common).returncode == 3


def test_gate_says_what_it_did_not_compare(evals: Evals, folder_with: FolderWith, tmp_path: Path) -> None:
    """A recorded engine without floors is told, gets them by an update, and is missed when its recordings are."""
    articles, recordings = folder_with(), tmp_path / "recordings"
    common = ("--articles", articles, "--baseline", tmp_path / "baseline.json")
    evals("gate", "--update", *common, "--recordings", tmp_path / "none")
    _record(articles, recordings)
    found = evals("gate", *common, "--recordings", recordings)
    assert found.returncode == 0, found.stderr
    assert "llm: has no floors yet" in found.stderr
    assert found.stdout.endswith("scores of rules hold\n")
    assert evals("gate", "--update", *common, "--recordings", recordings).returncode == 0
    assert evals("gate", *common, "--recordings", recordings).stdout.endswith("scores of llm, rules hold\n")
    missing = evals("gate", *common, "--recordings", tmp_path / "none")
    assert missing.returncode == 3
    assert "llm: has floors and no recordings" in missing.stderr


def _record(articles: Path, recordings: Path) -> None:
    corpus = load_corpus(articles)
    model = ScriptedModel(lambda _: '{"events": []}', name="desk")
    replies = Replies(recordings / "llm", mode=RecordingMode.RECORD, name="desk", model=model)
    asyncio.run(run_system(llm_system(replies), corpus, at_once=1, tick=lambda: None))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(("run", "--engine", "magic"), 2, "magic", id="unknown engine"),
        pytest.param(("run", "--replay", "--live"), 2, "give one of --replay, --record and --live", id="two modes"),
        pytest.param(("run", "--engine", "naive", "--recordings", "nowhere"), 3, "no recordings", id="never recorded"),
        pytest.param(("run", "--engine", "llm", "--live"), 2, "no model is configured", id="no model"),
        pytest.param(("run", "--articles", "nowhere"), 2, "no labelled article", id="no articles"),
        pytest.param(("score", "nowhere"), 2, "no run in this folder", id="no run"),
        pytest.param(("timex", "nowhere"), 2, "no TimeML documents", id="no documents"),
        pytest.param(("timelines", "nowhere"), 2, "no timeline", id="no timelines"),
        pytest.param(("agree", "--scorer", "nowhere.py"), 2, "no Python file", id="no scorer"),
    ],
)
def test_what_cannot_be_done_is_told(evals: Evals, arguments: tuple[str, ...], code: int, message: str) -> None:
    """A line on stderr and a code of its own, never a traceback."""
    found = evals(*arguments)
    assert found.returncode == code, found.stderr
    assert message in found.stderr
    assert "Traceback" not in found.stderr


def test_refused_labels_end_the_run(evals: Evals, folder_with: FolderWith) -> None:
    """File and reason are told, with the code for usage."""
    file = labels()
    file["relations"][0]["to"] = "e9"
    found = evals("run", "--articles", folder_with(file))
    assert found.returncode == 2
    assert "tarn.json: relation denies e4 e9: there is no event 'e9'" in found.stderr
