"""Two scorers are compared on labels and damaged copies."""

import textwrap
from pathlib import Path

import pytest

from evals.agreement import Agreement, agreements, load_scorer
from evals.distort import DISTORTIONS, dice, distorted, perfect
from evals.errors import RunError
from evals.gold import Gold
from evals.scores.metrics import METRICS
from evals.scores.outcome import score
from evals.scores.tally import tally_article

# A scorer that asks ours, and may be told to lie about the status.
MIRROR = """
    from evals.gold import Gold, GoldEvent, GoldRelation
    from evals.prediction import Prediction
    from evals.scores.metrics import scores_of
    from evals.scores.outcome import score
    from evals.scores.tally import tally_article, total
    from timeline.domain.article import Article

    def score_article(pred, gold):
        article = Article(text="x" * 999, published="2021-04-11")
        events = tuple(GoldEvent.model_validate(event) for event in gold["events"])
        relations = tuple(GoldRelation.model_validate(link) for link in gold["relations"])
        labels = Gold(name=gold["article"], article=article, events=events, relations=relations)
        return tally_article(score(Prediction.model_validate(pred), labels))

    def summarise(results):
        tally = total(results)
        counts = dict(
            tp=tally.true_positives, fp=tally.false_positives, fn=tally.misses, pairs=tally.pairs
        )
        scores = scores_of(tally) | counts
        return scores | {"status": scores["status"] - LIE} if scores["status"] is not None else scores
"""


def _compare(tmp_path: Path, gold: Gold, lie: float) -> list[Agreement]:
    path = tmp_path / "mirror.py"
    path.write_text(textwrap.dedent(MIRROR).replace("LIE", str(lie)))
    return list(agreements([gold], load_scorer(path), seeds=2, runs={"mine": [perfect(gold)]}))


def test_equal_scorers_agree(tmp_path: Path, gold: Gold) -> None:
    """The labels, every kind of damage and the run are compared, without any difference."""
    found = _compare(tmp_path, gold, 0.0)
    assert [agreement.copies for agreement in found] == ["labels", *DISTORTIONS, "run mine"]
    assert all(agreement.largest == 0 and agreement.comparisons for agreement in found)


def test_a_difference_is_found_and_named(tmp_path: Path, gold: Gold) -> None:
    """The largest difference stands with the score and the article."""
    found = _compare(tmp_path, gold, 0.25)
    assert found[0].largest == pytest.approx(0.25)
    assert "status of tarn" in found[0].worst


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.py", None, "no Python file"),
        ("scorer.txt", "x = 1", "no Python file"),
        ("empty.py", "", "no function 'score_article'"),
    ],
)
def test_what_is_no_scorer_is_told(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    """The message says what is wrong with the file."""
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(RunError, match=reason):
        load_scorer(tmp_path / name)


def test_the_labels_score_full_marks(gold: Gold) -> None:
    """A prediction made of the preferred values is right in everything."""
    tally = tally_article(score(perfect(gold), gold))
    scores = {name: metric.of(tally) for name, metric in METRICS.items() if name != "characters_per_event"}
    assert set(scores.values()) == {1.0}


@pytest.mark.parametrize("name", DISTORTIONS)
def test_damage_is_seeded_and_does_damage(gold: Gold, name: str) -> None:
    """The same dice do the same damage, and some dice do some."""
    copies = [distorted(perfect(gold), name, dice(seed)) for seed in range(10)]
    assert copies == [distorted(perfect(gold), name, dice(seed)) for seed in range(10)]
    assert any(copy != perfect(gold) for copy in copies)
