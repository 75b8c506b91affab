"""The time expressions of a text, written as a table, JSON, TimeML, or in words with the reasons."""

import io
import json
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from rich.console import Console
from rich.table import Table

from timeline.domain.article import Article
from timeline.domain.time_expression import TimeExpression
from timeline.render.plain import one_line, safe_json

Explained = tuple[TimeExpression, tuple[str, ...]]
"""A time expression and the reasons for its value."""


def expressions_as_json(expressions: Sequence[TimeExpression]) -> str:
    """Return a JSON array, an object for each expression."""
    return _as_json([one.model_dump(mode="json") for one in expressions])


def explained_as_json(explained: Sequence[Explained]) -> str:
    """Return a JSON array, an object for each expression, with its `reasons`."""
    return _as_json([{**one.model_dump(mode="json"), "reasons": list(reasons)} for one, reasons in explained])


def explained_in_words(explained: Sequence[Explained]) -> str:
    """Return each expression with its value on a line, and a line for each reason under it."""
    lines = []
    for expression, reasons in explained:
        lines.append(f"{one_line(expression.text)}: {expression.edtf or expression.value}")
        lines += [f"  {reason}" for reason in reasons]
    return "".join(f"{line}\n" for line in lines)


def expressions_as_table(expressions: Sequence[TimeExpression], *, width: int, color: bool) -> str:
    """Return a table of `width` columns, a row for each expression."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("text", "type", "value", "edtf", "rule", "at"):
        table.add_column(heading)
    for one in expressions:
        table.add_row(one_line(one.text), one.type, one.value, one.edtf or "", one.rule, f"{one.start}-{one.end}")
    written = io.StringIO()
    Console(file=written, width=width, force_terminal=color, no_color=not color, highlight=False).print(table)
    return written.getvalue()


def expressions_as_timeml(article: Article, expressions: Sequence[TimeExpression]) -> str:
    """Return a TimeML document (TimeML 1.2.1) with the expressions marked in the article's text."""
    day = article.published.isoformat()
    created = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    pieces, at = [], 0
    for number, one in enumerate(expressions, start=1):
        mod = f" mod={quoteattr(one.mod)}" if one.mod else ""
        pieces.append(escape(article.text[at : one.start]))
        pieces.append(
            f'<TIMEX3 tid="t{number}" type="{one.type}" value={quoteattr(one.value)}{mod}>{escape(one.text)}</TIMEX3>'
        )
        at = one.end
    body = "".join(pieces) + escape(article.text[at:])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DCT>{created}</DCT>\n<TEXT>{body}</TEXT>\n</TimeML>\n'


def _as_json(value: object) -> str:
    return safe_json(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"
