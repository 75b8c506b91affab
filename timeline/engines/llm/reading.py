"""One chunk is read: asked for, split where the reply does not fit, parsed item by item."""

from typing import NamedTuple

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.timeline import Failure
from timeline.domain.vocabulary import FailureKind
from timeline.engines.llm.checking import Checker
from timeline.engines.llm.chunks import Chunk
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.parsing import Item, ParsedReply, parse_reply
from timeline.engines.llm.questions import Questions
from timeline.llm.account import Account
from timeline.llm.errors import CallError, PromptTooLongError
from timeline.llm.messages import Finish, ModelReply
from timeline.llm.model import Model


class Reading(NamedTuple):
    """What one reply gave. Its items link to each other by the ids they have in it."""

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

    async def read(self, chunk: Chunk, account: Account) -> tuple[Reading, ...]:
        """Return what the chunk gave, in several readings where it had to be split. Never raises for the model."""
        try:
            reply = await self._model.ask(self._questions.read(self._article, chunk), account)
        except PromptTooLongError as error:
            reply = None
            failure = failed(error.kind, str(error), chunk, error)
        except CallError as error:
            return (failed(error.kind, str(error), chunk, error),)
        if reply is not None and reply.finish is not Finish.TRUNCATED:
            return (self._reading_of(reply, chunk),)
        if len(chunk.lines) > 1:
            return await self._split(chunk, account)
        return (failure if reply is None else self._salvage(reply, chunk),)

    async def _split(self, chunk: Chunk, account: Account) -> tuple[Reading, ...]:
        account.allow_requests(self._options.requests_when_split)
        first, second = chunk.halves()
        return (*await self.read(first, account), *await self.read(second, account))

    def _reading_of(self, reply: ModelReply, chunk: Chunk) -> Reading:
        match reply.finish:
            case Finish.REFUSED:
                return failed(FailureKind.REFUSAL, "the model refused to read these sentences", chunk)
            case Finish.FILTERED:
                return failed(FailureKind.CONTENT_FILTER, "the provider's content filter withheld the reply", chunk)
            case _:
                parsed = self._parsed(reply)
        if parsed.is_whole:
            return Reading(parsed.items)
        message = f"the reply was not the JSON asked for; {len(parsed.items)} complete events of it were kept"
        return Reading(parsed.items, failed(FailureKind.UNREADABLE_REPLY, message, chunk).failures)

    def _salvage(self, reply: ModelReply, chunk: Chunk) -> Reading:
        items = self._parsed(reply).items
        message = f"the reply for a single sentence was cut off; {len(items)} complete events of it were kept"
        return Reading(items, failed(FailureKind.TRUNCATED, message, chunk).failures)

    def _parsed(self, reply: ModelReply) -> ParsedReply:
        parsed = parse_reply(reply.text)
        return parsed._replace(items=tuple(self._checked(item) for item in parsed.items))

    def _checked(self, item: Item) -> Item:
        return item if item.draft is None else item._replace(fault=self._checker(item.draft))


def failed(kind: FailureKind, message: str, chunk: Chunk, error: CallError | None = None) -> Reading:
    """Return the reading of a chunk that gave nothing."""
    return Reading(failures=(Failure(kind=kind, message=message, sentences=chunk.numbers),), error=error)
