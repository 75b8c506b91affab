"""Floors hold, are raised, and are lowered only with a reason."""

from pathlib import Path

import pytest

from evals.errors import NotComparableError, RegressedError, RunError
from evals.gate import Baseline, check, read_baseline, update, write_baseline
from evals.gold import Gold
from evals.scores.metrics import METRICS

GOOD: dict[str, float | None] = {**dict.fromkeys(METRICS, 0.8), "characters_per_event": 100.0}


def _baseline(gold: Gold, **changes: float | None) -> Baseline:
    return update(None, [gold], {"llm": {**GOOD, **changes}}, reason=None)


def _regressed(gold: Gold, baseline: Baseline, **changes: float | None) -> list[str]:
    verdicts = check(baseline, [gold], {"llm": {**GOOD, **changes}})
    return [verdict.score for verdict in verdicts if verdict.has_regressed]


def test_the_same_scores_pass(gold: Gold) -> None:
    """A rounded floor does not fail the score that it was made of."""
    exact = 2 / 3
    assert _regressed(gold, _baseline(gold, event_f1=exact), event_f1=exact) == []


def test_a_lower_score_has_regressed(gold: Gold) -> None:
    """A thousandth is more than rounding."""
    assert _regressed(gold, _baseline(gold), event_f1=0.799) == ["event_f1"]


def test_costs_regress_upwards(gold: Gold) -> None:
    """More characters for an event are worse, fewer are not."""
    assert _regressed(gold, _baseline(gold), characters_per_event=120.0) == ["characters_per_event"]
    assert _regressed(gold, _baseline(gold), characters_per_event=80.0) == []


def test_a_score_that_lost_its_value_has_regressed(gold: Gold) -> None:
    """No pairs at all is not a pass."""
    assert _regressed(gold, _baseline(gold), type=None) == ["type"]


def test_a_score_without_value_gets_no_floor(gold: Gold) -> None:
    """Rules write no characters."""
    assert "characters_per_event" not in _baseline(gold, characters_per_event=None).floors["llm"]


def test_precision_may_be_traded_for_recall(gold: Gold) -> None:
    """Event F1 holds them together."""
    assert _regressed(gold, _baseline(gold), precision=0.1) == []


def test_other_labels_are_not_comparable(gold: Gold) -> None:
    """A floor holds for the articles it was measured on."""
    changed = gold.model_copy(update={"relations": ()})
    with pytest.raises(NotComparableError, match="labelled articles changed"):
        check(_baseline(gold), [changed], {"llm": GOOD})


def test_an_engine_that_was_not_measured_is_not_comparable(gold: Gold) -> None:
    """A missing engine does not pass."""
    with pytest.raises(NotComparableError, match="'llm' has floors and was not measured"):
        check(_baseline(gold), [gold], {"rules": GOOD})


def test_no_floors_are_not_comparable(gold: Gold) -> None:
    """Without a baseline there is nothing to pass."""
    with pytest.raises(NotComparableError, match="no floors yet"):
        check(None, [gold], {"llm": GOOD})


def test_floors_are_raised_without_a_word(gold: Gold) -> None:
    """Better is better."""
    raised = update(_baseline(gold), [gold], {"llm": {**GOOD, "event_f1": 0.9}}, reason=None)
    assert raised.floors["llm"]["event_f1"] == 0.9
    assert raised.lowered == ()


def test_floors_are_not_lowered_in_silence(gold: Gold) -> None:
    """The message names the score and what it needs."""
    with pytest.raises(RegressedError, match=r"(?s)--allow-regression REASON.*event_f1"):
        update(_baseline(gold), [gold], {"llm": {**GOOD, "event_f1": 0.7}}, reason=None)


def test_a_lowered_floor_leaves_its_reason(gold: Gold) -> None:
    """What was given up stays in the file, also after the next update."""
    lower = update(_baseline(gold), [gold], {"llm": {**GOOD, "event_f1": 0.7}}, reason="stricter labels")
    later = update(lower, [gold], {"llm": {**GOOD, "event_f1": 0.9}}, reason=None)
    assert later.floors["llm"]["event_f1"] == 0.9
    [note] = later.lowered
    assert (note.engine, note.score, note.was, note.now, note.reason) == (
        "llm",
        "event_f1",
        0.8,
        0.7,
        "stricter labels",
    )


def test_an_engine_is_not_dropped_by_an_update(gold: Gold) -> None:
    """Floors of an engine that was not measured are not forgotten."""
    with pytest.raises(NotComparableError, match="was not measured"):
        update(_baseline(gold), [gold], {"rules": GOOD}, reason="never mind")


def test_floors_survive_the_file(gold: Gold, tmp_path: Path) -> None:
    """What is written is what is read."""
    path = tmp_path / "baseline.json"
    write_baseline(_baseline(gold), path)
    assert read_baseline(path) == _baseline(gold)
    assert [file.name for file in tmp_path.glob("*.*")] == ["baseline.json"]


def test_a_broken_baseline_is_told(tmp_path: Path) -> None:
    """A file that cannot be read is not a missing one."""
    path = tmp_path / "baseline.json"
    assert read_baseline(path) is None
    path.write_text('{"floors": 3}')
    with pytest.raises(RunError, match="broken baseline"):
        read_baseline(path)
