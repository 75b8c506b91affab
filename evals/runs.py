"""A run: what one system predicted for every article, with its provenance, stored as JSON in a folder.

`run.json` says which system it was; every article has a file of its own, named like the article, so that
other scorers can read the folder too.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from evals.errors import NotComparableError, RunError
from evals.gold import Gold
from evals.prediction import Prediction
from evals.scores.outcome import Outcome, score
from timeline.domain.value import Value

HEADER = "run.json"


class RunHeader(Value):
    """Which system made a run. `prompts` gives the identity of every prompt by name."""

    form: Literal["timeline-eval-run/1"] = Field(default="timeline-eval-run/1", alias="schema")
    engine: str
    model: str | None = None
    prompts: Mapping[str, str] = Field(default_factory=dict)
    version: str


class Run(Value):
    """A header and the predictions, in order of the articles' names."""

    header: RunHeader
    predictions: tuple[Prediction, ...]

    @property
    def name(self) -> str:
        """The engine's name."""
        return self.header.engine


def write_run(run: Run, folder: Path) -> None:
    """Store a run; files of an earlier run in the same folder are replaced.

    Raises:
        RunError: The folder holds JSON files and no run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    earlier = list(folder.glob("*.json"))
    if earlier and folder / HEADER not in earlier:
        raise RunError(f"{folder}: holds JSON files and no {HEADER}; give a folder of its own for the run")
    for path in earlier:
        path.unlink()
    _write(folder / HEADER, run.header)
    for prediction in run.predictions:
        _write(folder / f"{prediction.article}.json", prediction)


def read_run(folder: Path) -> Run:
    """Read a stored run.

    Raises:
        RunError: There is none, or a file of it is broken.
    """
    if not (folder / HEADER).exists():
        raise RunError(f"{folder}: no run in this folder, {HEADER} is missing; make one with `run --out`")
    paths = sorted(path for path in folder.glob("*.json") if path.name != HEADER)
    try:
        header = RunHeader.model_validate_json((folder / HEADER).read_bytes())
        predictions = tuple(Prediction.model_validate_json(path.read_bytes()) for path in paths)
    except ValidationError as error:
        raise RunError(f"{folder}: a file of the run is broken: {error}") from error
    return Run(header=header, predictions=predictions)


def score_run(run: Run, corpus: Sequence[Gold]) -> tuple[Outcome, ...]:
    """Score a run article by article, in the order of the corpus.

    Raises:
        NotComparableError: The run is of other articles, or of other texts.
    """
    by_name = {prediction.article: prediction for prediction in run.predictions}
    wanted = {gold.name for gold in corpus}
    if lacking := sorted(wanted ^ by_name.keys()):
        raise NotComparableError(
            f"run {run.name!r} and the labelled articles differ in {', '.join(lacking)}; run again"
        )
    for gold in corpus:
        if by_name[gold.name].text != gold.article.id:
            raise NotComparableError(f"run {run.name!r} read another text of {gold.name!r}; run again")
    return tuple(score(by_name[gold.name], gold) for gold in corpus)


def _write(path: Path, value: Value) -> None:
    plain = value.model_dump(mode="json", by_alias=True)
    path.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
