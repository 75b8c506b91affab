"""Tokens are estimated from characters, and corrected by what replies say."""

import pytest

from tests.llm.simulation import request_of
from timeline.domain.timeline import Usage
from timeline.llm.estimate import Estimator, input_of, tokens_of


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("a" * 400, 100, id="English"),
        pytest.param("中" * 30, 20, id="another script"),
        pytest.param("a" * 40 + "é" * 3, 12, id="mixed"),
    ],
)
def test_tokens_come_from_characters(text: str, tokens: int) -> None:
    """Four to a token in English, fewer elsewhere."""
    assert tokens_of(text) == tokens


def test_the_estimate_follows_what_replies_say() -> None:
    """After some replies it is close."""
    estimator = Estimator()
    estimate = input_of(request_of("word " * 400))
    for _ in range(30):
        estimator.correct(estimate, Usage(input=2 * estimate, output=300))
    assert estimator.input(estimate) == pytest.approx(2 * estimate, rel=0.02)
    assert estimator.output() == pytest.approx(300, rel=0.02)


def test_a_reply_without_usage_teaches_nothing() -> None:
    """Some servers report none."""
    estimator = Estimator()
    before = estimator.input(100), estimator.output()
    estimator.correct(100, Usage())
    assert (estimator.input(100), estimator.output()) == before
