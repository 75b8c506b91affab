"""A run with everything that is known about it: its header, how each article came out, and the sums."""

from collections.abc import Sequence
from typing import NamedTuple

from evals.gold import Gold
from evals.runs import Run, RunHeader, score_run
from evals.scores.metrics import scores_of
from evals.scores.outcome import Outcome
from evals.scores.tally import Tally, tally_article, total


class Assessment(NamedTuple):
    """A scored run. Outcomes and tallies are in the order of the corpus."""

    run: Run
    outcomes: tuple[Outcome, ...]
    tallies: tuple[Tally, ...]

    @property
    def header(self) -> RunHeader:
        """Which system it was."""
        return self.run.header

    @property
    def scores(self) -> dict[str, float | None]:
        """Every score over all articles."""
        return scores_of(total(self.tallies))


def assess(run: Run, corpus: Sequence[Gold]) -> Assessment:
    """Score a run.

    Raises:
        NotComparableError: The run is of other articles, or of other texts.
    """
    outcomes = score_run(run, corpus)
    return Assessment(run, outcomes, tuple(tally_article(outcome) for outcome in outcomes))
