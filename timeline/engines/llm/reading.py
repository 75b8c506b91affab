"""One chunk is read: asked for, split where the reply does not fit, parsed item by item, repaired."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.timeline import Failure
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.checking import Checker
from timeline.engines.llm.chunks import Chunk
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.parsing import Item, ParsedReply, parse_reply
from timeline.engines.llm.questions import Questions
from timeline.engines.llm.repairing import batches, with_answers
from timeline.llm.account import Account
from timeline.llm.errors import CallError, PromptTooLongError
from timeline.llm.messages import Finish, ModelReply, ModelRequest
from timeline.llm.model import Model

Asking = Callable[[Chunk], ModelRequest]
"""Writes the request for a chunk."""

_WITHHELD = {
    Finish.REFUSED: (FailureKind.REFUSAL, "the model refused to answer"),
    Finish.FILTERED: (FailureKind.CONTENT_FILTER, "the provider's content filter withheld the reply"),
}


class Reading(NamedTuple):
    """What one reply gave. Its items link to each other by their ids. `error` is why there was no reply."""

    items: tuple[Item, ...] = ()
    failures: tuple[Failure, ...] = ()
    error: CallError | None = None


class Reader:
    """Reads the chunks of one article."""

    def __init__(
        self, *, model: Model, questions: Questions, options: LlmOptions, article: AnnotatedArticle, checker: Checker
    ) -> None:
        self._model = model
        self._questions = questions
        self._options = options
        self._article = article
        self._checker = checker

    async def read(self, chunk: Chunk, account: Account, asking: Asking) -> tuple[Reading, ...]:
        """Return what the chunk gave, in several readings where it had to be split; a model's error is in them."""
        try:
            reply = await self._model.ask(asking(chunk), account)
        except PromptTooLongError as error:
            if len(chunk.lines) == 1:
                return (failed(error, chunk),)
            return await self._split(chunk, account, asking)
        except CallError as error:
            return (failed(error, chunk),)
        if reply.finish is Finish.TRUNCATED and len(chunk.lines) > 1:
            return await self._split(chunk, account, asking)
        return (await self._reading_of(reply, chunk, account),)

    async def _split(self, chunk: Chunk, account: Account, asking: Asking) -> tuple[Reading, ...]:
        account.allow_requests(self._options.requests_when_split)
        first, second = chunk.halves()
        return (*await self.read(first, account, asking), *await self.read(second, account, asking))

    async def _reading_of(self, reply: ModelReply, chunk: Chunk, account: Account) -> Reading:
        if reply.finish in _WITHHELD:
            kind, message = _WITHHELD[reply.finish]
            return Reading(failures=(Failure(kind=kind, message=message, sentences=chunk.numbers),))
        parsed = self._parsed(reply)
        reading = Reading(parsed.items, tuple(_cut_off(reply, parsed, chunk)))
        return await self._repaired(reading, chunk, account) if self._options.repair else reading

    async def _repaired(self, reading: Reading, chunk: Chunk, account: Account) -> Reading:
        answers: list[Item] = []
        failures = list(reading.failures)
        for batch in batches(reading.items):
            try:
                reply = await self._model.ask(self._questions.repair(self._article, chunk, batch), account)
            except CallError as error:
                failures.append(_not_repaired(error.kind, str(error)))
                break
            if reply.finish in _WITHHELD:
                failures.append(_not_repaired(*_WITHHELD[reply.finish]))
            answers += self._parsed(reply).items
        return Reading(with_answers(reading.items, answers), tuple(failures))

    def _parsed(self, reply: ModelReply) -> ParsedReply:
        if reply.finish in _WITHHELD:
            return ParsedReply((), is_whole=True)
        parsed = parse_reply(reply)
        return parsed._replace(items=tuple(self._checked(item) for item in parsed.items))

    def _checked(self, item: Item) -> Item:
        fault = None if item.draft is None else self._checker(item.draft)
        return item if fault is None else item._replace(fault=fault)


def failed(error: CallError, chunk: Chunk) -> Reading:
    """Return the reading of a chunk that got no reply."""
    return Reading(failures=(Failure(kind=error.kind, message=str(error), sentences=chunk.numbers),), error=error)


def _cut_off(reply: ModelReply, parsed: ParsedReply, chunk: Chunk) -> list[Failure]:
    """Say what is missing of a reply that was not read to its end."""
    kept = f"{len(parsed.items)} complete events of it were kept"
    if reply.finish is Finish.TRUNCATED:
        message = f"the reply for a single sentence was cut off; {kept}"
        return [Failure(kind=FailureKind.TRUNCATED, message=message, sentences=chunk.numbers)]
    if parsed.is_whole:
        return []
    message = f"the reply was not the JSON asked for; {kept}"
    return [Failure(kind=FailureKind.UNREADABLE_REPLY, message=message, sentences=chunk.numbers)]


def _not_repaired(kind: FailureKind, reason: str) -> Failure:
    return Failure(kind=kind, message=f"events with a fault could not be asked for again: {reason}")
