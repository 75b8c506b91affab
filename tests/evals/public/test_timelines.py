"""Timelines of entities scored as SemEval-2015 task 4 does, by hand."""

from pathlib import Path

import pytest

from evals.errors import RunError
from evals.public.benchmarks import score_timelines
from evals.public.temporal_order import Relation, Statement, TemporalOrder, reduce
from evals.public.timeline_files import (
    EntityTimeline,
    TimelineRow,
    read_documents,
    read_timeline,
    read_timelines,
    write_timeline,
)
from evals.public.timeline_scores import TimelineCounts, add_timelines, count_timeline

GOLD = """Aldous Venn
0\tXXXX-XX-XX\t7-9-said
1\t2021-04-09\t7-1-met\t7-3-meeting
2\t2021-05-03\t7-2-sign
10\t2021-06\t7-4-leave
"""
DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>7</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2021-04-11">2021-04-11</TIMEX3></DCT>
<TEXT><s id="1">Aldous Venn <EVENT eid="e1">met</EVENT> Queen Orla on April 9 , 2021 .</s><s id="2">Aldous Venn
 accused Lars Brack of fraud on April 10 , 2021 .</s></TEXT></TimeML>
"""


def _timeline(*rows: tuple[int, str, str]) -> EntityTimeline:
    return EntityTimeline(
        "venn", "Aldous Venn", tuple(TimelineRow(at, day, tuple(said.split())) for at, day, said in rows)
    )


def test_a_timeline_is_read_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    """Position 10 comes after 2."""
    path = tmp_path / "venn.txt"
    path.write_text(GOLD)
    timeline = read_timeline(path)
    assert timeline.entity == "Aldous Venn"
    assert [row.position for row in timeline.rows] == [0, 1, 2, 10]
    assert timeline.rows[1].mentions == ("7-1-met", "7-3-meeting")


def test_a_written_timeline_is_read_again(tmp_path: Path) -> None:
    """The format is kept."""
    timeline = _timeline((1, "2021-04-09", "7-1-met 7-3-meeting"), (2, "2021-05", "7-2-sign"))
    write_timeline(timeline, tmp_path)
    assert read_timelines(tmp_path) == (timeline,)


def test_the_same_timeline_scores_full_marks() -> None:
    """Every statement of one follows from the other."""
    timeline = _timeline((1, "2021-04-09", "a b"), (2, "2021-05-03", "c"))
    counts = count_timeline(timeline, timeline)
    assert (counts.precision, counts.recall, counts.f1) == (100.0, 100.0, 100.0)


def test_counts_by_hand() -> None:
    """Gold: a, b, c on their days, in order. Predicted: b before a, one with a wrong day, and no c.

    Predicted statements: a = day 1 (right), b = day 9 (wrong), b before a (wrong). Gold statements: three days
    and two orders, of which the prediction supports the day of a alone.
    """
    gold = _timeline((1, "d1", "a"), (2, "d2", "b"), (3, "d3", "c"))
    predicted = _timeline((1, "d9", "b"), (2, "d1", "a"))
    assert count_timeline(gold, predicted) == TimelineCounts(right=1, predicted=3, found=1, gold=5)


def test_order_alone() -> None:
    """Without dates only the order of neighbours is stated."""
    gold = _timeline((1, "d1", "a"), (2, "d2", "b"), (3, "d3", "c"))
    predicted = _timeline((1, "x", "a"), (5, "y", "c"))
    assert count_timeline(gold, predicted, order_only=True) == TimelineCounts(right=1, predicted=1, found=0, gold=2)


def test_events_without_a_position_do_not_count() -> None:
    """Position 0 says nothing about order."""
    gold = _timeline((1, "d1", "a"))
    assert count_timeline(gold, _timeline((0, "d9", "z"), (1, "d1", "a"))).f1 == 100.0


def test_repeated_mentions_are_paired_in_order() -> None:
    """A mention too many is an extra, not a second hit."""
    gold = _timeline((1, "d1", "a"))
    assert count_timeline(gold, _timeline((1, "d1", "a a"))) == TimelineCounts(right=1, predicted=2, found=1, gold=1)


def test_empty_timelines_score_zero() -> None:
    """Nothing is divided by zero."""
    counts = add_timelines([count_timeline(_timeline((1, "d1", "a")), _timeline())])
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)


def test_order_is_transitive() -> None:
    """What is before the middle is before the end, also across things at the same time."""
    order = TemporalOrder()
    order.add(Statement("a", Relation.BEFORE, "b"))
    order.add(Statement("c", Relation.AFTER, "d"))
    assert order.relation("a", "c") is None
    order.add(Statement("d", Relation.SAME, "b"))
    assert order.relation("a", "c") is Relation.BEFORE
    assert order.relation("c", "a") is Relation.AFTER
    assert order.relation("b", "d") is Relation.SAME
    assert order.relation("a", "unknown") is None


def test_what_follows_is_dropped_and_what_contradicts_is_kept_apart() -> None:
    """A contradiction counts as a statement and changes nothing."""
    first, second = Statement("a", Relation.BEFORE, "b"), Statement("b", Relation.BEFORE, "c")
    implied, contradiction = Statement("a", Relation.BEFORE, "c"), Statement("c", Relation.SAME, "a")
    order, kept = reduce([first, second, implied, contradiction])
    assert kept == (first, second, contradiction)
    assert order.relation("a", "c") is Relation.BEFORE


def test_documents_keep_the_numbers_of_their_sentences(tmp_path: Path) -> None:
    """Sentences stand on lines of their own, white space folded."""
    (tmp_path / "7.tml").write_text(DOCUMENT)
    [document] = read_documents(tmp_path)
    assert document.id == "7"
    assert document.article.text.splitlines()[1] == "Aldous Venn accused Lars Brack of fraud on April 10 , 2021 ."
    assert document.sentence_at(document.article.text.index("accused")).id == "2"


def test_timelines_are_extracted_and_scored(tmp_path: Path) -> None:
    """The rules engine's events of the entity become a timeline in the same format."""
    (tmp_path / "7.tml").write_text(DOCUMENT)
    (tmp_path / "venn.txt").write_text("Aldous Venn\n1\t2021-04-09\t7-1-met\n2\t2021-04-10\t7-2-accused\n")
    table = score_timelines(tmp_path, None, tmp_path / "out", order_only=False)
    assert table.rows[-1][0] == "all"
    assert table.rows[-1][3] == "100.00"
    assert read_timeline(tmp_path / "out" / "venn.txt").rows[0] == TimelineRow(1, "2021-04-09", ("7-1-met",))


def test_given_answers_are_scored(tmp_path: Path) -> None:
    """Somebody else's timelines need no documents."""
    gold, answers = tmp_path / "gold", tmp_path / "answers"
    write_timeline(_timeline((1, "d1", "a"), (2, "d2", "b")), gold)
    write_timeline(_timeline((1, "d1", "a")), answers)
    assert score_timelines(gold, answers, None, order_only=False).rows[-1] == ("all", "100.00", "33.33", "50.00")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({}, "no timeline", id="empty folder"),
        pytest.param({"venn.txt": GOLD}, "no TimeML documents", id="no documents"),
        pytest.param({"venn.txt": GOLD, "7.tml": "<TimeML>"}, "no TimeML document with", id="broken document"),
        pytest.param(
            {"venn.txt": GOLD, "7.tml": DOCUMENT.replace("<s ", "<p ").replace("</s>", "</p>")},
            "no numbered sentences",
            id="no sentences",
        ),
    ],
)
def test_folders_that_cannot_be_scored_are_told(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    """The error says what is missing."""
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    with pytest.raises(RunError, match=reason):
        score_timelines(tmp_path, None, None, order_only=False)
