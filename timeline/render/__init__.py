"""A timeline as a table, JSON, Markdown or a page."""

from timeline.render.formats import Format, render
from timeline.render.json_lines import event_line
from timeline.render.page import page_policy
from timeline.render.rendered import Rendered

__all__ = ["Format", "Rendered", "event_line", "page_policy", "render"]
