"""The commands `timeline store` and `timeline keys`, as they are typed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Timeline


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return the settings of a store that is not there yet."""
    return {"TIMELINE_DATABASE_URL": f"sqlite:///{tmp_path / 'deep' / 'store.db'}"}


def test_a_key_is_made_listed_and_revoked(timeline: Timeline, env: dict[str, str]) -> None:
    """The secret is the only thing on standard output, and no list shows it."""
    made = timeline("keys", "create", "news desk", env=env)
    assert (made.code, made.out[-1:]) == (0, "\n")
    assert "news desk" in made.err
    assert made.out.strip() not in made.err
    listed = timeline("keys", "list", env=env)
    assert "news desk" in listed.out
    assert made.out.strip() not in listed.out
    assert timeline("keys", "revoke", "news desk", env=env).code == 0
    again = timeline("keys", "revoke", "news desk", env=env)
    assert again.code == 2
    assert "'news desk'" in again.err


def test_a_store_is_made_backed_up_and_restored(timeline: Timeline, env: dict[str, str], tmp_path: Path) -> None:
    """Info tells what there is, before and after."""
    assert "not there yet" in timeline("store", "info", env=env).out
    assert not (tmp_path / "deep" / "store.db").exists()
    assert timeline("store", "migrate", env=env).code == 0
    assert "up to date: 0 articles" in timeline("store", "info", env=env).out
    timeline("keys", "create", "desk", env=env)
    assert timeline("store", "backup", "kept.db", env=env).code == 0
    timeline("keys", "revoke", "desk", env=env)
    restored = timeline("store", "restore", "kept.db", env=env)
    assert (restored.code, "0 articles" in restored.err) == (0, True)
    assert "UTC  –" in timeline("keys", "list", env=env).out


@pytest.mark.parametrize(
    ("command", "url", "remedy"),
    [
        ("store info", "mysql://localhost/x", "sqlite:///FILE"),
        ("store migrate", "sqlite:////proc/none/store.db", "TIMELINE_DATABASE_URL"),
        ("keys list", "postgresql://me:secret@127.0.0.1:1/x", "TIMELINE_DATABASE_URL"),
        ("doctor", "postgresql://me:secret@127.0.0.1:1/x", "TIMELINE_DATABASE_URL"),
    ],
)
def test_a_store_that_cannot_be_had_exits_with_3(timeline: Timeline, command: str, url: str, remedy: str) -> None:
    """The message says what to do, and no password."""
    run = timeline(*command.split(), env={"TIMELINE_DATABASE_URL": url})
    assert run.code == 3
    assert remedy in run.out + run.err
    assert "secret" not in run.out + run.err


def test_doctor_tells_of_the_store(timeline: Timeline, env: dict[str, str]) -> None:
    """Where it is, and whether it is up to date."""
    assert "not there yet" in timeline("doctor", env=env).out
    timeline("store", "migrate", env=env)
    assert "up to date" in timeline("doctor", env=env).out
