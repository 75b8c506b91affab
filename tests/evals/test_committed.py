"""What is committed beside the code: labelled articles, floors and recordings belong together."""

import pytest

from evals.gate import pin, read_baseline
from evals.gold import load_corpus
from evals.replies import RECORDINGS

MOST_BYTES = 3_000_000


def test_floors_are_those_of_the_labelled_articles() -> None:
    """Whoever changes a label sets new floors in the same commit."""
    baseline = read_baseline()
    assert baseline is not None
    assert baseline.corpus == pin(load_corpus())


@pytest.mark.parametrize("system", ["llm", "naive"])
def test_every_recording_is_of_a_labelled_article(system: str) -> None:
    """No article's replies are missing, and none stay behind when it goes."""
    folders = {path.name for path in (RECORDINGS / system).iterdir() if any(path.glob("*.json"))}
    assert folders == {gold.name for gold in load_corpus()}


def test_recordings_are_small() -> None:
    """A clone stays quick."""
    sizes = [path.stat().st_size for path in RECORDINGS.rglob("*.json")]
    assert 0 < sum(sizes) < MOST_BYTES
