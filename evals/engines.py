"""The systems that can be evaluated: ours with rules or with a model, and the naive baseline."""

import time
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path

from evals.errors import StaleError
from evals.gold import Gold
from evals.naive import naive_prompt, naive_request, read_naive
from evals.prediction import Prediction, from_timeline
from evals.replies import Replies, open_replies
from evals.running import System
from evals.runs import RunHeader
from timeline.assembly.proof import proof_checker
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.questions import load_prompts
from timeline.engines.rules.engine import RulesEngine
from timeline.llm.account import Account
from timeline.llm.messages import ModelReply, ModelRequest
from timeline.llm.model import Model
from timeline.llm.recordings import RecordingMode, StaleRecordingError
from timeline.pipeline import extract_timeline
from timeline.version import __version__

Ask = Callable[[Gold, Model], Awaitable[Prediction]]
"""Predicts the events of an article with a model."""


class SystemName(StrEnum):
    """What can be evaluated."""

    LLM = "llm"
    NAIVE = "naive"
    RULES = "rules"


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


def make_system(name: SystemName, *, mode: RecordingMode, model: str | None, recordings: Path) -> System:
    """Return a system, with its model's replies coming from where `mode` says.

    Raises:
        StaleError: The mode is to replay, and there are no recordings, or they are of several models.
        ConfigurationError: The mode is to ask, and no model is configured.
    """
    if name is SystemName.RULES:
        return rules_system()
    replies = open_replies(recordings / name, mode=mode, model=model)
    return llm_system(replies) if name is SystemName.LLM else naive_system(replies)


def rules_system() -> System:
    """Return the rules engine."""
    engine = RulesEngine()

    async def predict(gold: Gold) -> Prediction:
        timeline = await extract_timeline(gold.article, engine)
        return from_timeline(timeline, article=gold.name, text=gold.article.text)

    return System(RunHeader(engine=SystemName.RULES, version=__version__), predict)


def llm_system(replies: Replies) -> System:
    """Return the model's engine with the prompts that are shipped."""
    prompts = load_prompts(None)

    async def ask(gold: Gold, model: Model) -> Prediction:
        counting = CountingModel(model)
        engine = LlmEngine(counting, prompts, checker=proof_checker)
        timeline = await extract_timeline(gold.article, engine)
        return from_timeline(timeline, article=gold.name, text=gold.article.text, characters=counting.characters)

    header = RunHeader(engine=SystemName.LLM, model=replies.name, prompts=prompts.identities, version=__version__)
    return System(header, _with_replies(ask, replies), replies.close)


def naive_system(replies: Replies) -> System:
    """Return the baseline: one plain prompt to the model."""
    prompt = naive_prompt()

    async def ask(gold: Gold, model: Model) -> Prediction:
        account = Account(max_requests=12, clock=time.monotonic)
        reply = await model.ask(naive_request(prompt, gold.article), account)
        return read_naive(reply.text, gold.article, name=gold.name)

    prompts = {prompt.name: prompt.identity}
    header = RunHeader(engine=SystemName.NAIVE, model=replies.name, prompts=prompts, version=__version__)
    return System(header, _with_replies(ask, replies), replies.close)


def _with_replies(ask: Ask, replies: Replies) -> Callable[[Gold], Awaitable[Prediction]]:
    async def predict(gold: Gold) -> Prediction:
        model = replies.for_article(gold.name)
        try:
            prediction = await ask(gold, model)
        except StaleRecordingError as error:
            raise StaleError(f"{gold.name}: {error}") from error
        if not prediction.failures:  # a failure may have kept it from asking what is recorded
            replies.keep_what_was_used(model)
        return prediction

    return predict
