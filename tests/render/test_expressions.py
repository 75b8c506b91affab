"""The time expressions of a text, as a terminal shows them."""

from datetime import date

from timeline.render.expressions import explained_in_words, expressions_as_table
from timeline.temporal import explain, tag

_TEXT = "They met on May\n5."
_PUBLISHED = date(2024, 5, 20)


def test_an_expression_over_a_line_end_stands_on_one_line() -> None:
    """Its value and its reasons are beside and below it."""
    assert explained_in_words(explain(_TEXT, _PUBLISHED)).startswith("May 5: 2024-05-05\n  ")


def test_a_table_has_a_row_for_each_expression() -> None:
    """And a head line."""
    lines = expressions_as_table(tag(_TEXT, _PUBLISHED), width=100, color=False).splitlines()
    assert [line.split("  ")[0] for line in lines] == ["text", "May 5"]
