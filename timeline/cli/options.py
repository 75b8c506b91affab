"""Options that several commands share, each declared once."""

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from timeline.reading.publication import parse_published
from timeline.render import Format
from timeline.wiring import EngineName

PublishedOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date, as 2024-10-12. Without it, the document must carry one; today is never assumed.",
    ),
]
OutputOption: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="OUT", help="Write there instead of standard output.")
]
EngineOption: TypeAlias = Annotated[
    EngineName, typer.Option("--engine", help="auto is llm when a model is configured, else rules.")
]
ModelOption: TypeAlias = Annotated[
    str | None, typer.Option("--model", metavar="M", help="Name of the model, instead of TIMELINE_MODEL.")
]
FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", help="; ".join(f"{one.value}: {one.definition}" for one in Format), show_default="table"),
]


def as_date(published: str | None) -> date | None:
    """Return the date given, or None.

    Raises:
        InputError: It is no date.
    """
    return None if published is None else parse_published(published)
