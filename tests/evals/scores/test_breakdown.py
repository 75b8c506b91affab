"""Scores by value, and which value was taken for which."""

from evals.gold import Gold
from evals.scores.breakdown import STATUS, TYPE, Confusion, confusions, tallies_by
from evals.scores.outcome import Outcome, score
from evals.scores.tally import tally_article, total
from tests.evals.sample import denial, extra, meeting, prediction, sinking, treaty


def _outcome(gold: Gold) -> Outcome:
    return score(prediction(gold, meeting(), treaty(), denial(), sinking(), extra()), gold)


def test_events_are_grouped_by_their_label(gold: Gold) -> None:
    """Pairs and misses stand under the preferred label, extras under their own value."""
    tallies = tallies_by(TYPE, [_outcome(gold)])
    assert tallies["agreement"].true_positives == 1
    assert tallies["agreement"].type == 0
    assert tallies["accusation"].misses == 1
    assert tallies["other"].false_positives == 1


def test_the_groups_add_up_to_the_article(gold: Gold) -> None:
    """No event is counted twice or lost."""
    outcome = _outcome(gold)
    whole, parts = tally_article(outcome), total(tallies_by(STATUS, [outcome]).values())
    assert (parts.true_positives, parts.false_positives, parts.misses) == (3, 1, 1)
    assert (parts.pairs, parts.type, parts.sources) == (whole.pairs, whole.type, whole.sources)


def test_confusions(gold: Gold) -> None:
    """An accepted value counts as itself, a wrong one against the preferred label."""
    found = confusions(TYPE, [_outcome(gold), score(prediction(gold, treaty(type="meeting")), gold)])
    assert Confusion("agreement", "statement", 1) in found
    assert Confusion("meeting", "meeting", 2) in found
    assert not any(cell.gold == "agreement" and cell.predicted == "meeting" for cell in found)
