"""What requests take in tokens and money: reckoned before, counted after, also where they fail."""

import json
from typing import NamedTuple

from timeline.domain.timeline import Usage
from timeline.errors import ConfigurationError
from timeline.llm.account import Account
from timeline.llm.budget import Budget
from timeline.llm.errors import CallError, TransientError, UnreadableBodyError
from timeline.llm.estimate import Estimator, input_of
from timeline.llm.messages import ModelRequest
from timeline.llm.prices import Price

OUTPUT_UNDER_CAP = 16_000
"""The limit of output tokens that is sent under a spending cap where none was set: without one, no cap holds."""

_FRAME_TOKENS = 16
"""What a chat template puts around a message, at most."""


class Reckoning(NamedTuple):
    """What one request is expected to take: its input, input and output together, and its cost at most.

    `estimate` is its input by rule of thumb alone.
    """

    estimate: int
    input_tokens: int
    tokens: int
    most_usd: float


class Meter:
    """Counts for one model, whose budget others may share. Without a price, tokens are counted and money is not."""

    def __init__(self, *, model: str, price: Price | None, budget: Budget) -> None:
        if budget.is_capped and price is None:
            raise ConfigurationError(
                f"TIMELINE_MAX_COST is set, but the price of {model!r} is not known; add it with TIMELINE_PRICES"
            )
        self._price = price
        self._budget = budget
        self._estimator = Estimator()

    @property
    def spent_usd(self) -> float:
        """What all requests have cost, or may have cost."""
        return self._budget.spent_usd

    def output_limit(self, request: ModelRequest) -> int | None:
        """Return the limit of output tokens to send, or None."""
        asked = request.parameters.max_output_tokens
        return OUTPUT_UNDER_CAP if asked is None and self._budget.is_capped else asked

    def reckon(self, request: ModelRequest) -> Reckoning:
        """Say what a request is expected to take."""
        estimate = input_of(request)
        tokens = self._estimator.input(estimate)
        most = self._most_usd(request) if self._budget.is_capped else 0.0
        return Reckoning(estimate, tokens, tokens + self._estimator.output(), most)

    def _most_usd(self, request: ModelRequest) -> float:
        # A token holds a byte or more, so this bounds the input from above, whatever the tokenizer.
        texts = [message.content for message in request.messages]
        if request.reply is not None:
            texts.append(json.dumps(request.reply.definition))
        most_input = sum(len(text.encode()) + _FRAME_TOKENS for text in texts)
        return self._cost(Usage(input=most_input, output=self.output_limit(request) or 0)) or 0.0

    async def open(self, reckoning: Reckoning, account: Account) -> None:
        """Set money aside for a request.

        Raises:
            BudgetError: It could pass the cap.
            DeadlineError: The time for the article was over before others gave enough back.
        """
        await self._budget.set_aside(reckoning.most_usd, account)

    def give_back(self, reckoning: Reckoning) -> None:
        """Give back the money for a request that was not sent."""
        self._budget.settle(reckoning.most_usd, 0.0)

    def close(self, reckoning: Reckoning, usage: Usage, account: Account) -> Usage:
        """Count the tokens of a reply; return them with their cost."""
        self._estimator.correct(reckoning.estimate, usage)
        priced = self._priced(usage)
        account.add(priced)
        self._budget.settle(reckoning.most_usd, priced.cost_usd or 0.0)
        return priced

    def close_failed(self, reckoning: Reckoning, error: BaseException, account: Account) -> Usage:
        """Count a request that gave no reply: what it says it took, or its input where the model may have worked.

        The budget then counts the most it may have cost. What was counted is returned.
        """
        reported = error.usage if isinstance(error, UnreadableBodyError) else None
        if reported is not None and reported != Usage():
            usage = self._priced(reported)
            spent = usage.cost_usd or 0.0
        elif _may_have_worked(error):
            usage = self._priced(Usage(input=reckoning.input_tokens))
            spent = reckoning.most_usd
        else:
            usage, spent = Usage(), 0.0
        account.add(usage)
        self._budget.settle(reckoning.most_usd, spent)
        return usage

    def _priced(self, usage: Usage) -> Usage:
        cost = self._cost(usage)
        return usage if cost == usage.cost_usd else usage.model_copy(update={"cost_usd": cost})

    def _cost(self, usage: Usage) -> float | None:
        return None if self._price is None else self._price.cost(usage)


def _may_have_worked(error: BaseException) -> bool:
    if isinstance(error, TransientError):
        return error.was_sent
    return isinstance(error, UnreadableBodyError) or not isinstance(error, CallError)
