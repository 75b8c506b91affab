"""Recordings: replayed without a model, stale ones told, new ones written."""

from pathlib import Path

import pytest

from tests.llm.simulation import account_of, request_of
from timeline.domain.timeline import Usage
from timeline.errors import ConfigurationError
from timeline.llm.messages import ModelReply, Parameters
from timeline.llm.recordings import RecordedModel, RecordingMode, StaleRecordingError
from timeline.llm.scripted import ScriptedModel, Step

REPLY = ModelReply(text='{"events": []}', usage=Usage(input=5, output=7))


def _recording(directory: Path, *steps: Step, mode: RecordingMode = RecordingMode.RECORD) -> RecordedModel:
    return RecordedModel(directory, mode=mode, model=ScriptedModel(steps))


def _replaying(directory: Path) -> RecordedModel:
    return RecordedModel(directory, mode=RecordingMode.REPLAY, name="scripted")


async def test_what_was_recorded_is_replayed(tmp_path: Path) -> None:
    """With the tokens it took, and without a model."""
    await _recording(tmp_path, REPLY).ask(request_of(), account_of())
    account = account_of()
    assert await _replaying(tmp_path).ask(request_of(), account) == REPLY
    assert account.take_spent() == (1, 0, REPLY.usage)


async def test_a_question_that_was_not_recorded_says_what_changed(tmp_path: Path) -> None:
    """A changed prompt or parameter makes a recording stale."""
    await _recording(tmp_path, REPLY).ask(request_of(), account_of())
    changed = request_of("Ada Brandt left.").model_copy(update={"parameters": Parameters(seed=3)})
    with pytest.raises(StaleRecordingError, match=r"message 2 \(user\): 27 → 16 characters; seed: None → 3; record"):
        await _replaying(tmp_path).ask(changed, account_of())


async def test_a_question_is_compared_with_the_one_most_like_it(tmp_path: Path) -> None:
    """Of those that differ in the same part, the one nearest in length."""
    for characters in (90, 1000):
        await _recording(tmp_path, REPLY).ask(request_of("x" * characters), account_of())
    with pytest.raises(StaleRecordingError, match="90 → 95 characters"):
        await _replaying(tmp_path).ask(request_of("x" * 95), account_of())


async def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    """There is nothing to compare with."""
    with pytest.raises(StaleRecordingError, match="nothing else is stored"):
        await _replaying(tmp_path).ask(request_of(), account_of())


async def test_recording_asks_only_for_what_is_missing(tmp_path: Path) -> None:
    """The second run finds it."""
    await _recording(tmp_path, REPLY).ask(request_of(), account_of())
    assert await _recording(tmp_path).ask(request_of(), account_of()) == REPLY


async def test_live_neither_reads_nor_writes(tmp_path: Path) -> None:
    """The model is asked each time."""
    model = _recording(tmp_path, REPLY, REPLY, mode=RecordingMode.LIVE)
    await model.ask(request_of(), account_of())
    await model.ask(request_of(), account_of())
    assert list(tmp_path.iterdir()) == []


async def test_recordings_that_nothing_asks_for_are_named(tmp_path: Path) -> None:
    """They can be deleted."""
    model = _recording(tmp_path, REPLY, REPLY)
    await model.ask(request_of("one"), account_of())
    await model.ask(request_of("two"), account_of())
    again = _replaying(tmp_path)
    await again.ask(request_of("one"), account_of())
    assert len(again.unused()) == 1


async def test_the_same_recording_is_the_same_bytes(tmp_path: Path) -> None:
    """So that a commit shows only what changed."""
    await _recording(tmp_path / "a", REPLY).ask(request_of(), account_of())
    await _recording(tmp_path / "b", REPLY).ask(request_of(), account_of())
    [first], [second] = ((tmp_path / name).glob("*.json") for name in ("a", "b"))
    assert (first.name, first.read_bytes()) == (second.name, second.read_bytes())


async def test_a_recording_that_is_none_is_told(tmp_path: Path) -> None:
    """The message names the file."""
    await _recording(tmp_path, REPLY).ask(request_of(), account_of())
    [path] = tmp_path.glob("*.json")
    path.write_text("{}")
    with pytest.raises(ConfigurationError, match=path.name):
        await _replaying(tmp_path).ask(request_of(), account_of())


@pytest.mark.parametrize("mode", [RecordingMode.RECORD, RecordingMode.LIVE])
def test_only_replay_can_do_without_a_model(tmp_path: Path, mode: RecordingMode) -> None:
    """The message names the settings."""
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
        RecordedModel(tmp_path, mode=mode)
