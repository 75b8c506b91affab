"""A timeline as a table, JSON, Markdown or a page."""
