"""What a reader of the report sees."""

import re

import pytest

from evals.assessment import Assessment, assess
from evals.gold import Gold
from evals.prediction import PredictedEvent
from evals.report.comparison import comparison
from evals.report.markdown import markdown
from evals.report.page import page
from evals.report.rows import Grade, Kind, Row, rows
from evals.report.segments import segments
from evals.report.tables import Table, confusion_matrix, headline
from evals.report.text import table_text
from evals.runs import Run, RunHeader
from evals.scores.breakdown import STATUS, TYPE
from tests.evals.sample import MEETING, TEXT, denial, extra, meeting, prediction, sinking, treaty
from timeline.domain.span import Offsets


def _assessment(gold: Gold, *events: PredictedEvent, engine: str = "rules", model: str | None = None) -> Assessment:
    found = prediction(gold, *events, links=(("about", "p3", "p1"),)).model_copy(update={"failures": ("refusal: no",)})
    return assess(Run(header=RunHeader(engine=engine, model=model, version="1"), predictions=(found,)), [gold])


@pytest.fixture
def assessments(gold: Gold) -> list[Assessment]:
    """Ours, the baseline and the rules."""
    return [
        _assessment(gold, meeting(), treaty(), denial(), sinking(), extra(), engine="llm", model="desk"),
        _assessment(gold, meeting(), engine="naive", model="desk"),
        _assessment(gold, denial()),
    ]


def test_the_first_table_sets_the_systems_side_by_side(assessments: list[Assessment]) -> None:
    """Ours, naive and rules, on the scores that matter most."""
    table = headline(assessments)
    assert table.heads == ("score", "ours (desk)", "naive (desk)", "rules")
    assert [row[0] for row in table.rows] == [
        "event F1",
        "date exact",
        "sources F1",
        "relations F1",
        "grounded",
        "output characters per event",
    ]
    assert table.rows[0][1].startswith("0.750 [")


def test_markdown_has_every_table(gold: Gold, assessments: list[Assessment]) -> None:
    """The summary first, the details folded."""
    text = markdown([gold], assessments)
    assert text.index("ours (desk)") < text.index("<details>")
    assert "1 labelled articles with 4 required and 1 optional events and 2 relations." in text
    for caption in ("By type", "By status", "By article", "Labelled type taken for another"):
        assert text.count(f"**{caption}**") == len(assessments)
    assert "| agreement | statement | 1 |" in text


def test_every_row_of_markdown_has_the_same_number_of_cells(gold: Gold, assessments: list[Assessment]) -> None:
    """A bar in a name does not break a table."""
    named = gold.model_copy(update={"name": "a|b"})
    renamed = [
        assess(
            each.run.model_copy(
                update={"predictions": tuple(one.model_copy(update={"article": "a|b"}) for one in each.run.predictions)}
            ),
            [named],
        )
        for each in assessments
    ]
    blocks = re.findall(r"(?:^\|.*\n)+", markdown([named], renamed), flags=re.MULTILINE)
    assert blocks
    for block in blocks:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_rows_tell_matches_misses_and_extras(gold: Gold) -> None:
    """Every labelled and every predicted record is there once, in order of the text."""
    found = _rows(gold, meeting(), treaty(), extra())
    assert [(row.kind, row.key) for row in found] == [
        (Kind.MATCH, "e1"),
        (Kind.MATCH, "e2"),
        (Kind.MISS, "e3"),
        (Kind.OPTIONAL, "e5"),
        (Kind.MISS, "e4"),
        (Kind.EXTRA, "extra p5"),
    ]


def test_fields_are_graded(gold: Gold) -> None:
    """A wrong type is wrong, a month for a day and one of two names are right in part."""
    grades = {line.field: line.grade for line in _rows(gold, treaty())[1].lines}
    assert grades == {
        "title": Grade.PLAIN,
        "type": Grade.WRONG,
        "status": Grade.RIGHT,
        "when": Grade.PART,
        "participants": Grade.PART,
        "place": Grade.WRONG,
        "sources": Grade.WRONG,
        "trigger": Grade.PLAIN,
        "relations": Grade.RIGHT,
    }


def test_relations_are_told_by_the_labels_they_lead_to(gold: Gold) -> None:
    """A predicted link names the label of the event it leads to."""
    row = next(row for row in _rows(gold, meeting(), denial()) if row.key == "e4")
    assert row.lines[-1] == ("relations", "denies e3", "about e1", Grade.WRONG)


def test_what_is_not_in_the_text_is_noted(gold: Gold) -> None:
    """An invented name stands out."""
    assert _rows(gold, meeting(place="Oslo"))[0].notes == ("place 'Oslo'",)


def _rows(gold: Gold, *events: PredictedEvent) -> tuple[Row, ...]:
    found = _assessment(gold, *events)
    return rows(found.outcomes[0], gold, found.run.predictions[0])


def test_segments_are_the_text() -> None:
    """Cut at every citation, and nothing lost."""
    cited = {"g:e1": (Offsets(*MEETING),), "llm:e1": (Offsets(10, 20),), "far": (Offsets(0, 9999),)}
    found = segments(TEXT, cited)
    assert "".join(segment.text for segment in found) == TEXT
    assert found[1].keys == ("g:e1", "llm:e1", "far")


def test_the_page_shows_everything_and_loads_nothing(gold: Gold, assessments: list[Assessment]) -> None:
    """Article, labels and predictions stand side by side in one file."""
    text = page([gold], assessments)
    assert 'class="row miss"' in text
    assert 'class="row extra"' in text
    assert 'class="row match"' in text
    assert "refusal: no" in text
    assert not re.search(r"(?:src|href)=|@import|url\(|https?:", text)


def test_the_page_escapes_what_articles_say(gold: Gold) -> None:
    """Text of an article is never markup."""
    text = page([gold], [_assessment(gold, meeting(title="<script>alert(1)</script>"))])
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_confusions_leave_out_what_is_always_right(assessments: list[Assessment]) -> None:
    """Only values that were mistaken have a row."""
    assert confusion_matrix(TYPE, assessments[0]).rows == (("agreement", "", "1"),)
    assert confusion_matrix(STATUS, assessments[0]).rows == (("alleged", "", "1"),)
    assert confusion_matrix(TYPE, assessments[2]).rows == ()


def test_two_runs_are_compared(assessments: list[Assessment]) -> None:
    """The difference is the second less the first; one article leaves no doubt."""
    row = comparison(assessments[1], assessments[0]).rows[0]
    assert row == ("event F1", "0.400", "0.750", "+0.350", "[+0.350, +0.350]", "better")
    assert comparison(assessments[0], assessments[1]).rows[0][-1] == "worse"
    assert comparison(assessments[0], assessments[0]).rows[0][-1] == "same"


def test_tables_for_a_terminal() -> None:
    """Columns are aligned, numbers to the right."""
    table = Table("Scores", ("score", "rules"), (("type", "1.0"), ("date exact", "0.25")))
    assert table_text(table).splitlines() == ["Scores", "score       rules", "type          1.0", "date exact   0.25"]
