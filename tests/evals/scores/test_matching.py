"""Which prediction is taken for which label."""

import pytest

from evals.gold import Gold
from evals.scores.matching import match, pair_score
from tests.evals.sample import MEETING, denial, extra, meeting, names, sinking, treaty
from timeline.domain.span import Offsets


def test_a_right_prediction_scores_one(gold: Gold) -> None:
    """Type, participants and trigger give their full shares."""
    assert pair_score(meeting(), gold.events[0]) == pytest.approx(1.0)


def test_without_shared_evidence_there_is_no_score(gold: Gold) -> None:
    """A record about another sentence is another event."""
    elsewhere = meeting(evidence=(Offsets(MEETING[1], MEETING[1] + 5),))
    assert pair_score(elsewhere, gold.events[0]) == 0.0


def test_the_shares_add_up(gold: Gold) -> None:
    """Wrong type, one of two names, the trigger's word: 0.4 · 0 + 0.3 · 2/3 + 0.3 · 1."""
    assert pair_score(treaty(), gold.events[1]) == pytest.approx(0.5)


def test_titles_count_where_triggers_differ(gold: Gold) -> None:
    """Words {venn, meets, orla, talks} and {venn, orla, meet, tarn, met} share two of seven."""
    other = meeting(trigger="talks", participants=(), title="Venn meets Orla")
    assert pair_score(other, gold.events[0]) == pytest.approx(0.4 + 0.3 * 2 / 7)


def test_pairs_that_score_too_little_are_no_match(gold: Gold) -> None:
    """A record of the same sentence that has nothing else in common stays an extra."""
    stranger = meeting(type="other", title="Fish", trigger="fish", participants=names("Nobody"))
    matching = match([stranger], gold.events[:1])
    assert matching.pairs == ()
    assert matching.extras == (stranger,)
    assert matching.unmatched == gold.events[:1]


def test_the_best_sum_wins_over_the_best_pair(gold: Gold) -> None:
    """A greedy choice would leave one of the two records of a sentence alone."""
    accusation, attack = gold.events[2], gold.events[4]
    broad = sinking(type="accusation", participants=names("Brack"), trigger="sinking")
    narrow = sinking(type="accusation", participants=names("Venn", "Brack"), trigger="accused")
    matching = match([broad, narrow], [accusation, attack])
    assert {(pair.predicted, pair.gold.id) for pair in matching.pairs} == {(broad, "e5"), (narrow, "e3")}


def test_an_event_is_matched_once(gold: Gold) -> None:
    """Told twice is found once."""
    matching = match([meeting(), meeting(id="again")], gold.events)
    assert len(matching.pairs) == 1
    assert len(matching.extras) == 1


def test_nothing_matches_nothing() -> None:
    """Empty lists are no error."""
    assert match([], []).pairs == ()
    assert match([extra(), denial()], []).extras == (extra(), denial())
