"""The scores of a run as JSON, for other programs."""

import json

from evals.assessment import Assessment
from evals.scores.bootstrap import interval
from evals.scores.metrics import METRICS
from evals.scores.tally import total


def figures_json(assessment: Assessment) -> str:
    """Return engine, model, counts, and every score with its interval."""
    scores = {
        name: {"value": value, "interval": interval(METRICS[name], assessment.tallies)}
        for name, value in assessment.scores.items()
    }
    header = assessment.header.model_dump(mode="json", by_alias=True)
    return json.dumps({**header, "counts": total(assessment.tallies)._asdict(), "scores": scores}, indent=1)
