"""The model's replies are recorded, replayed, and refused when they answer something else."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from evals.engines import SystemName, llm_system, make_system, naive_system, rules_system
from evals.errors import StaleError
from evals.gold import Gold
from evals.prediction import Prediction
from evals.replies import Replies, has_recordings, open_replies
from evals.running import System, run_system
from tests.evals.sample import TEXT
from timeline.domain.article import Article
from timeline.errors import ConfigurationError
from timeline.llm.errors import RequestRefusedError
from timeline.llm.messages import Finish, ModelReply, ModelRequest
from timeline.llm.recordings import RecordingMode
from timeline.llm.scripted import ScriptedModel

NAIVE_REPLY = json.dumps(
    {"events": [{"id": "e1", "title": "Venn meets Orla", "type": "meeting", "quotes": ["Brack denied it."]}]}
)
OUR_REPLY = json.dumps(
    {
        "events": [
            {
                "id": 1,
                "ev": [4],
                "trig": "denied",
                "type": "denial",
                "st": "occurred",
                "when": None,
                "who": [{"n": "Brack", "r": "actor"}],
                "at": None,
                "src": [],
                "rel": [],
                "title": "Brack denies it",
            }
        ]
    }
)


class Desk(NamedTuple):
    """A model with one answer, and where its replies are recorded."""

    folder: Path
    reply: str

    def replies(self, mode: RecordingMode) -> Replies:
        """Return its replies in a mode; a replay has no model behind it."""
        model = None if mode is RecordingMode.REPLAY else ScriptedModel(self._answer, name="desk")
        return Replies(self.folder, mode=mode, name="desk", model=model)

    def _answer(self, _: ModelRequest) -> str:
        return self.reply


async def _predict(system: System, gold: Gold) -> Prediction:
    run = await run_system(system, [gold], at_once=2, tick=lambda: None)
    return run.predictions[0]


async def test_rules_need_no_model(gold: Gold) -> None:
    """The rules engine predicts events of the article, without characters of a reply."""
    found = await _predict(rules_system(), gold)
    assert found.text == gold.article.id
    assert found.events
    assert found.characters is None


async def test_our_engine_is_recorded_and_replayed(gold: Gold, tmp_path: Path) -> None:
    """The replay says the same, and needs no model."""
    desk = Desk(tmp_path, OUR_REPLY)
    recorded = await _predict(llm_system(desk.replies(RecordingMode.RECORD)), gold)
    replayed = await _predict(llm_system(desk.replies(RecordingMode.REPLAY)), gold)
    assert replayed == recorded
    assert "Brack denies it" in [event.title for event in recorded.events]
    assert recorded.characters is not None
    assert recorded.characters >= len(OUR_REPLY)


async def test_the_baseline_is_recorded_the_same_way(gold: Gold, tmp_path: Path) -> None:
    """Its replies lie in a folder for the article, and count by their length."""
    desk = Desk(tmp_path, NAIVE_REPLY)
    recorded = await _predict(naive_system(desk.replies(RecordingMode.RECORD)), gold)
    assert recorded == await _predict(naive_system(desk.replies(RecordingMode.REPLAY)), gold)
    assert recorded.characters == len(NAIVE_REPLY)
    assert len(list((tmp_path / "tarn").glob("*.json"))) == 1


async def test_a_changed_article_makes_its_recording_stale(gold: Gold, tmp_path: Path) -> None:
    """Exactly the changed article is named, with what differs."""
    desk = Desk(tmp_path, NAIVE_REPLY)
    other = gold.model_copy(update={"name": "kell"})
    await run_system(naive_system(desk.replies(RecordingMode.RECORD)), [gold, other], at_once=2, tick=lambda: None)
    article = Article(text=gold.article.text + "Orla left Tarn by boat.\n", published=gold.article.published)
    changed = other.model_copy(update={"article": article})
    replay = naive_system(desk.replies(RecordingMode.REPLAY))
    with pytest.raises(StaleError, match=r"^kell: .*message 1 \(user\)") as stale:
        await run_system(replay, [gold, changed], at_once=2, tick=lambda: None)
    assert "tarn" not in str(stale.value)


async def test_recording_again_drops_what_is_not_asked_any_more(gold: Gold, tmp_path: Path) -> None:
    """A changed question leaves one recording, not two."""
    desk = Desk(tmp_path, NAIVE_REPLY)
    await _predict(naive_system(desk.replies(RecordingMode.RECORD)), gold)
    article = Article(text=gold.article.text + "Orla left Tarn by boat.\n", published=gold.article.published)
    await _predict(naive_system(desk.replies(RecordingMode.RECORD)), gold.model_copy(update={"article": article}))
    assert len(list((tmp_path / "tarn").glob("*.json"))) == 1


async def test_every_stale_article_is_named(gold: Gold, tmp_path: Path) -> None:
    """One run tells all that has to be recorded."""
    corpus = [gold, gold.model_copy(update={"name": "kell"})]
    with pytest.raises(StaleError, match=r"(?s)tarn: .*kell: "):
        await run_system(
            naive_system(Desk(tmp_path, "").replies(RecordingMode.REPLAY)), corpus, at_once=1, tick=lambda: None
        )


async def test_the_recorded_model_is_known(gold: Gold, tmp_path: Path) -> None:
    """A replay takes its name from the recordings."""
    assert not has_recordings(tmp_path / "naive")
    await _predict(naive_system(Desk(tmp_path / "naive", NAIVE_REPLY).replies(RecordingMode.RECORD)), gold)
    assert has_recordings(tmp_path / "naive")
    system = make_system(SystemName.NAIVE, mode=RecordingMode.REPLAY, model=None, recordings=tmp_path)
    assert system.header.model == "desk"


def test_nothing_recorded_is_told(tmp_path: Path) -> None:
    """A replay without recordings is not an empty result."""
    with pytest.raises(StaleError, match="no recordings; make them with --record"):
        open_replies(tmp_path, mode=RecordingMode.REPLAY, model=None)


@pytest.mark.parametrize("mode", [RecordingMode.RECORD, RecordingMode.LIVE])
def test_asking_needs_a_model(tmp_path: Path, mode: RecordingMode) -> None:
    """The message says what to set."""
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
        open_replies(tmp_path, mode=mode, model=None)


async def test_a_failed_recording_deletes_nothing(gold: Gold, tmp_path: Path) -> None:
    """What could not be asked this time may be asked the next."""
    desk = Desk(tmp_path, OUR_REPLY)
    await _predict(llm_system(desk.replies(RecordingMode.RECORD)), gold)
    before = sorted((tmp_path / "tarn").glob("*.json"))
    other = gold.model_copy(
        update={"article": Article(text=TEXT + "Orla left Tarn by boat.\n", published=gold.article.published)}
    )
    refused = ModelReply(text="no", finish=Finish.REFUSED)
    replies = Replies(tmp_path, mode=RecordingMode.RECORD, name="desk", model=ScriptedModel(lambda _: refused))
    found = await _predict(llm_system(replies), other)
    assert found.failures
    assert set(before) <= set((tmp_path / "tarn").glob("*.json"))


def test_a_broken_recording_is_told(tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "tarn").mkdir()
    (tmp_path / "tarn" / "abc.json").write_text("{")
    with pytest.raises(StaleError, match=r"abc\.json: a broken recording"):
        open_replies(tmp_path, mode=RecordingMode.REPLAY, model=None)


class _ClosingModel(ScriptedModel):
    """A scripted model that knows when it is closed."""

    is_closed = False

    async def aclose(self) -> None:
        """Remember it."""
        self.is_closed = True


@pytest.mark.parametrize("reply", [NAIVE_REPLY, RequestRefusedError("no")], ids=["answered", "refused"])
async def test_the_model_is_closed_after_the_run(gold: Gold, tmp_path: Path, reply: str | RequestRefusedError) -> None:
    """Whether it answered or not."""
    model = _ClosingModel([reply])
    replies = Replies(tmp_path, mode=RecordingMode.LIVE, name="desk", model=model)
    with suppress(RequestRefusedError):
        await _predict(naive_system(replies), gold)
    assert model.is_closed
