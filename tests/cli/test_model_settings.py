"""What a user sets about the model reaches it, and records are written as they come."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Timeline, environment
from tests.llm.provider import Behaviour, Provider, fails, hangs, says

TEXT = "Ana Silva met Per Holm in Oslo on Friday. The mayor said on Monday that the school was closed.\n"
MEETING = {
    "id": 1,
    "ev": [1],
    "trig": "met",
    "type": "meeting",
    "st": "occurred",
    "when": "t1",
    "who": [{"n": "Ana Silva", "r": "participant"}],
    "at": "Oslo",
    "src": [],
    "rel": [],
    "title": "Ana Silva meets Per Holm in Oslo",
}
REPLY = json.dumps({"events": [MEETING]})


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article of two sentences."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def _settings(provider: Provider, **settings: str) -> Mapping[str, str]:
    named = {f"TIMELINE_{name}": value for name, value in settings.items()}
    return {"TIMELINE_BASE_URL": provider.url, "TIMELINE_ATTEMPTS": "1", **named}


@pytest.mark.parametrize(
    ("behaviour", "settings", "code", "told"),
    [
        pytest.param(fails(503), {}, 3, "503", id="number of attempts"),
        pytest.param(hangs, {"REQUEST_TIMEOUT": "0.4"}, 3, "TIMELINE_REQUEST_TIMEOUT", id="time for a request"),
        pytest.param(
            fails(429, headers={"Retry-After": "30"}), {"ATTEMPTS": "8", "DEADLINE": "5"}, 1, "deadline", id="deadline"
        ),
    ],
)
def test_a_bound_that_is_set_holds(
    timeline: Timeline, article: Path, behaviour: Behaviour, settings: dict[str, str], code: int, told: str
) -> None:
    """One request goes out, and the message says what ended it."""
    with Provider([behaviour]) as provider:
        run = timeline("extract", article, "--published", "2024-05-20", env=_settings(provider, **settings))
    assert (run.code, len(provider.bodies)) == (code, 1)
    assert told in run.err


@pytest.mark.parametrize(("coverage", "requests"), [("true", 2), ("false", 1)])
def test_the_second_look_can_be_turned_off(timeline: Timeline, article: Path, coverage: str, requests: int) -> None:
    """A sentence with a date that no record cites is asked about, or not."""
    with Provider([says(REPLY), says('{"events": []}')]) as provider:
        timeline("extract", article, "--published", "2024-05-20", env=_settings(provider, COVERAGE=coverage))
    assert len(provider.bodies) == requests


def test_lines_of_json_are_written_as_records_come(article: Path, tmp_path: Path) -> None:
    """The first record is out while the model still thinks about the second question."""
    with Provider([says(REPLY), hangs]) as provider:
        env = {**environment(tmp_path), **_settings(provider, REQUEST_TIMEOUT="60")}
        command = [str(COMMAND), "extract", str(article), "--published", "2024-05-20", "--format", "jsonl"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            is_at_work = process.poll() is None
            process.kill()
    assert json.loads(line)["title"] == MEETING["title"]
    assert is_at_work


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        pytest.param("ALL_PROXY", "socks5://127.0.0.1:1080", "SOCKS", id="a proxy of another kind"),
        pytest.param("HTTP_PROXY", "ftp://user:secret@127.0.0.1:1080", "ftp", id="no proxy at all"),
        pytest.param("SSL_CERT_FILE", "no/such/file.pem", "SSL_CERT_FILE", id="certificates that are not there"),
    ],
)
def test_an_environment_in_which_nothing_can_be_sent_is_told(
    timeline: Timeline, article: Path, name: str, value: str, told: str
) -> None:
    """Before anything is sent, without the secrets of the address."""
    with Provider([says(REPLY)]) as provider:
        run = timeline("extract", article, "--published", "2024-05-20", env={**_settings(provider), name: value})
    assert (run.code, provider.bodies) == (2, [])
    assert told in run.err
    assert "Traceback" not in run.err
    assert "secret" not in run.err
