"""The documents say what the code does."""

from pathlib import Path

from timeline.render.vocabulary import vocabulary_page
from timeline.service.problems import KINDS
from timeline.settings import Settings, shown

ROOT = Path(__file__).parents[2]


def test_the_vocabulary_page_is_up_to_date() -> None:
    """`make docs` writes it from the vocabulary module."""
    assert (ROOT / "docs/vocabulary.md").read_text() == vocabulary_page()


def test_the_readme_names_every_setting() -> None:
    """A setting that is not documented does not exist."""
    readme = (ROOT / "README.md").read_text()
    assert [one.variable for one in shown(Settings()) if one.variable not in readme] == []


def test_every_problem_is_documented() -> None:
    """With its status and its meaning, as its page has it."""
    page = (ROOT / "docs/api.md").read_text()
    rows = [f"| `{kind.name}` | {kind.status.value} | {kind.meaning} |" for kind in KINDS]
    assert [row for row in rows if row not in page] == []
