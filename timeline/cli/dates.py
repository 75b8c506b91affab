"""`timeline dates`: the time expressions of a text, alone."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.cli.console import put, say, screen
from timeline.cli.inputs import read_inputs
from timeline.cli.options import PublishedOption, as_date
from timeline.domain.article import Article
from timeline.errors import InputError
from timeline.render.expressions import (
    explained_as_json,
    explained_in_words,
    expressions_as_json,
    expressions_as_table,
    expressions_as_timeml,
)
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
    is_explained: Annotated[
        bool, typer.Option("--explain", help="Tell how each value came about, in words or as json.")
    ] = False,
) -> None:
    """List the time expressions of a text, resolved against its publication date."""
    if is_explained and format_ is DatesFormat.TIMEX3:
        raise InputError("TimeML has no place for reasons; leave out --explain, or take --format json")
    read = list(read_inputs([file], as_date(published)))
    for one in read:
        if one.article:
            put(_explained(one.article, format_) if is_explained else _written(one.article, format_), None)
        else:
            say(f"timeline: {one.fault}")
    unread = sum(one.article is None for one in read)
    raise typer.Exit(0 if not unread else 1 if unread < len(read) else 2)


def _written(article: Article, format_: DatesFormat) -> str:
    expressions = tag(article.text, article.published)
    match format_:
        case DatesFormat.JSON:
            return expressions_as_json(expressions)
        case DatesFormat.TIMEX3:
            return expressions_as_timeml(article, expressions)
        case DatesFormat.TABLE:
            terminal = screen()
            color = terminal.is_terminal and not terminal.no_color
            return expressions_as_table(expressions, width=terminal.width, color=color)


def _explained(article: Article, format_: DatesFormat) -> str:
    explained = explain(article.text, article.published)
    return explained_as_json(explained) if format_ is DatesFormat.JSON else explained_in_words(explained)
