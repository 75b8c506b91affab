"""The work on one article: its chunks are read at the same time, then what no record cites is asked about."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from functools import partial

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import Draft
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.chunks import Chunk, chunks_of, lines_of
from timeline.engines.llm.collecting import Collection
from timeline.engines.llm.coverage import uncovered_chunks
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import Questions
from timeline.engines.llm.reading import Asking, Reader, Reading, failed
from timeline.engines.llm.records import Records
from timeline.errors import ModelError
from timeline.llm.account import Account, Clock
from timeline.llm.errors import AccessError, CallError

_LINES_PER_QUESTION = 40


class Session:
    """Yields drafts part by part. `blank` is a draft with no event that says who drafts."""

    def __init__(
        self,
        *,
        article: AnnotatedArticle,
        reader: Reader,
        questions: Questions,
        options: LlmOptions,
        clock: Clock,
        blank: Draft,
    ) -> None:
        self._article = article
        self._reader = reader
        self._questions = questions
        self._options = options
        self._blank = blank
        deadline = None if options.deadline is None else clock() + options.deadline
        self._lines = lines_of(article)
        self._chunks = chunks_of(article, self._lines, tokens=options.chunk_tokens, overlap=options.overlap)
        self._accounts = [
            Account(max_requests=options.requests_per_chunk, clock=clock, deadline=deadline) for _ in self._chunks
        ]
        self._collection = Collection()
        self._readings: list[Reading] = []

    async def read(self) -> AsyncGenerator[Draft]:
        """Yield what each chunk gives, in the order of the article.

        Raises:
            ModelError: No chunk got a reply, because the model cannot be had.
        """
        asking = partial(self._questions.read, self._article)
        async with aclosing(self._ask_all(self._chunks, self._accounts, asking)) as parts:
            async for part in parts:
                yield part
        errors = [reading.error for reading in self._readings if reading.error is not None]
        if errors and len(errors) == len(self._readings) and all(one.kind is FailureKind.PROVIDER for one in errors):
            raise ModelError(str(errors[0])) from errors[0]

    async def cover(self) -> AsyncGenerator[Draft]:
        """Yield what the sentences give that no record cites; they share the accounts of the chunks."""
        records = Records(self._collection.events)
        chunks = uncovered_chunks(self._article, self._lines, seen=self._seen(), lines_per_chunk=_LINES_PER_QUESTION)
        accounts = [self._accounts[index * len(self._accounts) // len(chunks)] for index in range(len(chunks))]
        asking = partial(self._questions.cover, self._article, records)
        async with aclosing(self._ask_all(chunks, accounts, asking, known=len(records))) as parts:
            async for part in parts:
                yield part

    async def _ask_all(
        self, chunks: Sequence[Chunk], accounts: Sequence[Account], asking: Asking, *, known: int = 0
    ) -> AsyncGenerator[Draft]:
        reads = (self._reader.read(chunk, account, asking) for chunk, account in zip(chunks, accounts, strict=True))
        tasks = [asyncio.create_task(read) for read in reads]
        denied: CallError | None = None
        try:
            for task, chunk, account in zip(tasks, chunks, accounts, strict=True):
                if denied is None or (task.done() and not task.cancelled()):
                    readings = await task
                else:
                    readings = (failed(denied, chunk),)
                if denied is None and (denied := _denial_in(readings)) is not None:
                    _cancel(tasks)
                yield self._part(readings, account, known=known)
        finally:
            _cancel(tasks)
            await asyncio.gather(*tasks, return_exceptions=True)

    def _part(self, readings: Sequence[Reading], account: Account, *, known: int) -> Draft:
        self._readings += readings
        taken = [self._collection.add(reading.items, known=known) for reading in readings]
        spent = account.take_spent()
        return self._blank.model_copy(
            update={
                "events": tuple(event for events, _ in taken for event in events),
                "rejected": tuple(rejection for _, rejected in taken for rejection in rejected),
                "failures": tuple(failure for reading in readings for failure in reading.failures),
                "requests": spent.requests,
                "retries": spent.retries,
                "usage": spent.usage,
            }
        )

    def _seen(self) -> set[int]:
        cited = {number for event in self._collection.events for number in event.evidence}
        unread = {number for one in self._readings for failure in one.failures for number in failure.sentences}
        return cited | unread


def _cancel(tasks: Sequence[asyncio.Task[tuple[Reading, ...]]]) -> None:
    for task in tasks:
        task.cancel()


def _denial_in(readings: Sequence[Reading]) -> CallError | None:
    """Return the error after which no other chunk need be asked about: the key, the model or the account is wrong."""
    return next((reading.error for reading in readings if isinstance(reading.error, AccessError)), None)
