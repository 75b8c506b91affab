"""`timeline extract` with the rules, as its user runs it."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Timeline


def test_the_example_gives_its_meeting_its_summit_and_its_denial(timeline: Timeline, examples: Path) -> None:
    """The records of the example carry the dates that its text supports, and the denial answers the accusation."""
    found = timeline("extract", examples / "meeting.txt", "--format", "json").json
    dated = {(event["type"], event["status"], event["when"] and event["when"]["edtf"]) for event in found["events"]}
    assert ("meeting", "occurred", "2025-03-13") in dated
    assert ("summit", "planned", "2025-04-28/2025-04-30") in dated
    types = {event["id"]: event["type"] for event in found["events"]}
    assert ("denies", "denial", "accusation") in {
        (one["kind"], types[one["from"]], types[one["to"]]) for one in found["relations"]
    }


@pytest.mark.parametrize("name", ["meeting.txt", "court.txt", "flood.txt"])
def test_every_example_validates_and_verifies(timeline: Timeline, examples: Path, tmp_path: Path, name: str) -> None:
    """What extract writes follows the printed schema, and verify proves it."""
    timeline("extract", examples / name, "-o", "out.json")
    document = json.loads((tmp_path / "out.json").read_text())
    jsonschema.Draft202012Validator(timeline("schema").json).validate(document)
    assert document["events"]
    verified = timeline("verify", "out.json", examples / name)
    assert (verified.code, verified.out) == (0, "")


def test_the_same_input_gives_the_same_bytes(timeline: Timeline, examples: Path) -> None:
    """Two runs differ in nothing."""
    runs = [timeline("extract", examples / "flood.txt", "--format", "json").out for _ in range(2)]
    assert runs[0] == runs[1]


def test_the_engine_is_told_on_standard_error(timeline: Timeline, examples: Path) -> None:
    """Without a model it is the rules, and the message says how to have one."""
    run = timeline("extract", examples / "court.txt")
    assert "engine: rules" in run.err
    assert "OPENAI_API_KEY" in run.err
    assert "engine: rules" not in run.out.splitlines()[0]


def test_the_table_fits_80_columns(timeline: Timeline, examples: Path) -> None:
    """Where standard output is no terminal, it is 80 columns wide and without colour."""
    run = timeline("extract", examples / "meeting.txt")
    assert run.out
    assert max(len(line) for line in run.out.splitlines()) <= 80
    assert "\x1b" not in run.out


def test_several_inputs_give_an_array(timeline: Timeline, examples: Path) -> None:
    """As json, several timelines are an array in the order of the inputs."""
    found = timeline("extract", examples / "meeting.txt", examples / "court.txt", "--format", "json").json
    assert [one["article"]["published"] for one in found] == ["2025-03-14", "2024-11-06"]


def test_as_jsonl_each_event_is_a_line_with_its_article(timeline: Timeline, examples: Path) -> None:
    """One event a line, so that large results can be read as they come."""
    lines = timeline("extract", examples / "meeting.txt", "--format", "jsonl").out.splitlines()
    assert all(json.loads(line)["article"].startswith("sha256:") for line in lines)


def test_an_unreadable_file_among_others_costs_only_itself(timeline: Timeline, examples: Path) -> None:
    """The others are extracted, the missing one is named, and the exit code says that it is a part."""
    run = timeline("extract", examples / "court.txt", "nowhere.txt", "--format", "json")
    assert run.code == 1
    assert run.json["article"]["published"] == "2024-11-06"
    assert "nowhere.txt" in run.err


def test_a_jsonl_file_is_many_articles(timeline: Timeline, tmp_path: Path) -> None:
    """A bad line is named by its number and costs no other."""
    good = {"text": "Ana Silva met Per Holm in Oslo on Friday.", "published": "2024-05-20"}
    (tmp_path / "in.jsonl").write_text(json.dumps(good) + "\n{broken\n" + json.dumps(good) + "\n")
    run = timeline("extract", "in.jsonl", "--format", "json")
    assert run.code == 1
    assert len(run.json) == 2
    assert "in.jsonl: line 2: is no JSON" in run.err


def test_a_page_of_html_carries_its_text(timeline: Timeline, tmp_path: Path) -> None:
    """Spans of a page count in the text taken out of it, which the timeline holds, and verify needs nothing else."""
    page = (
        "<html><head><title>Talks</title>"
        "<meta property='article:published_time' content='2024-05-20T08:00:00Z'></head>"
        "<body><nav>Home News</nav><article><h1>Ministers hold talks in Oslo</h1>"
        "<p>Foreign minister Ana Silva met her counterpart Per Holm in Oslo on Friday to discuss fishing rights.</p>"
        "<p>The two ministers agreed to meet again in June, officials said after the talks had ended.</p>"
        "</article></body></html>"
    )
    (tmp_path / "page.html").write_text(page)
    run = timeline("extract", "page.html", "-o", "page.json")
    assert run.code == 0, run.err
    document = json.loads((tmp_path / "page.json").read_text())
    assert document["article"]["published"] == "2024-05-20"
    assert "Home News" not in document["article"]["text"]
    assert timeline("verify", "page.json").code == 0


def test_standard_input_is_read(timeline: Timeline) -> None:
    """A dash, or nothing, stands for standard input."""
    text = b"Ana Silva met Per Holm in Oslo on Friday."
    for arguments in (["-"], []):
        run = timeline("extract", *arguments, "--published", "2024-05-20", "--format", "json", stdin=text)
        assert run.json["events"][0]["when"]["edtf"] == "2024-05-17"


def test_the_page_is_whole(timeline: Timeline, examples: Path, tmp_path: Path) -> None:
    """The suffix of the output chooses the format; the page asks nothing of the network."""
    timeline("extract", examples / "meeting.txt", "-o", "page.html")
    page = (tmp_path / "page.html").read_text()
    assert page.lower().startswith("<!doctype html>")
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "src=" not in page


def test_offsets_count_the_input_as_it_is(timeline: Timeline, tmp_path: Path) -> None:
    """A byte-order mark is no text, and line ends are not translated."""
    (tmp_path / "a.txt").write_bytes("\ufeffTalks\r\n\r\nAna Silva met Per Holm in Oslo on Friday.\r\n".encode())
    (event,) = timeline("extract", "a.txt", "--published", "2024-05-20", "--format", "json").json["events"]
    assert event["evidence"][0]["span"][0] == len("Talks\r\n\r\n")


def test_a_broken_pipe_is_no_error_message(timeline: Timeline, examples: Path) -> None:
    """A reader that has seen enough may leave."""
    assert shutil.which("head")
    assert timeline("--version").out.startswith("timeline ")
    assert examples.is_dir()
