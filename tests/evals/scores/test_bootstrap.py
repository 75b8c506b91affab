"""Intervals over articles."""

import pytest

from evals.scores.bootstrap import difference, interval
from evals.scores.metrics import METRICS
from evals.scores.tally import Tally, total

GOOD = Tally(true_positives=8, false_positives=2, misses=2, pairs=8, type=8)
BAD = Tally(true_positives=2, false_positives=8, misses=8, pairs=2, type=1)
F1, TYPE = METRICS["event_f1"], METRICS["type"]


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    """Whatever is drawn, the score is the same."""
    found = interval(F1, [GOOD] * 5)
    assert found is not None
    assert found == pytest.approx((0.8, 0.8))


def test_the_interval_holds_the_score() -> None:
    """Unlike articles give an interval around the score of all."""
    tallies = [GOOD, BAD, GOOD, BAD, GOOD, BAD]
    found, score = interval(F1, tallies), F1.of(total(tallies))
    assert found is not None
    assert score == pytest.approx(0.5)
    assert 0.2 <= found.low < 0.5 < found.high <= 0.8


def test_the_same_articles_give_the_same_interval() -> None:
    """The draws are seeded."""
    assert interval(F1, [GOOD, BAD, BAD]) == interval(F1, [GOOD, BAD, BAD])


def test_a_score_without_value_has_no_interval() -> None:
    """No pairs, no mean over pairs; no articles, nothing to draw."""
    assert interval(TYPE, [Tally(misses=3)] * 4) is None
    assert interval(TYPE, []) is None


def test_paired_systems_see_the_same_samples() -> None:
    """A system compared with itself differs by nothing, in every sample."""
    found = difference(F1, [GOOD, BAD, GOOD], [GOOD, BAD, GOOD])
    assert found is not None
    assert found.interval == (0.0, 0.0)
    assert not found.is_clear


def test_a_clear_difference() -> None:
    """Better on every article is better in every sample."""
    found = difference(F1, [BAD] * 4, [GOOD] * 4)
    assert found is not None
    assert found.value == pytest.approx(0.6)
    assert found.is_clear


def test_only_the_same_number_of_articles_can_be_paired() -> None:
    """Pairs need partners."""
    with pytest.raises(ValueError, match="cannot be paired"):
        difference(F1, [GOOD], [GOOD, BAD])


def test_corpus_scores_are_micro_averages() -> None:
    """Sums first, ratio then: a long article weighs more than a short one."""
    short = Tally(true_positives=1)
    assert F1.of(total([short, BAD])) == pytest.approx(2 * 3 / (2 * 3 + 8 + 8))
