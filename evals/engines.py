"""The systems that can be evaluated: ours with rules or with a model, and the naive baseline."""

import time
from enum import StrEnum
from pathlib import Path

from evals.errors import RunError
from evals.gold import Gold
from evals.naive import naive_prompt, naive_request, read_naive
from evals.prediction import Prediction, from_timeline
from evals.running import System
from evals.runs import RunHeader
from timeline.engines.engine import Engine
from timeline.llm.account import Account
from timeline.llm.messages import ModelReply, ModelRequest
from timeline.llm.model import Model
from timeline.pipeline import extract_timeline
from timeline.settings import read_settings
from timeline.version import __version__
from timeline.wiring import choose_engine

RECORDINGS = Path(__file__).parent / "recordings"


class SystemName(StrEnum):
    """What can be evaluated."""

    LLM = "llm"
    NAIVE = "naive"
    RULES = "rules"


class Mode(StrEnum):
    """Where a model's replies come from: recordings, the model and then into recordings, or the model alone."""

    REPLAY = "replay"
    RECORD = "record"
    LIVE = "live"


class CountingModel:
    """Passes requests on and counts the characters of the replies."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.characters = 0

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Ask the model."""
        reply = await self._model.ask(request, account)
        self.characters += len(reply.text)
        return reply


def rules_system() -> System:
    """Return the rules engine."""
    engine: Engine = choose_engine("rules", read_settings())

    async def predict(gold: Gold) -> Prediction:
        timeline = await extract_timeline(gold.article, engine)
        return from_timeline(timeline, article=gold.name, text=gold.article.text)

    return System(RunHeader(engine=SystemName.RULES, version=__version__), predict)


def naive_system(model: Model) -> System:
    """Return the baseline: one plain prompt to the model."""
    prompt = naive_prompt()

    async def predict(gold: Gold) -> Prediction:
        account = Account(max_requests=12, clock=time.monotonic)
        reply = await model.ask(naive_request(prompt, gold.article), account)
        return read_naive(reply.text, gold.article, name=gold.name)

    prompts = {prompt.name: prompt.identity}
    return System(RunHeader(engine=SystemName.NAIVE, model=model.name, prompts=prompts, version=__version__), predict)


def make_system(name: SystemName, *, mode: Mode, model: str | None, recordings: Path) -> System:
    """Return a system, its model answering as `mode` says."""
    if name is SystemName.RULES:
        return rules_system()
    raise RunError(f"{name} cannot be run yet ({mode}, {model}, {recordings})")


def has_recordings(name: SystemName, recordings: Path) -> bool:
    """Say whether a system was ever recorded."""
    return any((recordings / name).glob("*.json"))
