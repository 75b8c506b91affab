"""What labels are read, and which are refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.errors import GoldError, RunError
from evals.gold import Gold, corpus_identity, load_corpus, load_gold
from tests.evals.conftest import FolderWith
from tests.evals.sample import TEXT, labels

Break = Callable[[dict[str, Any]], object]

BROKEN: tuple[tuple[str, Break, str], ...] = (
    ("unknown type", lambda file: file["events"][0].update(type=["party"]), "events.0.type.0"),
    ("unknown status", lambda file: file["events"][0].update(status=["maybe"]), "events.0.status.0"),
    ("unknown role", lambda file: file["events"][0]["participants"][0].update(role="host"), "role"),
    ("unknown relation", lambda file: file["relations"][0].update(kind="causes"), "relations.0.kind"),
    ("unknown field", lambda file: file["events"][0].update(mood="grim"), "events.0.mood"),
    ("missing field", lambda file: file["events"][0].pop("required"), "events.0.required"),
    ("no type", lambda file: file["events"][0].update(type=[]), "events.0.type"),
    ("no evidence", lambda file: file["events"][0].update(evidence=[]), "events.0.evidence"),
    ("evidence past the end", lambda file: file["events"][0].update(evidence=[[0, 9999]]), "evidence [0, 9999]"),
    ("evidence before the start", lambda file: file["events"][0].update(evidence=[[-1, 5]]), "evidence.0"),
    ("evidence that ends before it starts", lambda file: file["events"][0].update(evidence=[[9, 5]]), "evidence.0"),
    ("empty evidence", lambda file: file["events"][0].update(evidence=[[5, 5]]), "evidence [5, 5]"),
    ("duplicate id", lambda file: file["events"][1].update(id="e1"), "e1: 2 events have this id"),
    ("relation to nowhere", lambda file: file["relations"][0].update(to="e9"), "there is no event 'e9'"),
    ("relation with itself", lambda file: file["relations"][0].update(to="e4"), "links 'e4' with itself"),
    ("relation listed twice", lambda file: file["relations"].append(file["relations"][0]), "listed 2 times"),
    ("no date", lambda file: file["events"][0].update(when=["last Friday"]), "when 'last Friday' is no EDTF value"),
    ("a date that runs backwards", lambda file: file["events"][0].update(when=["2022/2021"]), "no EDTF value"),
    ("trigger from elsewhere", lambda file: file["events"][0].update(trigger=["denied"]), "trigger 'denied' stands in"),
    ("name not in the text", lambda file: file["events"][0].update(sources=["Reuters"]), "'Reuters' does not stand"),
    ("place not in the text", lambda file: file["events"][0].update(place=["Oslo"]), "'Oslo' does not stand"),
    ("another article", lambda file: file.update(article="kell"), "article is 'kell'"),
    ("changed text", lambda file: file.update(text_sha256="0" * 64), "the text was changed after labelling"),
)


def test_labels_are_read(gold: Gold) -> None:
    """A file in order becomes an article with its events and relations."""
    assert gold.article.text == TEXT
    assert [event.id for event in gold.events] == ["e1", "e2", "e3", "e4", "e5"]
    assert gold.events[1].type == ("agreement", "meeting")
    assert gold.relations[0].target == "e3"


@pytest.mark.parametrize(("break_it", "reason"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_labels_that_break_the_codebook_are_refused(folder_with: FolderWith, break_it: Break, reason: str) -> None:
    """The error names the file and what is wrong with it."""
    file = labels()
    break_it(file)
    path = folder_with(file) / "tarn.json"
    with pytest.raises(GoldError) as refused:
        load_gold(path)
    assert refused.value.path == path
    assert str(path) in str(refused.value)
    assert reason in str(refused.value)


def test_a_text_changed_by_a_letter_is_refused(folder_with: FolderWith) -> None:
    """Offsets of labels mean nothing in another text."""
    folder = folder_with(labels(), text=TEXT.replace("Friday", "Monday"))
    with pytest.raises(GoldError, match="changed after labelling"):
        load_corpus(folder)


def test_every_fault_is_told_at_once(folder_with: FolderWith) -> None:
    """A labeller repairs a file in one go."""
    file = labels()
    file["events"][0]["sources"] = ["Reuters"]
    file["relations"][0]["to"] = "e9"
    with pytest.raises(GoldError) as refused:
        load_corpus(folder_with(file))
    assert len(refused.value.reasons) == 2


def test_text_without_labels_is_refused(folder_with: FolderWith) -> None:
    """An article is never left out in silence."""
    folder = folder_with()
    (folder / "kell.txt").write_text("Nothing happened in Kell.")
    with pytest.raises(GoldError, match=r"kell\.txt: a text without labels"):
        load_corpus(folder)


def test_labels_without_text_are_refused(folder_with: FolderWith) -> None:
    """Labels need the text that they speak of."""
    folder = folder_with()
    (folder / "tarn.txt").unlink()
    with pytest.raises(GoldError, match=r"tarn\.txt does not exist"):
        load_corpus(folder)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A wrong folder is not an empty corpus."""
    with pytest.raises(RunError, match="no labelled article"):
        load_corpus(tmp_path)


def test_line_ends_are_part_of_the_text(folder_with: FolderWith) -> None:
    """Offsets count every character of the file."""
    folder = folder_with()
    (folder / "tarn.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    with pytest.raises(GoldError, match="changed after labelling"):
        load_corpus(folder)


def test_a_changed_label_changes_the_identity_of_the_corpus(folder_with: FolderWith) -> None:
    """Floors hold for the labels they were measured on."""
    before = corpus_identity(load_corpus(folder_with()))
    file = labels()
    file["events"][0]["status"] = ["planned"]
    assert corpus_identity(load_corpus(folder_with(file))) != before


def test_the_labelled_articles_of_the_project_are_in_order() -> None:
    """Every file in evals/articles follows the codebook."""
    assert load_corpus()
