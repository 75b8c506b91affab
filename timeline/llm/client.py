"""A model behind a provider's endpoint: negotiates the form of replies, tries again, counts."""

import asyncio
import logging
import time
from collections.abc import Awaitable
from random import Random

from pydantic import Field, JsonValue

from timeline.domain.value import Value
from timeline.llm.account import Account, Clock
from timeline.llm.allowance import Allowance
from timeline.llm.budget import Budget
from timeline.llm.calls import Call, Observer, call_span, observe_nothing, reply_attributes
from timeline.llm.errors import PromptTooLongError, RequestRefusedError, TransientError
from timeline.llm.forms import ReplyForm, read_reply, request_body
from timeline.llm.known_form import FormMemory, NoMemory
from timeline.llm.limits import Limiter, Limits
from timeline.llm.messages import Finish, ModelReply, ModelRequest
from timeline.llm.metering import Meter, Reckoning
from timeline.llm.prices import Price
from timeline.llm.retry import Retrier, RetryPolicy, Sleep
from timeline.llm.transport import OPENAI_URL, Transport

_LOG = logging.getLogger(__name__)


class ClientOptions(Value):
    """How requests are sent. `output_limit` is what the provider calls the limit of output tokens.

    `limits` and `max_cost_usd` are those of a model that shares its allowance with no other.
    """

    model: str
    request_timeout: float = 120.0
    retry: RetryPolicy = RetryPolicy()
    limits: Limits = Limits()
    max_cost_usd: float | None = Field(default=None, gt=0)
    output_limit: str = "max_tokens"


class ProviderModel:
    """A language model at an endpoint. One instance belongs to one event loop."""

    def __init__(  # noqa: PLR0913 - the world around it, each part with its usual one
        self,
        transport: Transport,
        options: ClientOptions,
        *,
        price: Price | None = None,
        sleep: Sleep = asyncio.sleep,
        random: Random | None = None,
        clock: Clock = time.monotonic,
        observer: Observer = observe_nothing,
        allowance: Allowance | None = None,
    ) -> None:
        own = Allowance(Limiter(options.limits, clock=clock, sleep=sleep), Budget(options.max_cost_usd))
        self._transport = transport
        self._observer = observer
        self._options = options
        self._limiter, budget = allowance or own
        self._meter = Meter(model=options.model, price=price, budget=budget)
        random = random or Random()  # noqa: S311 - jitter is no secret
        self._retrier = Retrier(options.retry, sleep=sleep, random=random)
        self._form = ReplyForm.STRICT_SCHEMA
        self._form_is_proven = False
        self._memory: FormMemory = NoMemory()
        self._recalled: ReplyForm | None = None

    @property
    def name(self) -> str:
        """The model's name."""
        return self._options.model

    @property
    def form(self) -> ReplyForm:
        """The form of structured output in use at this endpoint."""
        return self._form

    def use_memory(self, memory: FormMemory) -> None:
        """Begin with the form that `memory` knows, and tell it the form that works."""
        self._memory, self._recalled = memory, memory.recall()
        self._form = self._recalled or ReplyForm.STRICT_SCHEMA

    @property
    def spent_usd(self) -> float:
        """What all requests have cost, or may have cost, with those of whoever shares the budget."""
        return self._meter.spent_usd

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Return the model's reply; an unreadable one is asked for once more, in a weaker form where none is proven.

        Raises:
            CallError: There is no reply; the class says why.
        """
        reply = await self._ask_in_a_form_it_takes(request, account)
        if self._is_readable(request, reply) or account.is_spent:
            return reply
        if not self._form_is_proven:
            self._step_down(self._form, "the reply was not the JSON asked for")
        second = await self._ask_in_a_form_it_takes(request, account)
        self._is_readable(request, second)
        return second

    def _is_readable(self, request: ModelRequest, reply: ModelReply) -> bool:
        """Say whether to leave the reply as it is, and note that the form in use works where it does."""
        if request.reply is None or reply.finish is not Finish.COMPLETE:
            return True
        is_readable = reply.list_under(request.reply.key) is not None
        if is_readable and not self._form_is_proven:
            self._form_is_proven = True
            if self._form is not self._recalled:
                self._memory.note(self._form)
        return is_readable

    async def _ask_in_a_form_it_takes(self, request: ModelRequest, account: Account) -> ModelReply:
        first_refusal: RequestRefusedError | None = None
        while True:
            form = self._form
            try:
                return await self._try(request, form, account)
            except PromptTooLongError:
                raise
            except RequestRefusedError as error:
                first_refusal = first_refusal or error
                if request.reply is None or self._form_is_proven:
                    raise
                if account.is_spent or not self._step_down(form, "the request was refused"):
                    self._form = ReplyForm.STRICT_SCHEMA
                    raise first_refusal from None

    def _step_down(self, form: ReplyForm, reason: str) -> bool:
        """Go to a form weaker than `form`, unless another request has; say whether there is one.

        A form that was only recalled is forgotten: the endpoint is another than it was, so the best comes first again.
        """
        following = ReplyForm.STRICT_SCHEMA if form is self._recalled else form.weaker
        if following is None:
            return False
        if self._form is form:
            _LOG.info("structured output stepped down host=%s from=%s reason=%s", self._transport.host, form, reason)
            self._form, self._recalled = following, None
        return True

    async def _try(self, request: ModelRequest, form: ReplyForm, account: Account) -> ModelReply:
        body = request_body(
            request,
            model=self.name,
            form=form,
            output_limit=(self._options.output_limit, self._meter.output_limit(request)),
        )
        return await self._retrier.run(
            lambda is_retry: self._attempt(request, body, account, is_retry=is_retry), account
        )

    async def _attempt(
        self, request: ModelRequest, body: dict[str, JsonValue], account: Account, *, is_retry: bool
    ) -> ModelReply:
        reckoning = self._meter.reckon(request)
        # Before the passage: this may wait, and what was let through has to go at once.
        await self._meter.open(reckoning, account)
        is_sent = False
        try:
            async with self._limiter.passage(reckoning.tokens, account) as passage:
                account.open_request(is_retry=is_retry)
                is_sent = True
                with call_span(self.name, self._transport.host, request) as tell:
                    sent = self._send(body, account)
                    reply = await self._settled(sent, reckoning, account, is_retry=is_retry)
                    tell(reply_attributes(reply))
                passage.tokens = reply.usage.input + reply.usage.output or passage.tokens
                return reply
        except BaseException:
            if not is_sent:
                self._meter.give_back(reckoning)
            raise

    async def _settled(
        self, sent: Awaitable[ModelReply], reckoning: Reckoning, account: Account, *, is_retry: bool
    ) -> ModelReply:
        """Return the reply with what it cost; count what the request took, also where it failed."""
        began = account.clock()
        try:
            reply = await sent
        except BaseException as error:  # a cancelled request may have cost money too
            usage = self._meter.close_failed(reckoning, error, account)
            seconds = account.clock() - began
            self._observer(Call(self.name, seconds, is_retry, usage, type(error).__name__))
            raise
        usage = self._meter.close(reckoning, reply.usage, account)
        self._observer(Call(self.name, account.clock() - began, is_retry, usage))
        return reply if usage is reply.usage else reply.model_copy(update={"usage": usage})

    async def _send(self, body: dict[str, JsonValue], account: Account) -> ModelReply:
        try:
            answer = await self._transport.send(body, timeout=self._timeout(account))
        except TransientError as error:
            if error.retry_after is not None and error.retry_after <= self._options.retry.give_up_after:
                self._limiter.hold(error.retry_after)
            raise
        self._limiter.learn(answer.headers)
        return read_reply(answer.payload)

    def _timeout(self, account: Account) -> float:
        left = account.seconds_left
        return self._options.request_timeout if left is None else min(self._options.request_timeout, left)


def output_limit_name(base_url: str | None) -> str:
    """Return what the endpoint calls the limit of output tokens; OpenAI's own newer models refuse the old name."""
    return "max_completion_tokens" if base_url in (None, OPENAI_URL) else "max_tokens"
