"""The command: its options, and the exit with the code of what became of the articles."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.console import say
from timeline.cli.options import PublishedOption, as_date
from timeline.render import Format
from timeline.settings import read_settings
from timeline.wiring import EngineName, choose_engine, describe_engine


def batch(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="IN.jsonl|DIR",
            help="A JSONL file, or a folder: the text, HTML and JSONL files in it and its folders.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", help="Folder for the results, one file for each article; made if it is missing."
        ),
    ],
    published: PublishedOption = None,
    engine: Annotated[
        EngineName, typer.Option(help="auto is llm when a model is configured, else rules.")
    ] = EngineName.AUTO,
    model: Annotated[
        str | None, typer.Option(metavar="M", help="Name of the model, instead of TIMELINE_MODEL.")
    ] = None,
    format_: Annotated[
        Format,
        typer.Option("--format", help="; ".join(f"{one.value}: {one.definition}" for one in Format)),
    ] = Format.JSON,
    *,
    is_retrying: Annotated[
        bool, typer.Option("--retry-failed", help="Try the articles again that failed before.")
    ] = False,
) -> None:
    """Extract the timelines of many articles; the same command goes on where one was stopped or died."""
    from timeline.cli.batch.running import Request, run_batch  # noqa: PLC0415 - the queue takes a second to load

    settings = read_settings().with_model(model)
    choose_engine(engine, settings)
    say(describe_engine(engine, settings))
    request = Request(source, out, published=as_date(published), engine=engine, format=format_, is_retrying=is_retrying)
    raise typer.Exit(run_batch(request, settings))
