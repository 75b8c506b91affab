"""Small things that the tests of the evals share."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.gold import Gold, load_gold
from tests.evals.sample import TEXT, labels

FolderWith = Callable[..., Path]


@pytest.fixture
def folder_with(tmp_path: Path) -> FolderWith:
    """Write the article with the labels given and return the folder."""

    def write(file: dict[str, Any] | None = None, *, text: str = TEXT) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        (folder / "tarn.txt").write_text(text, encoding="utf-8")
        (folder / "tarn.json").write_text(json.dumps(file or labels()), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def gold(folder_with: FolderWith) -> Gold:
    """The labelled article."""
    return load_gold(folder_with() / "tarn.json")
