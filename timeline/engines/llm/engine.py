"""The engine that asks a language model: an article in, a draft of pointers out."""

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft, join_drafts
from timeline.domain.timeline import Usage
from timeline.engines.llm.checking import CheckerFactory, pointer_checker
from timeline.engines.llm.estimating import estimate
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import Prompts, Questions
from timeline.engines.llm.reading import Reader
from timeline.engines.llm.session import Session
from timeline.llm.account import Clock
from timeline.llm.estimate import Estimate
from timeline.llm.model import Model, close


class LlmEngine:
    """Proposes events by asking a model for pointers into the article. `clock` is monotonic."""

    name = "llm"

    def __init__(
        self,
        model: Model,
        prompts: Prompts,
        options: LlmOptions | None = None,
        *,
        checker: CheckerFactory = pointer_checker,
        clock: Clock = time.monotonic,
    ) -> None:
        self._model = model
        self._prompts = prompts
        self._options = options or LlmOptions()
        self._questions = Questions(prompts, self._options.parameters)
        self._checker = checker
        self._clock = clock
        self._blank = Draft(engine=self.name, model=model.name, prompts=prompts.identities, usage=Usage())

    async def aclose(self) -> None:
        """Close the model's connections and files."""
        await close(self._model)

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Return the proposal. What could not be done is in its failures.

        Raises:
            ModelError: The model cannot be had at all.
        """
        parts = [part async for part in self.stream(article)]
        return join_drafts(parts or [self._blank])

    async def stream(self, article: AnnotatedArticle) -> AsyncGenerator[Draft]:
        """Yield the proposal chunk by chunk, in the order of the article.

        The parts put one after the other are what `draft` returns: relations count the events of all parts.

        Raises:
            ModelError: The model cannot be had at all; raised when every chunk has been tried.
        """
        session = self._session(article)
        async with aclosing(session.read()) as parts:
            async for part in parts:
                yield part
        if self._options.coverage:
            async with aclosing(session.cover()) as parts:
                async for part in parts:
                    yield part

    def estimate(self, article: AnnotatedArticle) -> Estimate:
        """Say what the article will take, without asking the model."""
        return estimate(article, self._questions, self._options)

    def _session(self, article: AnnotatedArticle) -> Session:
        reader = Reader(
            model=self._model,
            questions=self._questions,
            options=self._options,
            article=article,
            checker=self._checker(article),
        )
        return Session(
            article=article,
            reader=reader,
            questions=self._questions,
            options=self._options,
            clock=self._clock,
            blank=self._blank,
        )
