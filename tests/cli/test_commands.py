"""The other commands, from the outside."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Provider, Timeline


def test_dates_lists_what_the_tagger_finds(timeline: Timeline) -> None:
    """As json: offsets, TIMEX3 value and EDTF."""
    run = timeline("dates", "-", "--published", "2024-10-12", "--format", "json", stdin=b"They meet on Oct 22-24.")
    assert [one["edtf"] for one in run.json] == ["2024-10-22/2024-10-24"]


@pytest.mark.parametrize(("format_", "expected"), [("table", "2024-10-11"), ("timex3", 'value="2024-10-11"')])
def test_dates_has_other_formats(timeline: Timeline, format_: str, expected: str) -> None:
    """A table for people, TimeML for tools."""
    run = timeline("dates", "-", "--published", "2024-10-12", "--format", format_, stdin=b"They met on Friday & left.")
    assert expected in run.out


def test_dates_explains_itself(timeline: Timeline) -> None:
    """Each value comes with the reasons for it."""
    run = timeline("dates", "-", "--published", "2024-10-12", "--explain", stdin=b"They met on Friday.")
    assert "Friday: 2024-10-11" in run.out
    assert len(run.out.splitlines()) > 1


def test_the_reasons_are_part_of_the_json(timeline: Timeline) -> None:
    """A program gets the reasons beside each value; TimeML has no place for them, and that is told."""
    given = ["dates", "-", "--published", "2024-10-12", "--explain", "--format"]
    [expression] = timeline(*given, "json", stdin=b"They met on Friday.").json
    assert expression["edtf"] == "2024-10-11"
    assert expression["reasons"]
    refused = timeline(*given, "timex3", stdin=b"They met on Friday.")
    assert (refused.code, refused.out) == (2, "")
    assert "--explain" in refused.err


def test_a_line_without_an_article_costs_no_other_its_dates(timeline: Timeline, tmp_path: Path) -> None:
    """The dates of the other lines are listed, the bad line is named, and the exit code says that it is not all."""
    good = '{"text": "They met on Friday.", "published": "2024-10-12"}\n'
    (tmp_path / "in.jsonl").write_text(good + "{broken\n" + good)
    run = timeline("dates", "in.jsonl")
    assert run.code == 1
    assert run.out.count("Friday") == 2
    assert "in.jsonl: line 2" in run.err


def test_verify_names_what_fails(timeline: Timeline, examples: Path, tmp_path: Path) -> None:
    """A record that was tampered with is named on standard output, and the exit code is 1."""
    timeline("extract", examples / "court.txt", "-o", "t.json")
    document = json.loads((tmp_path / "t.json").read_text())
    document["events"][0]["title"] = "Aliens land in Lyon"
    (tmp_path / "t.json").write_text(json.dumps(document))
    run = timeline("verify", "t.json", examples / "court.txt")
    assert run.code == 1
    assert document["events"][0]["id"] in run.out


def test_verify_refuses_what_is_no_timeline(timeline: Timeline, tmp_path: Path, examples: Path) -> None:
    """The message says where the document goes wrong."""
    (tmp_path / "t.json").write_text('{"schema": "timeline/9"}')
    run = timeline("verify", "t.json", examples / "court.txt")
    assert run.code == 2
    assert "no Timeline JSON" in run.err


def test_doctor_shows_settings_and_never_a_key(timeline: Timeline, provider: Callable[..., Provider]) -> None:
    """The model is asked for a sign of life; the key is shown as set."""
    run = timeline("doctor", env=provider("ready").env)
    assert run.code == 0
    assert "TIMELINE_MODEL" in run.out
    assert "sk-secret" not in run.out + run.err


def test_doctor_tells_when_the_model_cannot_be_had(timeline: Timeline, provider: Callable[..., Provider]) -> None:
    """A wrong key exits with 3."""
    run = timeline("doctor", env=provider(401).env)
    assert run.code == 3
    assert "cannot be had" in run.out


def test_doctor_works_without_a_model(timeline: Timeline) -> None:
    """Nothing is asked of anyone."""
    run = timeline("doctor")
    assert run.code == 0
    assert "engine: rules" in run.out


@pytest.mark.parametrize(
    ("env", "named"),
    [
        pytest.param({"TIMELINE_BASE_URL": "nonsense"}, "TIMELINE_BASE_URL", id="no address"),
        pytest.param({"OPENAI_API_KEY": "sk with space"}, "OPENAI_API_KEY", id="white space in a key"),
        pytest.param({"TIMELINE_CONCURRENCY": "-1"}, "TIMELINE_CONCURRENCY", id="a negative limit"),
    ],
)
def test_a_wrong_setting_is_named(timeline: Timeline, env: dict[str, str], named: str) -> None:
    """The setting is named, never its value if that is a key."""
    run = timeline("doctor", env=env)
    assert run.code == 2
    assert named in run.err
    assert "sk with space" not in run.err


def test_all_wrong_settings_are_told_at_once(timeline: Timeline) -> None:
    """One look is enough to correct them."""
    run = timeline("doctor", env={"TIMELINE_CONCURRENCY": "0", "TIMELINE_DEADLINE": "x"})
    assert "TIMELINE_CONCURRENCY" in run.err
    assert "TIMELINE_DEADLINE" in run.err


def test_the_model_cache_answers_the_same_question_once(
    timeline: Timeline, provider: Callable[..., Provider], examples: Path
) -> None:
    """A second run asks nothing; after `cache clear` the model is asked again."""
    answering = provider('{"events": []}')
    for _ in range(2):
        timeline("extract", examples / "court.txt", env=answering.env)
    asked = len(answering.requests)
    cleared = timeline("cache", "clear", env=answering.env)
    assert "forgotten" in cleared.err
    timeline("extract", examples / "court.txt", env=answering.env)
    assert len(answering.requests) == 2 * asked


def test_a_miss_of_the_cache_is_explained(
    timeline: Timeline, provider: Callable[..., Provider], examples: Path
) -> None:
    """Another model name is a difference that is told."""
    answering = provider('{"events": []}')
    timeline("extract", examples / "court.txt", "--model", "one", env=answering.env)
    timeline("extract", examples / "court.txt", "--model", "two", env=answering.env)
    assert "model" in timeline("doctor", "--explain-miss", env=answering.env).out


def test_a_dry_run_asks_nothing_and_tells_the_cost(
    timeline: Timeline, provider: Callable[..., Provider], examples: Path
) -> None:
    """Requests, tokens and dollars by the table of prices; a model that is not listed has no price."""
    silent = provider(500)
    priced = timeline("extract", examples / "court.txt", "--dry-run", "--model", "gpt-5-mini", env=silent.env)
    unpriced = timeline("extract", examples / "court.txt", "--dry-run", "--model", "mine", env=silent.env)
    assert "2 requests" in priced.out
    assert "about $0.0" in priced.out
    assert "price unknown" in unpriced.out
    assert silent.requests == []


def test_a_full_disk_is_told(examples: Path) -> None:
    """No traceback, and the exit code of an output that cannot be written."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "extract", examples / "court.txt", "--engine", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"cannot write standard output" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_link_is_followed_and_a_pipe_is_written_to(timeline: Timeline, examples: Path, tmp_path: Path) -> None:
    """Only a regular file is replaced."""
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    timeline("extract", examples / "court.txt", "-o", "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text().startswith("{")
    assert timeline("extract", examples / "court.txt", "--format", "json", "-o", "/dev/stdout").out.startswith("{")


def test_a_failed_write_leaves_nothing_behind(timeline: Timeline, examples: Path, tmp_path: Path) -> None:
    """A folder is no file to write to."""
    (tmp_path / "folder").mkdir()
    run = timeline("extract", examples / "court.txt", "-o", "folder")
    assert run.code == 2
    assert "folder" in run.err
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
