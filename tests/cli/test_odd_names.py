"""Folders and files whose names mean something to others: to URLs, or to the file system."""

import errno
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Timeline
from tests.jobs.archives import count_results, text_of, write_archive
from timeline.cli.batch.intake import Archive
from timeline.errors import UnreadableInputError
from timeline.store.job_values import InputForm

_RULES = ("--engine", "rules")
_DATED = (*_RULES, "--published", "2024-10-12")
_FOLDERS = ["what?", "what?now #1", "%41"]


def test_each_folder_keeps_its_own_batch(timeline: Timeline, tmp_path: Path) -> None:
    """Whatever characters it has in its name: nothing lies elsewhere, and the same command finds it again."""
    before = {one.name for one in tmp_path.iterdir()}
    for count, name in enumerate(_FOLDERS, start=1):
        archive = write_archive(tmp_path / f"archive{count}.jsonl", count)
        for _ in range(2):
            run = timeline("batch", archive, "--out", tmp_path / name, *_RULES)
            assert run.code == 0, run.err
        assert f"{count} of {count} are done" in run.err
        memory = {one.name for one in (tmp_path / name / ".batch").glob("*.db")}
        assert (memory, count_results(tmp_path / name)) == ({"batch.db", "batch-jobs.db"}, count)
    made = {one.name for one in tmp_path.iterdir()} - before
    assert made == {*_FOLDERS, *(f"archive{count}.jsonl" for count in range(1, len(_FOLDERS) + 1))}


@pytest.mark.parametrize("name", ["what?", "%41", "a#b c"])
def test_the_store_is_in_the_folder_for_data(timeline: Timeline, tmp_path: Path, name: str) -> None:
    """Whatever characters that has in its name."""
    run = timeline("keys", "create", "desk", env={"TIMELINE_DATABASE_URL": "", "XDG_DATA_HOME": str(tmp_path / name)})
    assert run.code == 0, run.err
    with closing(sqlite3.connect(tmp_path / name / "timeline" / "timeline.db")) as store:
        assert store.execute("SELECT count(*) FROM api_keys").fetchone() == (1,)


def test_files_of_any_name_have_results(timeline: Timeline, tmp_path: Path) -> None:
    """Neither bytes that are no text nor the longest name stop a batch, and the same command finds their results."""
    source, out = tmp_path / "in", tmp_path / "out"
    names = (
        b"caf\xe9.txt",
        b"caf\xe8.txt",
        b"x" * 249 + b".txt",
        b"x" * 250 + b".txt",
        b"deep\xff/plain.txt",
        b"plain.txt",
    )
    for number, name in enumerate(names, start=1):
        file = source / os.fsdecode(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text_of(number))
    run = timeline("batch", source, "--out", out, *_DATED)
    assert run.code == 0, run.err
    results = {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*.json")}
    assert len({json.loads(one)["article"]["id"] for one in results.values()}) == len(names)
    assert "plain.txt.json" in results
    run = timeline("batch", source, "--out", out, *_DATED)
    assert "6 of 6 are done" in run.err
    assert {file.relative_to(out).as_posix() for file in out.rglob("*.json")} == results.keys()


def test_a_result_that_cannot_be_called_so_fails_alone(timeline: Timeline, tmp_path: Path) -> None:
    """The others are done; once nothing is in its way, the same command does it too."""
    source, out = tmp_path / "in", tmp_path / "out"
    (source / "taken").mkdir(parents=True)
    (source / "taken" / "a.txt").write_text(text_of(1))
    (source / "b.txt").write_text(text_of(2))
    out.mkdir()
    (out / "taken").write_text("in the way")
    run = timeline("batch", source, "--out", out, *_DATED)
    assert (run.code, count_results(out)) == (1, 1)
    failure = json.loads((out / ".batch" / "failures.jsonl").read_text())
    assert (failure["name"], failure["kind"]) == ("taken/a.txt", "input")
    assert "cannot write" in failure["error"]
    (out / "taken").unlink()
    assert timeline("batch", source, "--out", out, *_DATED, "--retry-failed").code == 0
    assert (out / "taken" / "a.txt.json").is_file()


@pytest.mark.parametrize("other", ["a.txt.jsonl", "a.txt.jsonl/b.txt"], ids=["lines", "a folder"])
def test_a_result_that_would_be_a_folder_too_fails_alone(timeline: Timeline, tmp_path: Path, other: str) -> None:
    """The results in the folder are written, whichever comes first."""
    source, out = tmp_path / "in", tmp_path / "out"
    file = source / other
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"text": text_of(2)}) if file.suffix == ".jsonl" else text_of(2))
    (source / "a.txt").write_text(text_of(1))
    run = timeline("batch", source, "--out", out, *_DATED, "--format", "jsonl")
    assert run.code == 1, run.err
    failure = json.loads((out / ".batch" / "failures.jsonl").read_text())
    assert (failure["name"], failure["kind"]) == ("a.txt", "input")
    assert "'a.txt.jsonl'" in failure["error"]
    assert len(list((out / "a.txt.jsonl").iterdir())) == 1


def test_what_is_no_file_fails_alone(timeline: Timeline, tmp_path: Path) -> None:
    """Links to nothing, to themselves and to folders, and pipes have reasons; a folder is but a place of files."""
    source, out = tmp_path / "in", tmp_path / "out"
    (source / "folder.txt").mkdir(parents=True)
    (source / "folder.txt" / "a.txt").write_text(text_of(1))
    (source / "link.txt").symlink_to(source / "folder.txt" / "a.txt")
    (source / "dangling.txt").symlink_to("nowhere.txt")
    (source / "itself.txt").symlink_to("itself.txt")
    (source / "elsewhere").symlink_to(source / "folder.txt")
    (source / ".hidden").symlink_to("nowhere.txt")
    os.mkfifo(source / "pipe.txt")
    for _ in range(2):
        run = timeline("batch", source, "--out", out, *_DATED)
        assert run.code == 1
        assert "2 of 6 articles done" in run.err
    reasons = {one["name"]: one["error"] for one in map(json.loads, _failed(out))}
    assert sorted(reasons) == ["dangling.txt", "elsewhere", "itself.txt", "pipe.txt"]
    assert "No such file" in reasons["dangling.txt"]
    assert "link to a folder" in reasons["elsewhere"]
    assert "symbolic links" in reasons["itself.txt"]
    assert "pipe" in reasons["pipe.txt"]


def test_a_folder_that_cannot_be_read_is_no_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails like a file; where it is all there is to read, that is told at once."""
    closed = tmp_path / "in" / "closed"
    closed.mkdir(parents=True)
    scandir = os.scandir

    def refuse(folder: str) -> "Iterator[os.DirEntry[str]]":
        if Path(folder) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    (item,) = Archive(tmp_path / "in", tmp_path / "out", ending="json").articles()
    assert (item.name, item.form, "check its rights" in item.input) == ("closed", InputForm.UNREADABLE, True)
    with pytest.raises(UnreadableInputError, match="Permission denied"):
        Archive(closed, tmp_path / "out", ending="json")


def test_no_name_steers_the_terminal(timeline: Timeline, tmp_path: Path) -> None:
    """Neither what a batch tells of a file nor what other commands tell of it."""
    source, name = tmp_path / "in", "esc\x1b[31mred\nline\x9b2J\u202e.txt"
    source.mkdir()
    (source / name).write_text(" ")
    shown = r"esc\x1b[31mred\nline\x9b2J\u202e.txt: the document is empty"
    for run in (
        timeline("batch", source, "--out", tmp_path / "out", *_DATED),
        timeline("extract", source / name, *_DATED),
        timeline("dates", source / name),
    ):
        assert shown in run.err
        assert not {"\x1b", "\x9b", "\u202e"} & set(run.err)


def _failed(out: Path) -> list[str]:
    return (out / ".batch" / "failures.jsonl").read_text().splitlines()


def test_a_path_too_long_for_a_result_is_the_article_s_own_fault(timeline: Timeline, tmp_path: Path) -> None:
    """A folder that lies deeper than the input may make the path of a result too long: that one alone fails."""
    source, out = tmp_path / "in", tmp_path.joinpath("out", *["o" * 200] * 2)
    deep = source.joinpath(*["d" * 200] * 19)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(text_of(1))
    (source / "b.txt").write_text(text_of(2))
    run = timeline("batch", source, "--out", out, *_DATED)
    assert (run.code, count_results(out)) == (1, 1), run.err
    failure = json.loads((out / ".batch" / "failures.jsonl").read_text())
    assert failure["error"].startswith("File name too long: rename")


def test_an_output_folder_that_is_no_text_is_refused(timeline: Timeline, tmp_path: Path) -> None:
    """No database can be had in it."""
    archive = write_archive(tmp_path / "archive.jsonl", 1)
    run = timeline("batch", archive, "--out", tmp_path / os.fsdecode(b"out\xff"), *_RULES)
    assert run.code != 0
    assert "is not UTF-8" in run.err
