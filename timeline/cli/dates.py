"""`timeline dates`: the time expressions of a text, alone."""

import json
from enum import StrEnum
from typing import Annotated
from xml.sax.saxutils import escape, quoteattr

import typer
from rich.table import Table

from timeline.cli.console import put, screen
from timeline.cli.inputs import read_inputs
from timeline.cli.options import PublishedOption, as_date
from timeline.domain.article import Article
from timeline.domain.time_expression import TimeExpression
from timeline.temporal import explain, tag


class DatesFormat(StrEnum):
    """What time expressions are written as."""

    TABLE = "table"
    JSON = "json"
    TIMEX3 = "timex3"


def dates(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="A text; - is standard input.")] = "-",
    published: PublishedOption = None,
    format_: Annotated[DatesFormat, typer.Option("--format", help="timex3 is TimeML.")] = DatesFormat.TABLE,
    is_explained: Annotated[bool, typer.Option("--explain", help="Tell how each value came about.")] = False,
) -> None:
    """List the time expressions of a text, resolved against its publication date."""
    for one in read_inputs([file], as_date(published)):
        if one.error:
            raise one.error
        if one.article and is_explained:
            put(_explained(one.article), None)
        elif one.article:
            put(_written(one.article, format_), None)


def _written(article: Article, format_: DatesFormat) -> str:
    expressions = tag(article.text, article.published)
    match format_:
        case DatesFormat.JSON:
            return json.dumps([one.model_dump(mode="json") for one in expressions], indent=2, ensure_ascii=False) + "\n"
        case DatesFormat.TIMEX3:
            return _timeml(article, expressions)
        case DatesFormat.TABLE:
            return _table(expressions)


def _table(expressions: list[TimeExpression]) -> str:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("text", "type", "value", "edtf", "rule", "at"):
        table.add_column(heading)
    for one in expressions:
        table.add_row(one.text, one.type, one.value, one.edtf or "", one.rule, f"{one.start}-{one.end}")
    terminal = screen()
    with terminal.capture() as captured:
        terminal.print(table)
    return captured.get()


def _explained(article: Article) -> str:
    lines = []
    for expression, reasons in explain(article.text, article.published):
        lines.append(f"{expression.text}: {expression.edtf or expression.value}")
        lines += [f"  {reason}" for reason in reasons]
    return "".join(f"{line}\n" for line in lines)


def _timeml(article: Article, expressions: list[TimeExpression]) -> str:
    """Return a TimeML document (TimeML 1.2.1) with the expressions marked in the text."""
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
