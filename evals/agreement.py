"""Whether another scorer comes to the same figures: both score the labels, and damaged copies of them."""

import importlib.util
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

from evals.distort import DISTORTIONS, dice, distorted, perfect
from evals.errors import RunError
from evals.gold import Gold
from evals.prediction import Prediction
from evals.report.tables import Table
from evals.scores.metrics import METRICS
from evals.scores.outcome import score
from evals.scores.tally import Tally, tally_article, total

SHARED_SCORES = tuple(name for name in METRICS if name not in {"grounded", "characters_per_event"})
"""What both scorers report, under the same names."""

COUNTS = {"tp": "true_positives", "fp": "false_positives", "fn": "misses", "pairs": "pairs"}
"""What the other scorer counts, and what a tally calls it."""

Figures = Mapping[str, float | None]


class OtherScorer(Protocol):
    """What the other scorer's module offers: plain JSON in, plain JSON out."""

    def score_article(self, pred: dict[str, Any], gold: dict[str, Any]) -> dict[str, Any]:
        """Score one article."""
        ...

    def summarise(self, results: list[dict[str, Any]]) -> dict[str, Any]:
        """Sum up articles."""
        ...


class Agreement(NamedTuple):
    """How far two scorers lie apart, for one kind of copy: `worst` names the score and where."""

    copies: str
    comparisons: int
    largest: float
    worst: str


def load_scorer(path: Path) -> OtherScorer:
    """Load another scorer from its file.

    Raises:
        RunError: It is no Python module, or lacks `score_article` or `summarise`.
    """
    spec = importlib.util.spec_from_file_location("other_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        raise RunError(f"{path}: no Python file that could be a scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("score_article", "summarise"):
        if not hasattr(module, name):
            raise RunError(f"{path}: the scorer has no function {name!r}")
    return cast("OtherScorer", module)


def agreements(
    corpus: Sequence[Gold], scorer: OtherScorer, *, seeds: int, runs: Mapping[str, Sequence[Prediction]]
) -> Iterator[Agreement]:
    """Compare both scorers on the labels themselves, on every kind of damaged copy, and on given runs."""
    copies = [perfect(gold) for gold in corpus]
    yield compare_scorers("labels", corpus, [copies], scorer)
    for name in DISTORTIONS:
        damaged = [[distorted(copy, name, dice(seed, name, copy.article)) for copy in copies] for seed in range(seeds)]
        yield compare_scorers(name, corpus, damaged, scorer)
    for name, predictions in runs.items():
        yield compare_scorers(f"run {name}", corpus, [predictions], scorer)


def agreement_table(found: Sequence[Agreement]) -> Table:
    """Return a row for every kind of copy, and one for the largest difference of all."""
    worst = max(found, key=lambda agreement: agreement.largest)
    everything = Agreement("all", sum(agreement.comparisons for agreement in found), worst.largest, worst.worst)
    rows = tuple((row.copies, str(row.comparisons), f"{row.largest:.1e}", row.worst) for row in (*found, everything))
    return Table("Agreement of two scorers", ("copies", "compared", "largest difference", "where"), rows)


def compare_scorers(
    copies: str, corpus: Sequence[Gold], sets: Sequence[Sequence[Prediction]], scorer: OtherScorer
) -> Agreement:
    """Compare both scorers on sets of predictions, article by article and summed up."""
    differences = [gap for predictions in sets for gap in _gaps(corpus, predictions, scorer)]
    largest, worst = max(differences, default=(0.0, "nothing compared"))
    return Agreement(copies, len(differences), largest, worst if largest else "")


def _gaps(
    corpus: Sequence[Gold], predictions: Sequence[Prediction], scorer: OtherScorer
) -> Iterator[tuple[float, str]]:
    tallies, results = [], []
    for gold, prediction in zip(corpus, predictions, strict=True):
        tallies.append(tally_article(score(prediction, gold)))
        results.append(scorer.score_article(_plain_prediction(prediction), _plain_gold(gold)))
        yield from _differences(tallies[-1:], scorer.summarise(results[-1:]), gold.name)
    yield from _differences(tallies, scorer.summarise(results), "all articles")


def _differences(tallies: Sequence[Tally], theirs: Figures, where: str) -> Iterator[tuple[float, str]]:
    tally = total(tallies)
    ours: dict[str, float | None] = {name: METRICS[name].of(tally) for name in SHARED_SCORES}
    ours |= {name: getattr(tally, field) for name, field in COUNTS.items()}
    for name, value in ours.items():
        yield _gap(value, theirs[name]), f"{name} of {where}: {value} here, {theirs[name]} there"


def _gap(ours: float | None, theirs: float | None) -> float:
    first, second = (math.nan if value is None else value for value in (ours, theirs))
    if math.isnan(first) or math.isnan(second):
        return 0.0 if math.isnan(first) and math.isnan(second) else math.inf
    return abs(first - second)


def _plain_gold(gold: Gold) -> dict[str, Any]:
    return {"article": gold.name, **gold.model_dump(mode="json", include={"events", "relations"}, by_alias=True)}


def _plain_prediction(prediction: Prediction) -> dict[str, Any]:
    return prediction.model_dump(mode="json", by_alias=True)
