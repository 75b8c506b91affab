"""`timeline batch`: an archive to a folder of results."""

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Provider, Timeline
from tests.jobs.archives import batch_arguments, count_results, started, text_of, write_archive
from tests.waiting import wait_until
from timeline.cli.batch.intake import Archive
from timeline.cli.batch.progress import Speed
from timeline.store.job_values import InputForm

_RULES = ("--engine", "rules")


def _failures(out: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (out / ".batch" / "failures.jsonl").read_text().splitlines()]


def test_every_line_becomes_a_file(timeline: Timeline, tmp_path: Path) -> None:
    """A result is what `extract` writes of the same article."""
    archive = write_archive(tmp_path / "archive.jsonl", 3)
    run = timeline("batch", archive, "--out", tmp_path / "out", *_RULES)
    assert (run.code, run.out) == (0, "")
    assert "3 of 3 articles done" in run.err
    single = timeline("extract", "-", *_RULES, "--format", "json", stdin=archive.read_bytes().splitlines()[1])
    assert (tmp_path / "out" / "000002.json").read_text() == single.out


def test_a_folder_becomes_a_folder(timeline: Timeline, tmp_path: Path) -> None:
    """Results have the names of their files, a JSONL file becomes a folder, and hidden files are left out."""
    source = tmp_path / "in"
    (source / "deep").mkdir(parents=True)
    (source / "a.txt").write_text(text_of(1))
    (source / "deep" / "a.html").write_text(f"<html><body><article><p>{text_of(2)}</p></article></body></html>")
    (source / ".hidden").write_text("not for us")
    write_archive(source / "feed.jsonl", 2)
    out = source / "out"
    run = timeline("batch", source, "--out", out, *_RULES, "--published", "2024-10-12", "--format", "md")
    assert run.code == 0, run.err
    found = sorted(str(file.relative_to(out)) for file in out.rglob("*.md"))
    assert found == ["a.txt.md", "deep/a.html.md", "feed.jsonl/000001.md", "feed.jsonl/000002.md"]
    assert timeline("batch", source, "--out", out, *_RULES, "--published", "2024-10-12", "--format", "md").code == 0


def test_what_cannot_be_read_fails_alone(timeline: Timeline, tmp_path: Path) -> None:
    """Its reason is listed, the others are done, and the exit code says so."""
    archive = write_archive(tmp_path / "archive.jsonl", 1)
    archive.write_bytes(archive.read_bytes() + b'{"text": 1}\n\n\x00\x01\x02\n{"text": "Nobody knows when."}\n')
    out = tmp_path / "out"
    run = timeline("batch", archive, "--out", out, *_RULES)
    assert run.code == 1
    assert [one["name"] for one in _failures(out)] == ["000002", "000004", "000005"]
    assert {one["kind"] for one in _failures(out)} == {"input"}
    assert count_results(out) == 1


def test_nothing_that_can_be_read_is_an_error_of_its_own(timeline: Timeline, tmp_path: Path) -> None:
    """Exit code 2, as everywhere."""
    (tmp_path / "archive.jsonl").write_text("{}\n")
    assert timeline("batch", "archive.jsonl", "--out", "out", *_RULES).code == 2
    assert timeline("batch", "missing.jsonl", "--out", "out", *_RULES).code == 2


def test_the_same_command_goes_on(timeline: Timeline, tmp_path: Path) -> None:
    """A result that was lost is made again, and nothing else is."""
    archive = write_archive(tmp_path / "archive.jsonl", 3)
    out = tmp_path / "out"
    timeline("batch", archive, "--out", out, *_RULES)
    lost = out / "000002.json"
    before = {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in out.glob("*.json")}
    lost.unlink()
    run = timeline("batch", archive, "--out", out, *_RULES)
    assert run.code == 0
    assert "1 results are missing and made again" in run.err
    after = {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in out.glob("*.json")}
    assert after.keys() == before.keys()
    assert [name for name in sorted(after) if after[name] != before[name]] == ["000002.json"]
    assert lost.read_bytes() == before["000002.json"][1]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param(("--format", "md"), "--format was 'json' and is 'md'", id="format"),
        pytest.param(("--published", "2024-10-13"), "--published was None", id="date"),
    ],
)
def test_a_batch_that_began_otherwise_is_told(
    timeline: Timeline, tmp_path: Path, more: tuple[str, ...], told: str
) -> None:
    """Its results would not go together."""
    archive = write_archive(tmp_path / "archive.jsonl", 1)
    timeline("batch", archive, "--out", tmp_path / "out", *_RULES)
    run = timeline("batch", archive, "--out", tmp_path / "out", *_RULES, *more)
    assert run.code == 2
    assert told in run.err


def test_a_changed_archive_is_told(timeline: Timeline, tmp_path: Path) -> None:
    """Its lines would not be those that were done."""
    timeline("batch", write_archive(tmp_path / "archive.jsonl", 1), "--out", tmp_path / "out", *_RULES)
    run = timeline("batch", write_archive(tmp_path / "archive.jsonl", 2), "--out", tmp_path / "out", *_RULES)
    assert run.code == 2
    assert "articles changed" in run.err


def test_a_model_that_is_gone_stops_the_batch(
    timeline: Timeline, tmp_path: Path, provider: Callable[..., Provider]
) -> None:
    """Exit code 3; with the model back, the same command does what is left."""
    archive = write_archive(tmp_path / "archive.jsonl", 20)
    out = tmp_path / "out"
    refusing = provider(401)
    run = timeline("batch", archive, "--out", out, "--engine", "llm", env=refusing.env)
    assert run.code == 3
    assert "the same command goes on" in run.err
    assert len(refusing.requests) < 20
    run = timeline("batch", archive, "--out", out, "--engine", "llm", env=provider('{"events": []}').env)
    assert run.code == 0, run.err
    assert count_results(out) == 20


def test_failed_articles_are_tried_again_when_asked(timeline: Timeline, tmp_path: Path) -> None:
    """Without being asked, an article of which nothing has changed is left as it is."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "empty.txt").write_text(" ")
    (source / "full.txt").write_text(text_of(1))
    arguments = ("batch", source, "--out", tmp_path / "out", *_RULES, "--published", "2024-10-12")
    assert timeline(*arguments).code == 1
    assert "tried again" not in timeline(*arguments).err
    run = timeline(*arguments, "--retry-failed")
    assert run.code == 1
    assert "1 that failed are tried again" in run.err


def test_a_stop_ends_what_is_under_way_and_goes_on_later(tmp_path: Path, timeline: Timeline) -> None:
    """Ctrl-C: exit code 1, whole results alone, and the same command does the rest."""
    archive = write_archive(tmp_path / "archive.jsonl", 150)
    out = tmp_path / "out"
    with started(batch_arguments(archive, out, *_RULES)) as process:
        wait_until(lambda: count_results(out) >= 5 or process.poll() is not None)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 1
        said = process.stdout.read().decode() if process.stdout else ""
    assert "stopping when the articles under way are done" in said
    assert "Traceback" not in said
    assert 5 <= count_results(out) < 150
    for result in out.glob("*.json"):
        json.loads(result.read_bytes())
    assert timeline("batch", archive, "--out", out, *_RULES).code == 0
    assert count_results(out) == 150


def test_a_folder_takes_one_batch_at_a_time(tmp_path: Path, timeline: Timeline) -> None:
    """The second is told, and the first is not disturbed."""
    archive = write_archive(tmp_path / "archive.jsonl", 200)
    out = tmp_path / "out"
    with started(batch_arguments(archive, out, *_RULES)) as process:
        wait_until(lambda: count_results(out) >= 1 or process.poll() is not None)
        run = timeline("batch", archive, "--out", out, *_RULES)
        assert run.code == 2
        assert "another batch is at work" in run.err


def test_lines_of_another_encoding_are_read(tmp_path: Path) -> None:
    """A file that is no UTF-8 is decoded as a whole, like any document."""
    file = tmp_path / "archive.jsonl"
    file.write_text('{"text": "Café"}\n\n{"text": "Zürich"}\n', encoding="utf-16")
    items = list(Archive(file, tmp_path / "out", ending="json").articles())
    assert [(one.name, one.form, json.loads(one.input)["text"]) for one in items] == [
        ("000001", InputForm.RECORD, "Café"),
        ("000003", InputForm.RECORD, "Zürich"),
    ]


def test_a_folder_is_not_read_into_itself(timeline: Timeline, tmp_path: Path) -> None:
    """Results among the articles would be articles of the next run."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text(text_of(1))
    for out in (source, tmp_path):
        run = timeline("batch", source, "--out", out, *_RULES)
        assert run.code == 2
        assert "name another --out" in run.err


def test_the_speed_is_that_of_the_last_half_minute() -> None:
    """What went before, in this run or an earlier one, does not count."""
    times = iter([0.0, 10.0, 40.0, 50.0])
    speed = Speed(lambda: next(times))
    for ended in (500, 510, 570, 600):
        speed.note(ended)
    assert speed.per_second == 3.0
    assert speed.seconds_for(30) == 10.0
