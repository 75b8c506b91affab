"""An article scored by hand."""

import pytest

from evals.gold import Gold
from evals.scores.metrics import scores_of
from evals.scores.outcome import RelationCounts, score
from evals.scores.tally import tally_article
from tests.evals.sample import denial, extra, meeting, prediction, sinking, treaty

# Found: meeting, treaty, denial, and the optional sinking. Extra: the waiting reporters. Missed: the accusation.
BY_HAND = {
    "event_f1": 2 * 3 / (2 * 3 + 1 + 1),
    "precision": 3 / 4,
    "recall": 3 / 4,
    "type": 3 / 4,
    "status": 3 / 4,
    "place": 3 / 4,
    "date_exact": 3 / 4,
    "date_overlap": (1 + 1 / 31 + 1 + 1) / 4,
    "date_exact_when_dated": 1 / 2,
    "participants": (1 + 2 / 3 + 1 + 1) / 4,
    "sources": 3 / 4,
    "relations_f1": 0.0,
    "grounded": 1.0,
    "characters_per_event": 100.0,
}


def test_every_score_by_hand(gold: Gold) -> None:
    """The scores are those of the codebook, computed on paper."""
    predicted = prediction(
        gold, meeting(), treaty(), denial(), sinking(), extra(), links=(("denies", "p3", "p4"),)
    ).model_copy(update={"characters": 500})
    assert scores_of(tally_article(score(predicted, gold))) == pytest.approx(BY_HAND)


def test_no_prediction_at_all(gold: Gold) -> None:
    """Four required events are missed; fields without pairs have no value."""
    scores = scores_of(tally_article(score(prediction(gold), gold)))
    assert scores["event_f1"] == 0.0
    assert scores["recall"] == 0.0
    assert scores["type"] is None
    assert scores["grounded"] is None
    assert scores["characters_per_event"] is None


def test_an_article_without_events(gold: Gold) -> None:
    """Nothing to find and nothing found is right; one record too many is not."""
    quiet = gold.model_copy(update={"events": (), "relations": ()})
    assert scores_of(tally_article(score(prediction(quiet), quiet)))["event_f1"] == 1.0
    assert scores_of(tally_article(score(prediction(quiet, extra()), quiet)))["event_f1"] == 0.0


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param((), RelationCounts(0, 0, 2), id="none found"),
        pytest.param((("denies", "p3", "p6"), ("alleges", "p6", "p4")), RelationCounts(2, 2, 2), id="both found"),
        pytest.param((("denies", "p6", "p3"),), RelationCounts(0, 1, 2), id="turned around"),
        pytest.param((("about", "p3", "p6"),), RelationCounts(0, 1, 2), id="another kind"),
        pytest.param((("denies", "p3", "p5"),), RelationCounts(0, 0, 2), id="to an event without a match"),
        pytest.param((("denies", "p3", "p6"),) * 2, RelationCounts(1, 1, 2), id="told twice"),
    ],
)
def test_relations(gold: Gold, links: tuple[tuple[str, str, str], ...], expected: RelationCounts) -> None:
    """Relations count by kind and both ends, where both ends are matched."""
    accusation = sinking(id="p6", type="accusation", title="Venn accuses Brack", trigger="accused")
    predicted = prediction(gold, denial(), sinking(), accusation, extra(), links=links)
    assert score(predicted, gold).relations == expected


@pytest.mark.parametrize(
    ("place", "accepted", "right"),
    [
        pytest.param("Tarn", ("Tarn", "Tarn, Kell"), True, id="the first"),
        pytest.param("Tarn, Kell", ("Tarn",), True, id="more words"),
        pytest.param(None, ("Tarn",), False, id="missing"),
        pytest.param(None, ("Tarn", None), True, id="null is accepted"),
        pytest.param("Tarn", (None,), False, id="invented"),
        pytest.param("", (None,), False, id="empty is not null"),
    ],
)
def test_places(gold: Gold, place: str | None, accepted: tuple[str | None, ...], *, right: bool) -> None:
    """A place is right when it is one of the accepted ones."""
    labelled = gold.model_copy(update={"events": (gold.events[0].model_copy(update={"place": accepted}),)})
    assert score(prediction(labelled, meeting(place=place)), labelled).pairs[0].place is right
