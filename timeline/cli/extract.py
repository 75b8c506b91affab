"""`timeline extract`: articles in, timelines out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.console import put, refuse_unwritable, say, screen
from timeline.cli.extraction import extract_all
from timeline.cli.inputs import read_inputs
from timeline.cli.options import EngineOption, FormatOption, ModelOption, OutputOption, PublishedOption, as_date
from timeline.domain.article import Article
from timeline.domain.timeline import Event, Timeline
from timeline.render import Format, Rendered, event_line, render
from timeline.settings import Settings, read_settings
from timeline.wiring import EngineName, choose_engine, describe_engine, estimate_cost, resolve_engine_name, run

_SUFFIXES = {f".{format_}": format_ for format_ in Format if format_ is not Format.TABLE}

_DONE, _DONE_IN_PART, _NOTHING_READ = 0, 1, 2


def extract(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|URL|-]...",
            help="Text, HTML or JSONL files, or addresses of pages; - is standard input.",
            show_default=False,
        ),
    ] = None,
    published: PublishedOption = None,
    engine: EngineOption = EngineName.AUTO,
    model: ModelOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    *,
    is_dry: Annotated[
        bool, typer.Option("--dry-run", help="Say what the model would be asked and what it costs, and ask nothing.")
    ] = False,
) -> None:
    """Extract the timeline of each article."""
    refuse_unwritable(output)
    settings = read_settings().with_model(model)
    chosen = choose_engine(engine, settings)
    say(describe_engine(engine, settings))
    read = list(read_inputs(inputs or [], as_date(published)))
    for fault in (one.fault for one in read if one.fault):
        say(f"timeline: {fault}")
    articles = [one.article for one in read if one.article]
    if not articles:
        raise typer.Exit(_NOTHING_READ)
    code = _DONE if len(articles) == len(read) else _DONE_IN_PART
    if is_dry:
        put(_estimated(articles, engine, settings), None)
        raise typer.Exit(code)
    written = format_ or _format_of(output)
    is_streamed = written is Format.JSONL and output is None
    result = run(extract_all(articles, chosen, settings.concurrency, _print_line if is_streamed else _keep_silent))
    if result.rendered and not is_streamed:
        put(_as_text(result.rendered, written), output)
    if result.model_error:
        raise result.model_error
    for one in result.rendered:
        _tell_warnings(one.timeline)
        if one.timeline.failures:
            code = _DONE_IN_PART
    raise typer.Exit(code)


def _estimated(articles: list[Article], engine: EngineName, settings: Settings) -> str:
    if resolve_engine_name(engine, settings) is EngineName.RULES:
        return "the rules ask no model\n"
    estimate = estimate_cost(articles, settings)
    cost = estimate.usage.cost_usd
    price = "price unknown" if cost is None else f"about ${cost:.4f}"
    tokens = f"about {estimate.usage.input} tokens in, {estimate.usage.output} out"
    return f"{len(articles)} articles, {estimate.requests} requests, {tokens}, {price}\n"


def _print_line(article_id: str, event: Event) -> None:
    put(event_line(article_id, event), None)


def _keep_silent(_: str, __: Event) -> None:
    """Tell nothing until the timeline is whole."""


def _tell_warnings(timeline: Timeline) -> None:
    """Tell what is odd about an article, and what could not be done for it."""
    for code in timeline.warnings:
        say(f"timeline: warning: {code.definition}")
    for failure in timeline.failures:
        say(f"timeline: {failure.kind}: {failure.message}")


def _as_text(rendered: Sequence[Rendered], format_: Format) -> str:
    terminal = screen()
    return render(rendered, format_, width=terminal.width, color=terminal.is_terminal and not terminal.no_color)


def _format_of(output: Path | None) -> Format:
    return _SUFFIXES.get(output.suffix, Format.TABLE) if output else Format.TABLE
