"""The engine that asks a language model: an article in, a draft of pointers out."""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft
from timeline.domain.timeline import Usage
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.checking import CheckerFactory, pointer_checker
from timeline.engines.llm.chunks import chunks_of
from timeline.engines.llm.collecting import Collection
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import Prompts, Questions
from timeline.engines.llm.reading import Reader, Reading
from timeline.errors import ModelError
from timeline.llm.account import Account, Clock, total
from timeline.llm.model import Model


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

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Return the proposal. What could not be done is in its failures.

        Raises:
            ModelError: The model cannot be had at all.
        """
        parts = [part async for part in self.stream(article)]
        return self._nothing_yet().model_copy(
            update={
                "events": tuple(event for part in parts for event in part.events),
                "rejected": tuple(rejection for part in parts for rejection in part.rejected),
                "failures": tuple(failure for part in parts for failure in part.failures),
                "requests": sum(part.requests for part in parts),
                "retries": sum(part.retries for part in parts),
                "usage": total(part.usage for part in parts if part.usage is not None),
            }
        )

    async def stream(self, article: AnnotatedArticle) -> AsyncGenerator[Draft]:
        """Yield the proposal chunk by chunk, in the order of the article.

        The parts put one after the other are what `draft` returns: relations count the events of all parts.

        Raises:
            ModelError: The model cannot be had at all; raised at the end, when no chunk got a reply.
        """
        collection = Collection()
        readings: list[Reading] = []
        async with aclosing(self._read_all(article)) as chunks:
            async for chunk_readings, account in chunks:
                readings += chunk_readings
                yield self._part(collection, chunk_readings, account)
        errors = [reading.error for reading in readings if reading.error is not None]
        if errors and len(errors) == len(readings) and all(error.kind is FailureKind.PROVIDER for error in errors):
            raise ModelError(str(errors[0])) from errors[0]

    async def _read_all(self, article: AnnotatedArticle) -> AsyncGenerator[tuple[tuple[Reading, ...], Account]]:
        """Read the chunks at the same time, and yield what each gave in their order."""
        reader = Reader(
            model=self._model,
            questions=self._questions,
            options=self._options,
            article=article,
            checker=self._checker(article),
        )
        deadline = None if self._options.deadline is None else self._clock() + self._options.deadline
        chunks = chunks_of(article, tokens=self._options.chunk_tokens, overlap=self._options.overlap)
        accounts = [self._account(deadline) for _ in chunks]
        tasks = [
            asyncio.create_task(reader.read(chunk, account)) for chunk, account in zip(chunks, accounts, strict=True)
        ]
        try:
            for task, account in zip(tasks, accounts, strict=True):
                yield await task, account
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _account(self, deadline: float | None) -> Account:
        return Account(max_requests=self._options.requests_per_chunk, clock=self._clock, deadline=deadline)

    def _part(self, collection: Collection, readings: Sequence[Reading], account: Account) -> Draft:
        taken = [collection.add(reading.items) for reading in readings]
        return self._nothing_yet().model_copy(
            update={
                "events": tuple(event for events, _ in taken for event in events),
                "rejected": tuple(rejection for _, rejected in taken for rejection in rejected),
                "failures": tuple(failure for reading in readings for failure in reading.failures),
                "requests": account.requests,
                "retries": account.retries,
                "usage": account.usage,
            }
        )

    def _nothing_yet(self) -> Draft:
        return Draft(engine=self.name, model=self._model.name, prompts=self._prompts.identities, usage=Usage())
