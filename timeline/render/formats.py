"""The formats a timeline can take, each with the renderer that makes it.

A further format is a file with its renderer and a line here.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from timeline.render.json_document import render_json
from timeline.render.json_lines import render_json_lines
from timeline.render.markdown import render_markdown
from timeline.render.page import render_page
from timeline.render.rendered import Rendered, Renderer, Screen
from timeline.render.table import render_table


class Format(StrEnum):
    """What a timeline is written as."""

    definition: str
    renderer: Renderer

    def __new__(cls, value: str, renderer: Renderer, definition: str) -> Self:
        """Make the string and keep its renderer and definition beside it."""
        chosen = str.__new__(cls, value)
        chosen._value_ = value
        chosen.renderer = renderer
        chosen.definition = definition
        return chosen

    TABLE = "table", render_table, "for reading in a terminal"
    JSON = "json", render_json, "the Timeline JSON; an array of them for several articles"
    JSONL = "jsonl", render_json_lines, "one event per line, with its article's id"
    MD = "md", render_markdown, "Markdown for a report, with the evidence quoted"
    HTML = "html", render_page, "one self-contained page: the article beside its timeline"


def render(
    timelines: Sequence[Rendered],
    format: Format,  # noqa: A002 - the word that the command line and the service have for it
    *,
    width: int = 80,
    color: bool = False,
) -> str:
    """Write timelines in a format.

    Args:
        timelines: The timelines in the order of their articles, each with its article's text.
        format: What to write.
        width: Columns of the terminal, for the table.
        color: Whether the table may use terminal colours.

    Returns:
        The output, ended by one newline; the same input gives the same characters. JSON Lines of no event are empty.
    """
    return format.renderer(timelines, Screen(width, color))
