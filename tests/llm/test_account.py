"""An account counts what goes out, and stops it at its limits."""

import pytest

from tests.llm.simulation import SimulatedTime, account_of
from timeline.domain.timeline import Usage, total_usage
from timeline.llm.errors import DeadlineError, RequestsSpentError


def test_what_was_spent_is_told_once() -> None:
    """Requests, retries and tokens since it was last told."""
    account = account_of()
    account.open_request(is_retry=False)
    account.open_request(is_retry=True)
    account.add(Usage(input=3, output=1))
    assert account.take_spent() == (2, 1, Usage(input=3, output=1))
    assert account.take_spent() == (0, 0, Usage())


def test_no_request_goes_out_beyond_the_limit() -> None:
    """The limit can be raised, never lowered."""
    account = account_of(max_requests=1)
    account.open_request(is_retry=False)
    with pytest.raises(RequestsSpentError, match="all 1 requests"):
        account.open_request(is_retry=False)
    account.allow_requests(2)
    account.allow_requests(1)
    account.open_request(is_retry=False)
    assert account.is_spent


def test_no_request_goes_out_after_the_deadline() -> None:
    """The message names the setting."""
    time = SimulatedTime()
    account = account_of(time, deadline=time.now + 5)
    account.open_request(is_retry=False)
    time.now += 5
    with pytest.raises(DeadlineError, match="TIMELINE_DEADLINE"):
        account.open_request(is_retry=False)


@pytest.mark.parametrize(
    ("costs", "cost"),
    [
        pytest.param([0.5, 0.25], 0.75, id="all known"),
        pytest.param([0.5, None], None, id="one unknown"),
        pytest.param([], None, id="none"),
    ],
)
def test_a_sum_has_a_cost_where_every_part_has_one(costs: list[float | None], cost: float | None) -> None:
    """Half a cost would look like a whole one."""
    parts = [Usage(input=2, cached=1, output=1, cost_usd=one) for one in costs]
    count = len(costs)
    assert total_usage([*parts, Usage()]) == Usage(input=2 * count, cached=count, output=count, cost_usd=cost)
