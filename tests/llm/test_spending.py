"""Money: what tokens cost, and a cap that is not passed, retries and concurrency included."""

import asyncio
from pathlib import Path

import pytest

from tests.llm.provider import Provider, completion, cuts, fails, says
from tests.llm.simulation import Client, SimulatedTime, account_of, client_of, request_of
from timeline.domain.timeline import Usage
from timeline.errors import ConfigurationError
from timeline.llm.budget import Budget
from timeline.llm.client import ClientOptions
from timeline.llm.errors import BudgetError, DeadlineError
from timeline.llm.limits import Limits
from timeline.llm.messages import Parameters
from timeline.llm.metering import OUTPUT_UNDER_CAP, Meter
from timeline.llm.prices import Price, load_prices

EMPTY = '{"events": []}'
PRICE = Price(input=1.0, cached=0.5, output=10.0)


def _client(cap: float) -> Client:
    return Client(options=ClientOptions(model="tiny", request_timeout=5.0, max_cost_usd=cap), price=PRICE)


def test_a_dated_version_has_the_price_of_its_model() -> None:
    """A model that is not listed has none."""
    prices = load_prices()
    assert prices.of("gpt-4.1-mini-2025-04-14") == prices.of("gpt-4.1-mini")
    assert prices.of("gpt-4.1-mini") is not None
    assert prices.of("tiny") is None


def test_the_users_own_prices_come_first(tmp_path: Path) -> None:
    """They add to the table and override it."""
    own = tmp_path / "prices.toml"
    own.write_text('[tiny]\ninput = 1\ncached = 0.5\noutput = 10\n["gpt-5"]\ninput = 9\ncached = 9\noutput = 9\n')
    prices = load_prices(own)
    assert prices.of("tiny") == PRICE
    assert prices.of("gpt-5") == Price(input=9, cached=9, output=9)
    assert prices.of("gpt-5-mini") == load_prices().of("gpt-5-mini")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("[tiny\n", "is not TOML", id="no TOML"),
        pytest.param("[tiny]\ninput = -1\ncached = 0\noutput = 0\n", r"tiny\.input", id="negative"),
        pytest.param("[tiny]\ninput = 1\n", r"tiny\.cached", id="a price is missing"),
        pytest.param(None, "cannot read", id="no file"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, content: str | None, message: str) -> None:
    """The message names the setting and the entry."""
    own = tmp_path / "prices.toml"
    if content is not None:
        own.write_text(content)
    with pytest.raises(ConfigurationError, match=f"TIMELINE_PRICES.*{message}"):
        load_prices(own)


def test_a_cap_needs_a_price() -> None:
    """Money that is not counted cannot be capped."""
    with pytest.raises(ConfigurationError, match="'tiny'"):
        Meter(model="tiny", price=None, budget=Budget(1.0))


async def test_a_budget_waits_for_money_that_may_come_back() -> None:
    """A request under way may cost less than was set aside for it."""
    budget = Budget(1.0)
    await budget.set_aside(0.8, account_of())
    waiting = asyncio.create_task(budget.set_aside(0.5, account_of()))
    await asyncio.sleep(0)
    assert not waiting.done()
    budget.settle(0.8, 0.1)
    await waiting
    assert budget.spent_usd == pytest.approx(0.1)


async def test_a_wait_for_money_ends_at_the_deadline() -> None:
    """Whoever holds it may hold it longer than the article has; what was waited for is not set aside."""
    budget, time = Budget(1.0), SimulatedTime()
    await budget.set_aside(0.8, account_of(time))
    with pytest.raises(DeadlineError, match="TIMELINE_MAX_COST"):
        await asyncio.wait_for(budget.set_aside(0.5, account_of(time, deadline=time.now + 0.01)), 5)
    budget.settle(0.8, 0.1)
    await asyncio.wait_for(budget.set_aside(0.9, account_of(time)), 5)


async def test_a_budget_refuses_what_could_pass_the_cap() -> None:
    """Even when nothing is under way."""
    budget = Budget(1.0)
    budget.settle(0.0, 0.7)
    with pytest.raises(BudgetError, match="TIMELINE_MAX_COST"):
        await budget.set_aside(0.4, account_of())


async def test_spending_stops_before_the_cap_is_passed() -> None:
    """Thirty requests at once, of which some may not go out."""
    cap = 0.003
    request = request_of().model_copy(update={"parameters": Parameters(max_output_tokens=40)})
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider, client=_client(cap)) as model:
            replies = await asyncio.gather(
                *(model.ask(request, account_of()) for _ in range(30)), return_exceptions=True
            )
    refused = [reply for reply in replies if isinstance(reply, BudgetError)]
    spent = sum(reply.usage.cost_usd or 0 for reply in replies if not isinstance(reply, BaseException))
    assert refused
    assert 0.8 * cap < spent <= cap
    assert len(provider.bodies) == len(replies) - len(refused)


async def test_a_cap_bounds_the_output() -> None:
    """Without a limit of output tokens no reply would have a highest cost."""
    with Provider([says(EMPTY)]) as provider:
        async with client_of(provider, client=_client(1.0)) as model:
            await model.ask(request_of(), account_of())
    assert provider.bodies[0]["max_tokens"] == OUTPUT_UNDER_CAP


async def test_a_request_that_may_have_been_worked_on_counts_at_its_most() -> None:
    """The connection broke, so the provider may bill all of it; an error it answers with costs nothing."""
    with Provider([cuts(completion(EMPTY)), fails(503), says(EMPTY)]) as provider:
        async with client_of(provider, client=_client(1.0)) as model:
            await model.ask(request_of(), account_of())
            spent = model.spent_usd
    answered = PRICE.cost(Usage(input=100, cached=60, output=20))
    assert OUTPUT_UNDER_CAP * 10.0 / 1e6 < spent - answered < 1.5 * OUTPUT_UNDER_CAP * 10.0 / 1e6


async def test_money_for_a_request_that_is_not_sent_is_given_back() -> None:
    """The limits of the minute left no time for it; the next one finds the money there."""
    options = ClientOptions(model="tiny", request_timeout=5.0, max_cost_usd=0.03, limits=Limits(requests_per_minute=1))
    time = SimulatedTime()
    with Provider([says(EMPTY)]) as provider:
        async with client_of(
            provider, time, Client(options=options, price=Price(input=0, cached=0, output=1))
        ) as model:
            await model.ask(request_of(), account_of(time))
            with pytest.raises(DeadlineError):
                await model.ask(request_of(), account_of(time, deadline=time.now + 30))
            await model.ask(request_of(), account_of(time))
    assert len(provider.bodies) == 2
