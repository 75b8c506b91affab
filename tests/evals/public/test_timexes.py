"""Time expressions scored as TempEval-3 does, by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from evals.errors import RunError
from evals.public.benchmarks import score_timexes
from evals.public.timeml import Timex, read_folder, read_timeml
from evals.public.timexes import (
    TimexCounts,
    add_counts,
    count_timexes,
    pair_timexes,
    prediction_line,
    tag_document,
    timex_scores,
)
from timeline.domain.span import Offsets
from timeline.domain.time_expression import TimeExpression, TimexType

DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>ferry</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2020-03-10" functionInDocument="CREATION_TIME">March 10, 2020</TIMEX3></DCT>
<TEXT>The ferry <EVENT eid="e1">sank</EVENT> <TIMEX3 tid="t1" type="DATE" value="2020-03-09">on
Monday</TIMEX3> near Skor &amp; Venn. Divers searched for <TIMEX3 tid="t2" type="DURATION" value="P2D">two
days</TIMEX3>, until <TIMEX3 tid="t3" type="DATE" value="2020-03-11">March 11</TIMEX3>.</TEXT></TimeML>
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A TimeML document on disk."""
    path = tmp_path / "ferry.tml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def _timex(start: int, end: int, type_: str = "DATE", value: str = "2020") -> Timex:
    return Timex(Offsets(start, end), type_, value)


def test_a_document_is_read(path: Path) -> None:
    """Offsets count the characters of the text without its tags, entities decoded."""
    document = read_timeml(path)
    assert document.published == date(2020, 3, 10)
    assert document.text.startswith("The ferry sank on\nMonday near Skor & Venn.")
    assert [timex.span.of(document.text) for timex in document.timexes] == ["on\nMonday", "two\ndays", "March 11"]
    assert [timex.value for timex in document.timexes] == ["2020-03-09", "P2D", "2020-03-11"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("<TimeML>", "not XML", id="cut off"),
        pytest.param("<TimeML><TEXT>x</TEXT></TimeML>", "no TIMEX3 in DCT", id="no creation time"),
        pytest.param(DOCUMENT.replace("2020-03-10", "soon"), "creation time 'soon'", id="no day"),
    ],
)
def test_what_is_no_document_is_told(path: Path, content: str, reason: str) -> None:
    """The error names the file."""
    path.write_text(content)
    with pytest.raises(RunError, match=rf"ferry\.tml: .*{reason}"):
        read_timeml(path)


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    """A wrong folder is not a score of zero."""
    with pytest.raises(RunError, match="no TimeML documents"):
        read_folder(tmp_path)


def test_counts_by_hand() -> None:
    """One equal, one overlapping with another type, one with another value, one missed, one extra."""
    gold = [_timex(0, 5), _timex(10, 20, value="2021"), _timex(30, 35), _timex(40, 45)]
    found = [_timex(0, 5), _timex(15, 25, "TIME", "2021"), _timex(30, 35, value="2022"), _timex(60, 65)]
    assert count_timexes(gold, found) == TimexCounts(gold=4, predicted=4, strict=2, relaxed=3, type=2, value=2)


def test_equal_spans_are_paired_before_overlaps() -> None:
    """A long expression does not take the partner of its twin."""
    long, short = _timex(0, 20), _timex(5, 10)
    assert pair_timexes([long, short], [short]) == [(short, short)]
    assert pair_timexes([short], [long, short]) == [(short, short)]


def test_scores_by_hand() -> None:
    """Three of four found, two extra."""
    scores = timex_scores(TimexCounts(gold=4, predicted=5, strict=2, relaxed=3, type=3, value=1))
    assert scores["relaxed"] == pytest.approx((60.0, 75.0, 600 / 9))
    assert scores["value"].f1 == pytest.approx(200 / 9)


def test_nothing_to_find_and_nothing_found() -> None:
    """Empty documents are right, and invented expressions are not."""
    assert timex_scores(TimexCounts())["strict"].f1 == 100.0
    assert timex_scores(TimexCounts(predicted=2))["strict"] == (0.0, 0.0, 0.0)


def test_counts_add_up() -> None:
    """Documents are summed before the ratio is taken."""
    assert add_counts([TimexCounts(1, 2, 1, 1, 1, 0), TimexCounts(3, 1, 0, 1, 1, 1)]) == TimexCounts(4, 3, 1, 2, 2, 1)


def test_a_tagger_is_asked_with_the_publication_date(path: Path) -> None:
    """What it finds is scored, and written for other scorers."""
    document = read_timeml(path)

    def tag(text: str, published: date) -> list[TimeExpression]:
        start = text.index("Monday")
        return [
            TimeExpression(
                start=start, end=start + 6, text="Monday", type=TimexType.DATE, value=published.isoformat(), rule="r"
            )
        ]

    found = tag_document(document, tag)
    assert count_timexes(document.timexes, found) == TimexCounts(3, 1, 0, 1, 1, 0)
    [line] = json.loads(prediction_line(document, found))["timexes"]
    assert (line["text"], line["value"]) == ("Monday", "2020-03-10")


def test_the_products_tagger_is_scored(path: Path, tmp_path: Path) -> None:
    """A folder becomes a table, and a file of what was found."""
    table = score_timexes(path.parent, tmp_path / "found.jsonl")
    assert [row[0] for row in table.rows] == ["strict", "relaxed", "type", "value"]
    assert "1 documents, 3 labelled" in table.caption
    assert json.loads((tmp_path / "found.jsonl").read_text())["doc"] == "ferry"


def test_nested_expressions_keep_their_offsets(path: Path) -> None:
    """An expression inside another element is found where it stands."""
    path.write_text(DOCUMENT.replace("<TEXT>", "<TEXT><s>").replace("</TEXT>", "</s></TEXT>"))
    document = read_timeml(path)
    assert [timex.span.of(document.text) for timex in document.timexes] == ["on\nMonday", "two\ndays", "March 11"]
