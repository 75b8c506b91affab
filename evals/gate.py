"""The gate: scores against floors that never drop silently."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError

from evals.assessment import Assessment
from evals.errors import NotComparableError, RegressedError, RunError
from evals.gold import Gold, corpus_identity
from evals.scores.metrics import METRICS
from timeline.domain.value import Value

BASELINE = Path(__file__).parent / "baseline.json"

# Precision and recall are left to event F1, so that one may be traded for the other.
GATED = tuple(name for name in METRICS if name not in {"precision", "recall", "date_overlap", "date_exact_when_dated"})

DIGITS = 4
# Replays are deterministic: what can differ is the last digit of a rounded floor. One field of one event among a
# thousand moves a score by 0.001.
TOLERANCE: float = 10**-DIGITS / 2 + 1e-9

Scores = Mapping[str, float | None]


class CorpusPin(Value):
    """Which labelled articles the floors were measured on."""

    identity: str
    articles: int
    events: int


class Lowered(Value):
    """A floor that was lowered on purpose, and why."""

    engine: str
    score: str
    was: float = Field(alias="from")
    now: float | None = Field(alias="to")
    reason: str


class Baseline(Value):
    """The floors of every engine, the articles they hold for, and the floors that were ever lowered."""

    form: Literal["timeline-eval-baseline/1"] = Field(default="timeline-eval-baseline/1", alias="schema")
    corpus: CorpusPin
    floors: Mapping[str, Mapping[str, float]]
    lowered: tuple[Lowered, ...] = ()


class Verdict(NamedTuple):
    """One score against its floor. `now` is None where the score has no value any more."""

    engine: str
    score: str
    floor: float
    now: float | None

    @property
    def has_regressed(self) -> bool:
        """Say whether the score is worse than its floor."""
        if self.now is None:
            return True
        gain = self.now - self.floor
        return (gain if METRICS[self.score].higher_is_better else -gain) < -TOLERANCE


def measured_scores(assessments: Iterable[Assessment]) -> dict[str, Scores]:
    """Return the scores of every assessed engine by its name."""
    return {assessment.header.engine: assessment.scores for assessment in assessments}


def check(baseline: Baseline | None, corpus: Sequence[Gold], scores: Mapping[str, Scores]) -> tuple[Verdict, ...]:
    """Hold the scores of every engine against its floors.

    Raises:
        NotComparableError: There are no floors, the labelled articles changed, or an engine with floors was
            not measured.
    """
    if baseline is None or not baseline.floors:
        raise NotComparableError("there are no floors yet; set them with `gate --update`")
    if (pinned := pin(corpus)) != baseline.corpus:
        raise NotComparableError(
            f"the labelled articles changed since the floors were set: {_words(baseline.corpus)} then, "
            f"{_words(pinned)} now; set new floors with `gate --update`"
        )
    return tuple(_verdicts(baseline, scores))


def update(
    baseline: Baseline | None, corpus: Sequence[Gold], scores: Mapping[str, Scores], *, reason: str | None
) -> Baseline:
    """Return a baseline with the scores as floors. `reason` allows lower ones and is kept.

    Raises:
        RegressedError: A floor would be lowered, and there is no reason.
        NotComparableError: An engine with floors was not measured.
    """
    lowered = [verdict for verdict in _verdicts(baseline, scores) if verdict.has_regressed] if baseline else []
    if lowered and not reason:
        raise RegressedError(
            "these floors would be lowered, which needs --allow-regression REASON:\n"
            + "\n".join(describe(verdict) for verdict in lowered)
        )
    notes = tuple(_lowered(verdict, reason or "") for verdict in lowered)
    return Baseline(
        corpus=pin(corpus),
        floors={engine: dict(_floors(found)) for engine, found in sorted(scores.items())},
        lowered=(baseline.lowered if baseline else ()) + notes,
    )


def pin(corpus: Sequence[Gold]) -> CorpusPin:
    """Identify the labelled articles."""
    return CorpusPin(
        identity=corpus_identity(corpus), articles=len(corpus), events=sum(len(gold.events) for gold in corpus)
    )


def describe(verdict: Verdict) -> str:
    """Say in a line how a score stands to its floor."""
    now = "none" if verdict.now is None else f"{verdict.now:.4f}"
    sign = "worse than" if verdict.has_regressed else "holds"
    return f"{verdict.engine:6} {verdict.score:22} {now:>9} {sign} {verdict.floor:.4f}"


def read_baseline(path: Path = BASELINE) -> Baseline | None:
    """Read the floors, None where there are none yet.

    Raises:
        RunError: The file is broken.
    """
    if not path.exists():
        return None
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise RunError(f"{path}: broken baseline: {error}") from error


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Store the floors in one step, so that an interrupted write leaves the old ones."""
    plain = baseline.model_dump(mode="json", by_alias=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(plain, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)


def _verdicts(baseline: Baseline, scores: Mapping[str, Scores]) -> Iterator[Verdict]:
    for engine, floors in baseline.floors.items():
        if engine not in scores:
            raise NotComparableError(f"engine {engine!r} has floors and was not measured")
        for name, floor in floors.items():
            if name not in METRICS:
                raise NotComparableError(f"the baseline holds a floor for {name!r}, which is no score")
            yield Verdict(engine, name, floor, scores[engine].get(name))


def _lowered(verdict: Verdict, reason: str) -> Lowered:
    now = None if verdict.now is None else round(verdict.now, DIGITS)
    return Lowered(engine=verdict.engine, score=verdict.score, was=verdict.floor, now=now, reason=reason)


def _floors(scores: Scores) -> Iterator[tuple[str, float]]:
    for name in GATED:
        value = scores[name]
        if value is not None:
            yield name, round(value, DIGITS)


def _words(pinned: CorpusPin) -> str:
    return f"{pinned.articles} articles with {pinned.events} events ({pinned.identity[:12]})"
